#!/usr/bin/env bash
# `go test -json` of 1.27 takes the escape character out of colours that a test prints.
#
# Guess:    the Output of an event is what was printed, so coloured diffs arrive as they do with 1.26, and as
#           they do with `go test -v`.
# Seen:     "[31mred[0m" without ESC for what is printed, while t.Log of the same text keeps it, and -v without
#           -json keeps both. Removing colours afterwards no longer works: there is no escape left to find.
# Versions: Go 1.26.8, 1.27.4, gotestsum 1.13.0, on 2026-11-29.
# Why:      logs and annotations made from -json (gotestsum, reporters) show "[31m" litter after the upgrade.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

GOBIN="$dir/bin" go install gotest.tools/gotestsum@v1.13.0

printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
cat > shop_test.go <<'EOF'
package shop

import (
	"fmt"
	"testing"
)

func TestDiff(t *testing.T) {
	fmt.Println("\x1b[31mprinted\x1b[0m")
	t.Log("\x1b[31mlogged\x1b[0m")
}
EOF
cat > words.py <<'EOF'
import json
import sys

for line in sys.stdin:
    text = json.loads(line).get("Output", "")
    if "31m" in text:
        print(ascii(text.strip()), end=" ")
EOF

json() { GOTOOLCHAIN=$1 go test -count=1 -json . | python3 words.py; }
verbose() { GOTOOLCHAIN=$1 go test -count=1 -v . | grep -c $'\x1b\[31m'; }
sum() { bin/gotestsum --format standard-verbose --no-color -- -count=1 . | grep -o $'.\\?\[31mprinted' | tr $'\x1b' '#'; }

expect 'go1.26.8 -json' "'\\x1b[31mprinted\\x1b[0m' 'shop_test.go:10: \\x1b[31mlogged\\x1b[0m' " "$(json go1.26.8)"
expect 'go1.27.4 -json' "'[31mprinted[0m' 'shop_test.go:10: \\x1b[31mlogged\\x1b[0m' " "$(json go1.27.4)"
expect 'go1.26.8 -v, escapes' '2' "$(verbose go1.26.8)"
expect 'go1.27.4 -v, escapes' '2' "$(verbose go1.27.4)"
expect 'gotestsum 1.26 (# is ESC)' '#[31mprinted' "$(GOTOOLCHAIN=go1.26.8 sum)"
expect 'gotestsum 1.27           ' '[31mprinted' "$(GOTOOLCHAIN=go1.27.4 sum)"
