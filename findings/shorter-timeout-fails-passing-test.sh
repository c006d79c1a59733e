#!/usr/bin/env bash
# A test that passes in no time fails with -timeout=30s and passes with the default of ten minutes.
#
# Guess:    -timeout limits how long a test binary runs. One that is done at once meets any timeout, and a process that
#           it leaves behind changes nothing, or lets every run wait alike.
# Seen:     the process (here `sleep 15`, with the standard error of the test) is waited for, for a tenth of the timeout
#           and at least 5 seconds; if it is still there, the package fails with "Test I/O incomplete". So with
#           -timeout=30s it fails after 5 seconds, with the default it passes when the process ends, and `go test` without
#           a package does not wait for it. With -json no test has failed, only the package.
# Versions: Go 1.26.8, 1.27.4, on 2026-11-29.
# Why:      a job with a tight timeout, which no test comes near, is red where the developer's own run is green, by
#           a server or emulator that a test did not stop; raising the timeout cures it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
cat > shop_test.go <<'GO'
package shop

import (
	"os"
	"os/exec"
	"testing"
)

func TestServer(t *testing.T) {
	server := exec.Command("sleep", "15")
	server.Stderr = os.Stderr
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
}
GO

result() { # arguments of go test: the result of the package, and what is said of the output
  { go test -count=1 "$@" || true; } > out.txt 2>&1
  printf '%s%s' "$(awk '$2 ~ /^example.com/ { print $1 }' out.txt)" "$(sed -n 's/^\*\*\* /, /p' out.txt)"
}
events() { # arguments of go test: the last event of the test and of the package
  { go test -json -count=1 "$@" || true; } > out.json
  printf 'test %s, package %s' "$(sed -n 's/.*"Action":"\(pass\|fail\)".*"Test":"TestServer".*/\1/p' out.json)" \
    "$(grep -v '"Test":' out.json | sed -n 's/.*"Action":"\(pass\|fail\)".*/\1/p')"
}

for version in go1.26.8 go1.27.4; do
  export GOTOOLCHAIN=$version
  expect "$version, go test                      " 'ok' "$(result)"
  expect "$version, go test ./...                " 'ok' "$(result ./...)"
  expect "$version, go test -timeout=30s ./...   " 'FAIL, Test I/O incomplete 5s after exiting.' "$(result -timeout=30s ./...)"
  expect "$version, the same with -json          " 'test pass, package fail' "$(events -timeout=30s ./...)"
done
