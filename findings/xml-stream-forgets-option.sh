#!/usr/bin/env bash
# Whether xmlbuilder2 keeps out characters that XML forbids depends on how a text is handed to its stream.
#
# Guess:    `invalidCharReplacement` is in the types of create() and of createCB(), so both replace what XML 1.0
#           forbids.
# Seen:     create() writes "?" for the bell character, and so does createCB() when it is given an object. With the
#           same texts given by ele() and txt(), createCB() writes the bell itself, and readers refuse the whole file.
# Versions: xmlbuilder2 4.0.3, junitparser 4.0.2, Go 1.26.8, 1.27.4, on 2026-11-29.
# Why:      a JUnit file is written as a stream because there are many tests; the first one that prints a control
#           character costs the report of all.
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
npm install --silent --no-audit --no-fund xmlbuilder2@4.0.3
python3 -m venv venv
venv/bin/pip install --quiet junitparser==4.0.2

cat > go.mod <<'EOF'
module example.com/shop

go 1.24
EOF
cat > shop_test.go <<'EOF'
package shop

import (
	"fmt"
	"testing"
)

func TestBell(t *testing.T) { fmt.Println("it \a rings") }
EOF
cat > write.mjs <<'EOF'
import { readFileSync, writeFileSync } from "node:fs";
import { create, createCB } from "xmlbuilder2";

const events = readFileSync(0, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const output = events.map((event) => event.Output ?? "").find((text) => text.includes("rings")).trim();
const options = { version: "1.0", invalidCharReplacement: "?" };
const report = { testsuite: { "@name": "shop", "@tests": "1", testcase: { "@name": "TestBell", "system-out": output } } };
const calls = (xml) => xml.ele("testsuite", { name: "shop", tests: "1" }).ele("testcase", { name: "TestBell" }).ele("system-out").txt(output);

function streamed(file, fill) {
  const chunks = [];
  fill(createCB({ ...options, data: (chunk) => chunks.push(chunk), end: () => writeFileSync(file, chunks.join("")) })).end();
}
writeFileSync("whole.xml", calls(create(options)).end());
streamed("object.xml", (xml) => xml.ele(report));
streamed("calls.xml", (xml) => calls(xml).up().up().up());
EOF
cat > read.py <<'EOF'
import sys
from junitparser import JUnitXml

try:
    print("suite " + next(iter(JUnitXml.fromfile(sys.argv[1]))).name)
except Exception as error:
    print(str(error).split(":")[0])
EOF

for version in go1.26.8 go1.27.4; do
  GOTOOLCHAIN=$version go test -json . | node write.mjs
  written() { printf '%s, %s' "$(grep -o 'it .* rings' "$1" | cat -v)" "$(venv/bin/python read.py "$1")"; }
  expect "$version, create() and calls     " 'it ? rings, suite shop' "$(written whole.xml)"
  expect "$version, createCB() and an object" 'it ? rings, suite shop' "$(written object.xml)"
  expect "$version, createCB() and calls   " 'it ^G rings, not well-formed (invalid token)' "$(written calls.xml)"
done
