#!/usr/bin/env bash
# `${VERSION#[vV]}` and `${VERSION%%[-+]*}` in a Dockerfile remove nothing, and say nothing.
#
# Guess:    since BuildKit knows `${name#pattern}`, `%` and `/`, their patterns are those of the shell; a form that it does not
#           know is refused, as `${name^^}` and `${name:0:3}` are.
# Seen:     `*` and `?` are all there is. Brackets stand for themselves, and so do the `#` and `%` that tie `/` to an end of the
#           value: the value comes back as it was, without an error. In the RUN line below it, bash does what was meant.
# Versions: github.com/moby/buildkit 0.30.0, bash 5.2, on 2026-12-01.
# Why:      a LABEL, an ENV, a FROM or the source of a COPY has "v1.4.0-rc.1+b5" where the RUN line of the same image has
#           "1.4.0", and a script that was moved from one to the other is wrong without having changed.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

printf 'module example.com/lex\n\ngo 1.26\n' > go.mod
go get github.com/moby/buildkit@v0.30.0 2> get.txt || { cat get.txt >&2; exit 1; }
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

func main() {
	text, _, err := shell.NewLex('\\').ProcessWord(os.Args[1], shell.EnvsFromSlice(os.Args[2:]))
	if err != nil {
		text = "refused"
	}
	fmt.Println(text)
}
GO
go mod tidy 2> tidy.txt || { cat tidy.txt >&2; exit 1; }
go build -o lex .

version=v1.4.0-rc.1+b5
word() { # a word of a Dockerfile: what BuildKit makes of it, what bash does
  expect "$(printf '%-22s' "$1")" "$2" "BuildKit $(./lex "$1" "VERSION=$version"), bash $(VERSION=$version bash -c "echo $1")"
}
word '${VERSION#v}' 'BuildKit 1.4.0-rc.1+b5, bash 1.4.0-rc.1+b5'
word '${VERSION%%-*}' 'BuildKit v1.4.0, bash v1.4.0'
word '${VERSION//./_}' 'BuildKit v1_4_0-rc_1+b5, bash v1_4_0-rc_1+b5'
word '${VERSION#[vV]}' "BuildKit $version, bash 1.4.0-rc.1+b5"
word '${VERSION%%[-+]*}' "BuildKit $version, bash v1.4.0"
word '${VERSION//[.+]/-}' "BuildKit $version, bash v1-4-0-rc-1-b5"
word '${VERSION/#v/release-}' "BuildKit $version, bash release-1.4.0-rc.1+b5"
word '${VERSION/%b5/b6}' "BuildKit $version, bash v1.4.0-rc.1+b6"
word '${VERSION^^}' 'BuildKit refused, bash V1.4.0-RC.1+B5'
word '${VERSION:0:6}' 'BuildKit refused, bash v1.4.0'
