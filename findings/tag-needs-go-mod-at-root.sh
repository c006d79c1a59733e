#!/usr/bin/env bash
# The tag of a module in a folder is its version only when the root of the repository has a go.mod too.
#
# Guess:    a program of module example.com/shop/app, built from a clean checkout of the tag app/v1.4.0, carries v1.4.0,
#           and a bill of materials made of the same checkout says the same.
# Seen:     without a go.mod at the root, as in a repository of modules held together by go.work, the program carries
#           (devel), with the commit beside it. A go.mod of any other module at the root makes it v1.4.0. Go 1.24 gives
#           the version of the other tag on the commit, v0.3.0, which is of the module at the root, and so does
#           `cyclonedx-gomod app`; `cyclonedx-gomod bin` gives what the program carries, or a pseudo-version of v0.0.0.
# Versions: Go 1.24.9, 1.26.8, 1.27.4, cyclonedx-gomod 1.10.0, on 2026-11-29.
# Why:      a release says (devel) in its --version, and the bill of materials of one commit names a version that is
#           another module's, by which of two commands of the same tool made it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOTOOLCHAIN=go1.27.4 GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
unset GOWORK

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

GOBIN=$dir go install github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0 2> install.txt

mkdir -p shop/app shop/api
cd shop
git init -q
release() { # commits all and moves the tags there
  git add -A
  git -c user.name=shop -c user.email=shop@example.com commit -qm "$1"
  git tag -f v0.3.0 >> ../tags.txt
  git tag -f app/v1.4.0 >> ../tags.txt
}
printf 'go 1.24\n\nuse (\n\t./api\n\t./app\n)\n' > go.work
printf 'module example.com/shop/api\n\ngo 1.24\n' > api/go.mod
printf 'module example.com/shop/app\n\ngo 1.24\n' > app/go.mod
printf 'package api\n' > api/api.go
cat > app/main.go <<'GO'
package main

import (
	"fmt"
	"runtime/debug"
)

func main() {
	info, _ := debug.ReadBuildInfo()
	fmt.Print(info.Main.Version)
}
GO

carried() { # go version: what the program says of itself
  (cd app && GOTOOLCHAIN=$1 go build -o ../../app.bin .) && ../app.bin
}
listed() { # command of cyclonedx-gomod, what of: the module's version in the list, without time and commit
  ../cyclonedx-gomod "$1" -json -output ../list.json "$2" 2> ../list.txt
  sed -n 's|.*"purl": "pkg:golang/example.com/shop/app@\([^?]*\)?.*|\1|p' ../list.json | head -n 1 |
    sed 's/-[0-9]*-[0-9a-f]*$/-TIME-COMMIT/'
}

release 'No module at the root'
expect 'no go.mod at the root, Go 1.24.9        ' 'v0.3.0' "$(carried go1.24.9)"
expect 'no go.mod at the root, Go 1.26.8        ' '(devel)' "$(carried go1.26.8)"
expect 'no go.mod at the root, Go 1.27.4        ' '(devel)' "$(carried go1.27.4)"
expect 'the same, without go.work               ' '(devel)' "$(GOWORK=off carried go1.27.4)"
expect 'no go.mod at the root, cyclonedx app    ' 'v0.3.0' "$(listed app app)"
expect 'no go.mod at the root, cyclonedx bin    ' 'v0.0.0-TIME-COMMIT' "$(listed bin ../app.bin)"

printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
release 'A module at the root'
expect 'with a go.mod at the root, Go 1.24.9    ' 'v0.3.0' "$(carried go1.24.9)"
expect 'with a go.mod at the root, Go 1.26.8    ' 'v1.4.0' "$(carried go1.26.8)"
expect 'with a go.mod at the root, Go 1.27.4    ' 'v1.4.0' "$(carried go1.27.4)"
expect 'with a go.mod at the root, cyclonedx app' 'v0.3.0' "$(listed app app)"
expect 'with a go.mod at the root, cyclonedx bin' 'v1.4.0' "$(listed bin ../app.bin)"
