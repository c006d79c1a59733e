#!/usr/bin/env bash
# syft gives a program the first version in its linker flags, whatever that is a version of.
#
# Guess:    built without .git, as in most Dockerfiles, a program is `(devel)` for Go, and an SBOM of it has no version,
#           or the one that `-X main.version=` sets.
# Seen:     it has the value of the first `-X` whose name ends in "version", in any package: the version of an API, of a
#           schema, of the plug-in interface. With `-X main.apiVersion=v3.0.0 -X main.version=v1.4.0` the program is
#           v3.0.0 in name, version and package URL; in the other order it is v1.4.0. A build that has .git is v1.4.0
#           both times.
# Versions: syft 1.50.0, Go 1.26.8, on 2026-11-30.
# Why:      scanners look vulnerabilities up by that package URL, and releases are compared by it; the order of flags in
#           a Makefile decides.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.26.8 SYFT_CHECK_FOR_APP_UPDATE=false

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

GOBIN=$dir/bin go install github.com/anchore/syft/cmd/syft@v1.50.0 2> install.txt || { cat install.txt >&2; exit 1; }

mkdir shop && cd shop
printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
printf 'package main\n\nvar version, apiVersion string\n\nfunc main() { println(version, apiVersion) }\n' > main.go
printf 'app\n' > .gitignore
git init -q
git add .
git -c user.name=someone -c user.email=someone@example.com commit -q -m first
git tag v1.4.0

sbom() { # flags of go build: what Go has written into the program, and its package URL in the SBOM
  go build -o app "$@" .
  "$dir/bin/syft" scan -q file:app -o cyclonedx-json > ../sbom.json
  printf '%s, %s' "$(go version -m app | awk '$1 == "mod" { print $3 }')" \
    "$(grep -oE 'pkg:golang/example.com/shop[^"?]*' ../sbom.json | head -n 1)"
}
api='-X main.apiVersion=v3.0.0'
own='-X main.version=v1.4.0'
expect 'without .git' '(devel), pkg:golang/example.com/shop' "$(sbom -buildvcs=false)"
expect 'its own version first' '(devel), pkg:golang/example.com/shop@v1.4.0' "$(sbom -buildvcs=false -ldflags "$own $api")"
expect 'the version of the API first' '(devel), pkg:golang/example.com/shop@v3.0.0' "$(sbom -buildvcs=false -ldflags "$api $own")"
expect 'with .git' 'v1.4.0, pkg:golang/example.com/shop@v1.4.0' "$(sbom -buildvcs=true -ldflags "$api $own")"
