#!/usr/bin/env bash
# Of the three modes of coverage, `count` alone fails a test of allocations.
#
# Guess:    counters make a program slower, the atomic ones the most; what is allocated and what is inlined stays, or
#           changes in all modes alike.
# Seen:     the compiler leaves the counters of `set` and `atomic` out of what a function costs, and not those of `count`:
#           Parse costs 44 without coverage, with set and with atomic, and 89 with count, more than the 80 up to which
#           functions are inlined. What it returns is then allocated on each call: testing.AllocsPerRun says 1 in place of
#           0, and the test fails.
# Versions: Go 1.26.8, 1.27.4, amd64, on 2026-12-01.
# Why:      `-covermode=count` is a common choice, for reports that show how often a line ran: a test that guards a hot path
#           fails there and nowhere else, and passes with -race, which means atomic.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

printf 'module example.com/price\n\ngo 1.24\n' > go.mod
cat > price.go <<'GO'
package price

type Price struct {
	Cents    int
	Currency string
}

func Parse(cents int, currency string) *Price {
	p := &Price{Cents: cents, Currency: currency}
	if currency == "" {
		p.Currency = "EUR"
	}
	if cents < 0 {
		p.Cents = 0
	}
	if currency == "JPY" {
		p.Cents *= 100
	}
	if currency == "KWD" {
		p.Cents /= 10
	}
	return p
}
GO
cat > price_test.go <<'GO'
package price

import "testing"

func TestParseDoesNotAllocate(t *testing.T) {
	sum := 0
	if n := testing.AllocsPerRun(100, func() { sum += Parse(5, "EUR").Cents }); n != 0 {
		t.Fatalf("%v allocations", n)
	}
}
GO

seen() { # flags: result of the test, cost of the function
  local result
  result=$({ go test -count=1 "$@" . || true; } | grep -o -E '^ok|[0-9]+ allocations')
  printf '%s, %s' "$result" "$(go build -gcflags=-m=2 "$@" . 2>&1 | grep -o -E 'can(not)? inline Parse.*cost [0-9]+' | sed -E 's/ inline Parse.* cost/ be inlined, cost/')"
}

for GOTOOLCHAIN in go1.26.8 go1.27.4; do
  expect "$GOTOOLCHAIN, without coverage " 'ok, can be inlined, cost 44' "$(seen)"
  expect "$GOTOOLCHAIN, -covermode=set   " 'ok, can be inlined, cost 44' "$(seen -covermode=set)"
  expect "$GOTOOLCHAIN, -covermode=count " '1 allocations, cannot be inlined, cost 89' "$(seen -covermode=count)"
  expect "$GOTOOLCHAIN, -covermode=atomic" 'ok, can be inlined, cost 44' "$(seen -covermode=atomic)"
done
