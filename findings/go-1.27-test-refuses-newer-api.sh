#!/usr/bin/env bash
# Tests that Go 1.26 runs do not build with Go 1.27: `go test` fails them for the `go` line of go.mod.
#
# Guess:    a newer toolchain runs the tests that an older one ran; a function of Go 1.26 used in a module
#           with `go 1.24` compiles, and at most `go vet` has something to say about it.
# Seen:     since 1.27, the vet that is part of `go test` contains "stdversion". The package ends as
#           "[build failed]" though it compiles. The message is vet's, and blames testing.(*B).ArtifactDir
#           where testing.(*T) is called. With -vet=off the tests pass.
# Versions: Go 1.26.8, 1.27.4, on 2026-11-29.
# Why:      the upgrade of Go in CI turns green tests red without a change of code, and "build failed" sends
#           one to the compiler instead of go.mod.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

cat > go.mod <<'EOF'
module example.com/shop

go 1.24
EOF
cat > shop_test.go <<'EOF'
package shop

import "testing"

func TestOrder(t *testing.T) { t.Log(t.ArtifactDir()) }
EOF

last_word() { # go version, further flags
  local code=0
  GOTOOLCHAIN=$1 go test -count=1 "${@:2}" . > out.txt 2> err.txt || code=$?
  echo "$(grep -o -e '^ok' -e 'build failed' out.txt), exit code $code"
}

expect 'Go 1.26           ' 'ok, exit code 0' "$(last_word go1.26.8)"
expect 'Go 1.27 -vet=off  ' 'ok, exit code 0' "$(last_word go1.27.4 -vet=off)"
expect 'Go 1.27           ' 'build failed, exit code 1' "$(last_word go1.27.4)"
expect 'Go 1.27 because of' \
  './shop_test.go:5:40: testing.(*B).ArtifactDir requires go1.26 or later (module is go1.24)' \
  "$(grep ArtifactDir err.txt)"
expect 'go vet, Go 1.26    ' 'exit code 1' "$(GOTOOLCHAIN=go1.26.8 go vet . 2> /dev/null || echo "exit code $?")"
