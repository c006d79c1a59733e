#!/usr/bin/env bash
# `go test` answers from its cache although a file changed that the test opened, when another module of go.work has it.
#
# Guess:    the modules of a go.work are main modules alike, so a file of one that a test of the other opens counts as
#           an input of that test, as a change of its Go code does.
# Seen:     only what lies below the root of the tested package's own module counts. A test in app that compares with
#           ../api/openapi.json stays "ok (cached)" when that file changes, though it fails when it runs. The same file
#           counts for a test of the module at the root, whose directory is around the other module's.
# Versions: Go 1.26.8, 1.27.4, on 2026-11-29.
# Why:      a contract, schema or golden file that several modules of a repository share: the change that breaks one of
#           them is green with the build cache of the run before.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOTOOLCHAIN=go1.27.4
unset GOWORK

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

mkdir app api
printf 'go 1.24\n\nuse (\n\t.\n\t./api\n\t./app\n)\n' > go.work
printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
printf 'module example.com/shop/app\n\ngo 1.24\n' > app/go.mod
printf 'module example.com/shop/api\n\ngo 1.24\n' > api/go.mod
printf 'package api\n\nconst Version = 1\n' > api/api.go
write_test() { # directory, package, file that it opens
  cat > "$1/shop_test.go" <<GO
package $2

import (
	"os"
	"testing"

	"example.com/shop/api"
)

func TestContract(t *testing.T) {
	text, err := os.ReadFile("$3")
	if err != nil || string(text) != "one\n" || api.Version != 1 {
		t.Fatalf("%q, error %v", text, err)
	}
}
GO
}
write_test app app ../api/openapi.json
write_test . shop api/openapi.json
write() { # text, day: long enough ago for the cache to trust the file
  printf '%s\n' "$1" > api/openapi.json
  touch -t "202601$2" api/openapi.json
}
result() { # package, flags: first and last word of the result
  { go test "${@:2}" "$1" || true; } |
    awk '$2 ~ /^example.com/ { print $1, ($3 == "(cached)" ? "(cached)" : "(run)") }'
}

for version in go1.26.8 go1.27.4; do
  export GOTOOLCHAIN=$version
  write one 010000
  expect "$version, app                         " 'ok (run)' "$(result ./app)"
  expect "$version, module at the root          " 'ok (run)' "$(result .)"
  write three 020000
  expect "$version, app, changed file           " 'ok (cached)' "$(result ./app)"
  expect "$version, app, changed file, -count=1 " 'FAIL (run)' "$(result ./app -count=1)"
  expect "$version, root, changed file          " 'FAIL (run)' "$(result .)"
done
