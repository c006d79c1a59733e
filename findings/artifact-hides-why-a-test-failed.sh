#!/usr/bin/env bash
# A test that keeps a file after its error fails without its reason in gotestsum, and counts twice.
#
# Guess:    `go test -artifacts` adds an event "artifacts" to those of a test; a reader that does not know it passes
#           over it, and the failure has the same text.
# Seen:     gotestsum begins the test anew at the event: the error that was printed before t.ArtifactDir is on neither
#           the screen nor in the JUnit file, and two tests are three ("DONE 3 tests", tests="3" with two <testcase>).
#           go-junit-report has the error and two tests.
# Versions: Go 1.26.8, 1.27.4, gotestsum 1.13.0, go-junit-report 2.1.0, on 2026-11-29.
# Why:      keeping a dump or a picture when a check has failed is what artifacts are for; adding the flag to CI takes
#           the reason away from just these tests.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4 GOBIN="$dir/bin"

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

go install gotest.tools/gotestsum@v1.13.0
go install github.com/jstemmer/go-junit-report/v2@v2.1.0

cat > go.mod <<'EOF'
module example.com/shop

go 1.26
EOF
cat > shop_test.go <<'EOF'
package shop

import (
	"os"
	"testing"
)

func TestInvoice(t *testing.T) {
	t.Error("total is 9, not 10")
	if err := os.WriteFile(t.ArtifactDir()+"/invoice.txt", []byte("9"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestPrice(t *testing.T) {}
EOF

summed() { { bin/gotestsum --junitfile summed.xml -- -count=1 "$@" . || true; } > screen.txt; }
reported() { { go test -count=1 -json "$@" . || true; } | bin/go-junit-report -parser gojson > reported.xml; }
why() { if grep -q 'total is 9' "$1"; then echo 'the reason'; else echo 'no reason'; fi; }
counts() { printf '%s, %s cases' "$(grep -m 1 -o ' tests="[0-9]*"' "$1" | tr -d ' ')" "$(grep -c '<testcase' "$1")"; }

for version in go1.26.8 go1.27.4; do
  export GOTOOLCHAIN=$version
  summed
  expect "$version, gotestsum                 " 'the reason, tests="2", 2 cases' "$(why summed.xml), $(counts summed.xml)"
  summed -artifacts
  expect "$version, gotestsum -artifacts      " 'no reason, tests="3", 2 cases' "$(why summed.xml), $(counts summed.xml)"
  expect "$version, on the screen             " 'no reason, DONE 3 tests' "$(why screen.txt), $(grep -o 'DONE 3 tests' screen.txt)"
  reported -artifacts
  expect "$version, go-junit-report -artifacts" 'the reason, tests="2", 2 cases' "$(why reported.xml), $(counts reported.xml)"
done
