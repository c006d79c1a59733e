#!/usr/bin/env bash
# The line coverage in Cobertura changes when nothing but the Go release changes.
#
# Guess:    the same code with the same test has the same coverage under Go 1.26 and 1.27; `go test` prints
#           40.0 % both times.
# Seen:     1.27 writes blocks that leave out function heads, comments and empty lines, and that end in
#           column 1 of the following line. gocover-cobertura counts lines from the first to the last of a
#           block: 5 of 12 with 1.26, 3 of 8 with 1.27. Line 18, a lone brace, counts in both.
# Versions: Go 1.26.8, 1.27.4, gocover-cobertura 1.4.0, on 2026-11-29.
# Why:      a threshold or a "coverage decreased" check on Cobertura fails on the upgrade of Go, and the
#           report marks closing braces as lines that are not covered.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

GOBIN="$dir/bin" go install github.com/boumenot/gocover-cobertura@v1.4.0

cat > go.mod <<'EOF'
module example.com/shop

go 1.21
EOF
cat > shop.go <<'EOF'
package shop

// Grade rates points.
func Grade(points int) string {
	if points > 50 {
		// More than half.
		return "good"
	}

	return "bad"
}

func Unused() int {
	x := 1

	// Twice.
	return 2 * x
}
EOF
cat > shop_test.go <<'EOF'
package shop

import "testing"

func TestGrade(t *testing.T) { Grade(60) }
EOF

printed() { GOTOOLCHAIN=$1 go test -coverprofile="$1.out" . | grep -o 'coverage: .*'; }
report() { GOTOOLCHAIN=$1 bin/gocover-cobertura < "$1.out"; }
converted() { report "$1" | grep '<coverage' | grep -o -e 'line-rate="[^"]*"' -e 'lines-[a-z]*="[0-9]*"' | tr '\n' ' '; }
lines() { report "$1" | grep -o '<line number="[0-9]*"' | tr -dc '0-9\n' | sort -nu | tr '\n' ' '; }

for version in go1.26.8 go1.27.4; do
  expect "$version, go test" 'coverage: 40.0% of statements' "$(printed "$version")"
done
expect 'go1.26.8, Cobertura' 'line-rate="0.41666666" lines-covered="5" lines-valid="12" ' "$(converted go1.26.8)"
expect 'go1.27.4, Cobertura' 'line-rate="0.375" lines-covered="3" lines-valid="8" ' "$(converted go1.27.4)"
expect 'go1.26.8, its lines' '4 5 6 7 8 10 13 14 15 16 17 18 ' "$(lines go1.26.8)"
expect 'go1.27.4, its lines' '5 7 8 10 14 15 17 18 ' "$(lines go1.27.4)"
