#!/usr/bin/env bash
# The column of a compile error depends on whether the build is one for coverage.
#
# Guess:    `go build`, `go test` and `go test -cover` place the same type error at the same line and column;
#           //line marks in the covered source see to that.
# Seen:     the counters are written into the lines of the source and only the lines are mapped back:
#           column 20 without -cover, 51 with it, in a line of 24 characters.
# Versions: Go 1.24.9, 1.26.8, 1.27.4, on 2026-11-29.
# Why:      an annotation of CI stands behind the end of the line, and the same finding of the
#           build stage and of the test stage cannot be matched by its place.
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
cat > shop.go <<'EOF'
package shop

func Grade(n int) int {
	if n > 0 { return "a" }
	return 1
}
EOF
printf 'package shop\n\nimport "testing"\n\nfunc TestGrade(t *testing.T) { Grade(1) }\n' > shop_test.go

place() { # go version, command
  { GOTOOLCHAIN=$1 "${@:2}" 2>&1 || true; } | grep -o 'shop.go:[0-9]*:[0-9]*'
}

expect 'length of the line ' '24' "$(sed -n 4p shop.go | tr -d '\n' | wc -c | tr -d ' ')"
for version in go1.24.9 go1.26.8 go1.27.4; do
  expect "$version go build      " 'shop.go:4:20' "$(place "$version" go build .)"
  expect "$version go test       " 'shop.go:4:20' "$(place "$version" go test .)"
  expect "$version go test -cover" 'shop.go:4:51' "$(place "$version" go test -cover .)"
done
