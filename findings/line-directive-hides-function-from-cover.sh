#!/usr/bin/env bash
# One //line directive, and `go tool cover -func` says 0.0 % where `go test` says 50.0 %.
#
# Guess:    generated code with //line (goyacc, ragel, templates) is counted like any other; the profile names
#           the Go file, and both commands divide the same numbers.
# Seen:     the profile names the directive's file in the package's directory. 1.26 uses the directive's lines
#           with column 0; 1.27 keeps that name but uses the lines of the real Go file. If a Go file of that
#           name exists, `cover -func` finds other functions there and says 0.0 %, exit 0. If none exists,
#           it fails and gives no total at all.
# Versions: Go 1.26.8, 1.27.4, on 2026-11-29.
# Why:      the usual `go tool cover -func | tail -1` of a threshold check fails a well tested module, or the
#           step, and with 1.27 the lines marked in a report belong to another file.
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

go 1.21
EOF
cat > rules.go <<'EOF'
package shop

func Zero() int {
	return 0
}
EOF
cat > shop_test.go <<'EOF'
package shop

import "testing"

func TestGrade(t *testing.T) { Grade(60) }
EOF
write_generated() { # file of the directive
  cat > generated.go <<EOF
package shop

//line $1:40
func Grade(points int) string {
	if points > 50 {
		return "good"
	}
	return "bad"
}
EOF
}
printed() { GOTOOLCHAIN=$1 go test -coverprofile=c.out . | grep -o 'coverage: .*'; }
blocks() { grep -v -e mode: -e ' 1 0$' c.out | sed 's,.*/,,' | cut -d ' ' -f 1 | tr '\n' ' '; }
total() { GOTOOLCHAIN=$1 go tool cover -func=c.out 2> err.txt | awk '/total/ { print $3 }' || echo failed; }

write_generated rules.go
for version in go1.26.8 go1.27.4; do
  expect "$version, go test    " 'coverage: 50.0% of statements' "$(printed "$version")"
  expect "$version, cover -func" '0.0%' "$(total "$version")"
done
printed go1.26.8 > /dev/null
expect 'go1.26.8, covered' 'rules.go:40.0,41.0 rules.go:41.0,43.0 ' "$(blocks)"
printed go1.27.4 > /dev/null
expect 'go1.27.4, covered' 'rules.go:5.2,5.17 rules.go:6.3,7.1 ' "$(blocks)"

write_generated rules.tmpl
expect 'a template, go test    ' 'coverage: 50.0% of statements' "$(printed go1.27.4)"
expect 'a template, cover -func' 'failed' "$(total go1.27.4)"
