#!/usr/bin/env bash
# The toolkit takes Go 1.20 and 1.27rc1 into its cache and never finds them again.
#
# Guess:    tc.find("go", version) finds what tc.cacheDir(directory, "go", version) has just put away, for the names
#           that Go gives to its releases.
# Seen:     "1.27.4" is found. "1.20", the first release of its series, and "1.27rc1" are stored, with the mark that
#           they are complete, and neither the same name nor a range nor tc.findAllVersions sees them. Asked for
#           "1.20", tc.find gives 1.20.14, which is another release, when that is there.
# Versions: @actions/tool-cache 4.0.0, Go 1.27.4 (go/version), on 2026-11-29.
# Why:      an action that installs such a Go downloads it in every run and adds it to the cache again; with another
#           patch release present it tests with that one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4
export RUNNER_TOOL_CACHE="$dir/cache" RUNNER_TEMP="$dir/temp"

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

npm init --yes > npm.txt
npm install --silent --no-audit --no-fund @actions/tool-cache@4.0.0

printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
cat > main.go <<'EOF'
package main

import (
	"fmt"
	"go/version"
	"os"
)

func main() { fmt.Println(version.IsValid("go" + os.Args[1])) }
EOF
cat > store.mjs <<'EOF'
import { basename, dirname } from "node:path";
import { cacheDir, find, findAllVersions } from "@actions/tool-cache";

const [action, version] = process.argv.slice(2);
const place = (path) => (path ? basename(dirname(path)) : "nothing");
const actions = {
  store: async () => place(await cacheDir("goroot", "go", version)),
  find: async () => place(find("go", version)),
  all: async () => findAllVersions("go").join(" "),
};
console.log(`= ${await actions[action]()}`);
EOF
tool() { node store.mjs "$@" | sed -n 's/^= //p'; }
mkdir -p goroot/bin

for version in 1.27.4 1.20 1.27rc1; do
  expect "$version, a version of Go" 'true' "$(go run . "$version")"
  expect "$version, stored as      " "$version" "$(tool store "$version")"
done
expect '1.27.4 found ' '1.27.4' "$(tool find 1.27.4)"
expect '1.20 found   ' 'nothing' "$(tool find 1.20)"
expect '1.27rc1 found' 'nothing' "$(tool find 1.27rc1)"
expect 'all versions ' '1.27.4' "$(tool all)"
expect 'in the cache ' '1.20 1.27.4 1.27rc1' "$(ls cache/go | LC_ALL=C sort | xargs)"
tool store 1.20.14 > stored.txt
expect '1.20 found with 1.20.14 there' '1.20.14' "$(tool find 1.20)"
