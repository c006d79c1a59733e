#!/usr/bin/env bash
# In a workspace `go list -m all` writes a file, and the program that is built after it is "+dirty".
#
# Guess:    `go list -m all` reads, and `go mod download` fills the module cache; since Go 1.18 it leaves go.sum alone. Built
#           from a clean checkout of the tag v1.4.0 after either, a program is v1.4.0.
# Seen:     both write the sums of modules that no package needs into go.work.sum, a new file where everything builds
#           without one. The checkout has a file that git does not know, and the program is v1.4.0+dirty, with
#           vcs.modified=true and exit code 0. `go mod graph`, `go mod verify`, `go vet` and the build itself write nothing;
#           in a module alone `go list -m all` does not either.
# Versions: Go 1.26.8, 1.27.4, on 2026-12-01.
# Why:      `go mod download` is the usual step between checkout and build, and with `go list -m all` tools for bills of
#           materials begin (cyclonedx-gomod 1.10.0): a release that was tagged and clean calls itself dirty, as soon as
#           there is a go.work.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOTOOLCHAIN
unset GOWORK

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

mkdir -p shop/stock && cd shop
printf 'go 1.24\n\nuse (\n\t.\n\t./stock\n)\n' > go.work
printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
printf 'module example.com/shop/stock\n\ngo 1.24\n' > stock/go.mod
printf 'package main\n\nfunc main() {}\n' > main.go
printf 'package stock\n\nimport _ "github.com/stretchr/testify/assert"\n' > stock/stock.go
(cd stock && GOTOOLCHAIN=go1.26.8 GOWORK=off go get github.com/stretchr/testify@v1.9.0 && GOTOOLCHAIN=go1.26.8 GOWORK=off go mod tidy) 2> ../get.txt
git init -q
git add .
git -c user.name=someone -c user.email=someone@example.com commit -q -m first
git tag v1.4.0

after() { # a command: what git sees of it, and the version of a program built then
  git clean -fdq
  "$@" > ../out.txt 2>&1 || { cat ../out.txt >&2; return 1; }
  printf '%s, ' "$(git status --short)"
  go build -buildvcs=true -o ../app .
  go version -m ../app | awk '$1 == "mod" { print $3 }'
}

for GOTOOLCHAIN in go1.26.8 go1.27.4; do
  expect "$GOTOOLCHAIN, go vet ./... ./stock/..." ', v1.4.0' "$(after go vet ./... ./stock/...)"
  expect "$GOTOOLCHAIN, go mod verify           " ', v1.4.0' "$(after go mod verify)"
  expect "$GOTOOLCHAIN, go mod graph            " ', v1.4.0' "$(after go mod graph)"
  expect "$GOTOOLCHAIN, go list -m all          " '?? go.work.sum, v1.4.0+dirty' "$(after go list -m all)"
  expect "$GOTOOLCHAIN, go mod download         " '?? go.work.sum, v1.4.0+dirty' "$(after go mod download)"
  expect "$GOTOOLCHAIN, stock alone, list -m all" ', v1.4.0' "$(after env -C stock GOWORK=off go list -m all)"
done
