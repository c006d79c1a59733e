#!/usr/bin/env bash
# No layout of this return statement satisfies both gofmt 1.26 and gofmt 1.27.
#
# Guess:    gofmt is stable; code that one release formatted passes `gofmt -l` of the next one.
# Seen:     a return of several composite literals over several lines: 1.26 indents their fields by three
#           tabs, 1.27 by two, and each one lists the output of the other as not formatted.
# Versions: Go 1.25.3, 1.26.8 and 1.27.4, on 2026-11-29. The `go` line of go.mod has no say in it.
# Why:      a format check on a matrix of Go versions cannot be green on both; a repository has to check
#           with one pinned release, and an upgrade of it comes with a reformatting commit.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

gofmt_of() { # version, arguments of gofmt
  local root
  root=$(GOTOOLCHAIN=$1 go env GOROOT)
  "$root/bin/gofmt" "${@:2}"
}

cat > source.go <<'EOF'
package shop

type Price struct{ Net, Gross int }

func Prices() (*Price, *Price, error) {
return &Price{
Net: 1,
Gross: 2,
}, &Price{
Net: 3,
Gross: 4,
}, nil
}
EOF

for version in go1.25.3 go1.26.8 go1.27.4; do
  gofmt_of "$version" source.go > "by-$version.go"
done
cmp by-go1.25.3.go by-go1.26.8.go
diff by-go1.26.8.go by-go1.27.4.go || true

expect 'indent of a field, 1.26' $'\t\t\tNet:   1,' "$(grep 'Net:   1' by-go1.26.8.go)"
expect 'indent of a field, 1.27' $'\t\tNet:   1,' "$(grep 'Net:   1' by-go1.27.4.go)"
expect 'gofmt 1.26 objects to' 'by-go1.27.4.go' "$(gofmt_of go1.26.8 -l by-go1.26.8.go by-go1.27.4.go)"
expect 'gofmt 1.27 objects to' 'by-go1.26.8.go' "$(gofmt_of go1.27.4 -l by-go1.26.8.go by-go1.27.4.go)"
