#!/usr/bin/env bash
# In a workspace a module's tests run with the runtime settings of go.work, and its own `godebug` line is without effect.
#
# Guess:    go.mod says which Go a module is written for, and with it the defaults of GODEBUG; a `godebug` line there overrides
#           one of them. go.work brings modules together and changes none.
# Seen:     with `go 1.26` in go.work, the tests of a module that says `go 1.22` run with the settings of 1.26: rand.Seed
#           does nothing any more, and a test that passes alone fails. `godebug randseednop=0` in go.mod, which is what the
#           documentation of rand.Seed tells one to set, changes that alone (with `go 1.26`) and not in the workspace; there
#           it has to be in go.work. Nothing is said about it, and the language is still that of go.mod.
# Versions: Go 1.26.8, 1.27.4, on 2026-12-01.
# Why:      the tests of a repository of several modules run in its workspace, and the image builds one module alone, or the
#           other way round: what was tested and what is shipped differ in settings of TLS, HTTP and certificates.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOTOOLCHAIN GODEBUG=
unset GOWORK

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

mkdir draw
cat > draw/draw_test.go <<'GO'
package draw

import (
	"math/rand"
	"testing"
)

func winner() int {
	rand.Seed(7)
	return rand.Intn(1 << 30)
}

func TestWinnerIsTheSame(t *testing.T) {
	if first, second := winner(), winner(); first != second {
		t.Fatalf("%d and %d", first, second)
	}
}
GO
module() { printf 'module example.com/draw\n\n%s\n' "$1" > draw/go.mod; }
work() { printf '%s\n\nuse ./draw\n' "$1" > go.work; }
result() { { (cd draw && go test -count=1 . || true) | awk '$2 == "example.com/draw" { print $1 }'; } 2>&1; }
seen() { printf 'alone %s, in the workspace %s' "$(GOWORK=off result)" "$(result)"; }

for GOTOOLCHAIN in go1.26.8 go1.27.4; do
  echo "$GOTOOLCHAIN"
  module 'go 1.22'
  work 'go 1.22'
  expect '  go.mod: go 1.22;                        go.work: go 1.22' 'alone ok, in the workspace ok' "$(seen)"
  work 'go 1.26'
  expect '  go.mod: go 1.22;                        go.work: go 1.26' 'alone ok, in the workspace FAIL' "$(seen)"
  module $'go 1.26\n\ngodebug randseednop=0'
  expect '  go.mod: go 1.26, godebug randseednop=0; go.work: go 1.26' 'alone ok, in the workspace FAIL' "$(seen)"
  module 'go 1.26'
  work $'go 1.26\n\ngodebug randseednop=0'
  expect '  go.mod: go 1.26; go.work: go 1.26, godebug randseednop=0' 'alone FAIL, in the workspace ok' "$(seen)"
done
