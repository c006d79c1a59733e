#!/usr/bin/env bash
# Code below `_x`, `.x` or `testdata` is part of the program, and `./...` neither vets nor tests it.
#
# Guess:    the go command ignores such directories, so an import of one of them does not build.
# Seen:     only patterns pass over them; an import works, and the program runs their code. `go vet ./...` is
#           clean although vet, given their names, finds errors, and `go test ./...` runs none of their tests.
#           -coverpkg=./... does mean them: there the same pattern is compared with import paths.
# Versions: Go 1.26.8, 1.27.4, on 2026-11-29.
# Why:      "vet and tests of all packages are green" says nothing about them; a list of what was checked has
#           to start from `go list -deps`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
for directory in _legacy .hidden testdata/sample; do
  mkdir -p "$directory"
  cat > "$directory/price.go" <<'EOF'
package price

import "fmt"

func Price() string { return fmt.Sprintf("%d", "free") }
EOF
  printf 'package price\n\nimport "testing"\n\nfunc TestPrice(t *testing.T) { t.Fatal("wrong") }\n' > "$directory/price_test.go"
done
cat > main.go <<'EOF'
package main

import (
	"fmt"

	hidden "example.com/shop/.hidden"
	legacy "example.com/shop/_legacy"
	sample "example.com/shop/testdata/sample"
)

func main() { fmt.Println(hidden.Price(), legacy.Price(), sample.Price()) }
EOF
printf 'package main\n\nimport "testing"\n\nfunc TestMainRuns(t *testing.T) { main() }\n' > main_test.go

code() { local code=0; "$@" > out.txt 2>&1 || code=$?; echo "$code"; }

for version in go1.26.8 go1.27.4; do
  export GOTOOLCHAIN=$version
  expect "$version, the program runs   " '%!d(string=free) %!d(string=free) %!d(string=free)' "$(go run .)"
  expect "$version, go vet ./...       " '0' "$(code go vet ./...)"
  expect "$version, go test ./...      " '0' "$(code go test ./...)"
  expect "$version, go vet ./_legacy   " '1' "$(code go vet ./_legacy)"
  expect "$version, go test ./.hidden  " '1' "$(code go test -vet=off ./.hidden)"
  go test -coverpkg=./... -coverprofile=c.out ./... > out.txt
  expect "$version, files in -coverpkg " '.hidden/price.go _legacy/price.go main.go testdata/sample/price.go ' \
    "$(sed -n 's,^example.com/shop/\(.*\):.*,\1,p' c.out | LC_ALL=C sort -u | tr '\n' ' ')"
  expect "$version, go list -deps ./..." './.hidden ./_legacy ./testdata/sample .' \
    "$(go list -deps ./... | sed -n 's,^example.com/shop,.,p' | tr '\n' ' ' | sed 's/ $//')"
done
