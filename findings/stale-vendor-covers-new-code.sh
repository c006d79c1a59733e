#!/usr/bin/env bash
# A line that panics is reported as covered by a test that passes, from a vendored copy of its package.
#
# Guess:    with vendor/ checked in, `go test -coverpkg` says that it covered vendor/example.com/price/price.go; and
#           once the replaced directory has changed, Go says "inconsistent vendoring".
# Seen:     the profile names the copy like the original, example.com/price/price.go, and Go compares vendor/modules.txt
#           with go.mod but no file. The test of the copy passes, and `go tool cover` in the workspace of both modules
#           shows the new code, that no test ever ran, with 100.0 %.
# Versions: Go 1.26.8, 1.27.4, on 2026-11-29.
# Why:      in a repository of several modules the coverage of a package is the sum of the tests of all modules; the
#           tests of the one with a vendor/ count for lines that they do not have.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

mkdir shop price
cat > shop/go.mod <<'EOF'
module example.com/shop

go 1.24

require example.com/price v1.0.0

replace example.com/price => ../price
EOF
cat > shop/shop_test.go <<'EOF'
package shop

import (
	"testing"

	"example.com/price"
)

func TestPrice(t *testing.T) { price.Of(2) }
EOF
printf 'module example.com/price\n\ngo 1.24\n' > price/go.mod
printf 'package price\n\nfunc Of(n int) int {\n\treturn n * 9\n}\n' > price/price.go
(cd shop && go mod vendor)
printf 'package price\n\nfunc Of(n int) int {\n\tpanic("not ready")\n}\n' > price/price.go
printf 'go 1.24\n\nuse (\n\t./price\n\t./shop\n)\n' > go.work

tested() { # go version
  (cd shop && GOTOOLCHAIN=$1 go test -coverpkg=example.com/price -coverprofile="../$1.out" .) | grep -o 'coverage: [0-9.]*%'
}
covered() { GOTOOLCHAIN=$1 GOWORK="$dir/go.work" go tool cover -func="$1.out" | head -n 1 | tr -s '\t' ' '; }

for version in go1.26.8 go1.27.4; do
  expect "$version, test with vendor/     " 'coverage: 100.0%' "$(tested "$version")"
  expect "$version, file in the profile   " 'example.com/price/price.go' "$(sed -n '2s/:.*//p' "$version.out")"
  expect "$version, cover in the workspace" 'example.com/price/price.go:3: Of 100.0%' "$(covered "$version")"
  expect "$version, test in the workspace " 'panic: not ready [recovered, repanicked]' \
    "$({ GOTOOLCHAIN=$version GOWORK="$dir/go.work" go test ./shop || true; } | grep -m 1 panic:)"
done
