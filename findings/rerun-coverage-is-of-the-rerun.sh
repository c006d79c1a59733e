#!/usr/bin/env bash
# A test that fails once and passes when gotestsum runs it again leaves a coverage profile of that one test.
#
# Guess:    `gotestsum --rerun-fails -- -coverprofile=…` ends green with the coverage of the whole run, or of the run with what was run again on top.
# Seen:     each rerun writes the file anew: it holds the package of the last test that was run again, as far as that test alone covers it.
#           50.0 % become 20.0 %, or 100.0 %, by which test was flaky; the exit code is 0, and nothing is said.
# Versions: gotestsum 1.13.0 with Go 1.26.8 and 1.27.4, on 2026-11-30.
# Why:      a floor for coverage fails on a day when a test was flaky, or passes with tests missing, and the upload to a coverage service shows a
#           drop or a jump that no change explains.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4 GOBIN=$dir/bin

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

go install gotest.tools/gotestsum@v1.13.0 2> /dev/null

mkdir -p shop/{cart,tax}
cd shop
printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
cat > cart/cart.go <<'GO'
package cart

func Total(prices []int) int {
	total := 0
	for _, price := range prices {
		total += price
	}
	return total
}

func Free() bool { return true }
GO
cat > cart/cart_test.go <<'GO'
package cart

import (
	"os"
	"testing"
)

// once fails when FLAKY names the test, unless it did so before.
func once(t *testing.T) {
	if os.Getenv("FLAKY") == t.Name() && os.Mkdir("../failed", 0o700) == nil {
		t.Fatal("not ready")
	}
}

func TestFree(t *testing.T) {
	Free()
	once(t)
}
GO
cat > tax/tax.go <<'GO'
package tax

func Rate() int { return 19 }

func Reduced() int {
	rate := Rate()
	return rate - 12
}
GO
sed -e 's/package cart/package tax/' -e 's/TestFree/TestReduced/' -e 's/Free()/Reduced()/' cart/cart_test.go > tax/tax_test.go

run() { # the name of the flaky test: exit code and total
  rm -rf failed c.out
  local code=0
  FLAKY=$1 ../bin/gotestsum --rerun-fails --packages=./... -- -count=1 -coverprofile=c.out > out.txt 2>&1 || code=$?
  printf '%s, %s' "$code" "$(go tool cover -func=c.out | awk '/^total:/ { print $NF }')"
}

for GOTOOLCHAIN in go1.26.8 go1.27.4; do
  go version
  expect 'exit code and coverage, no test is flaky ' '0, 50.0%' "$(run none)"
  expect '                        TestFree is      ' '0, 20.0%' "$(run TestFree)"
  expect '                        TestReduced is   ' '0, 100.0%' "$(run TestReduced)"
done
