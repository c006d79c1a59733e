#!/usr/bin/env bash
# A step summary written by the toolkit shows "got , want 3" for a Go test that said "got <nil>, want 3".
#
# Guess:    addTable, addCodeBlock and the other builders of @actions/core's summary write HTML, so they escape the
#           texts that they are given.
# Seen:     they put them in as they are, in every builder. A reader of HTML takes Go's <nil> for an element
#           and shows nothing of it; of a table's cell and of a code block "got , want 3" is left. What is between
#           <nil> and the end of the text becomes the content of that element.
# Versions: @actions/core 3.0.1, parse5 8.0.0, Go 1.26.8, 1.27.4, on 2026-11-29.
# Why:      the message of a failed test loses just the value that was wrong, and looks complete.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

npm init --yes > npm.txt
npm install --silent --no-audit --no-fund @actions/core@3.0.1 parse5@8.0.0

cat > go.mod <<'EOF'
module example.com/shop

go 1.24
EOF
cat > shop_test.go <<'EOF'
package shop

import "testing"

func TestPrice(t *testing.T) {
	var price any
	t.Errorf("got %v, want %v", price, 3)
}
EOF
cat > show.mjs <<'EOF'
import { readFileSync } from "node:fs";
import { summary } from "@actions/core";
import { parseFragment } from "parse5";

const message = readFileSync(0, "utf8").match(/got .*/)[0];
const builders = {
  addTable: () => summary.addTable([[message]]),
  addCodeBlock: () => summary.addCodeBlock(message),
  addList: () => summary.addList([message]),
  addDetails: () => summary.addDetails("TestPrice", message),
};
const shown = (node) => node.value ?? node.childNodes.map(shown).join(" ");

builders[process.argv[2]]();
console.log(shown(parseFragment(summary.stringify())).replace(/\s+/g, " ").trim());
EOF

for version in go1.26.8 go1.27.4; do
  { GOTOOLCHAIN=$version go test . || true; } > test.txt
  expect "$version, go test     " 'got <nil>, want 3' "$(grep -o 'got .*' test.txt)"
  expect "$version, addTable    " 'got , want 3' "$(node show.mjs addTable < test.txt)"
  expect "$version, addCodeBlock" 'got , want 3' "$(node show.mjs addCodeBlock < test.txt)"
  expect "$version, addList     " 'got , want 3' "$(node show.mjs addList < test.txt)"
  expect "$version, addDetails  " 'TestPrice got , want 3' "$(node show.mjs addDetails < test.txt)"
done
