#!/usr/bin/env bash
# In a .dockerignore `**_test.go` leaves out the tests of all directories, and `internal/**_test.go` of none.
#
# Guess:    `**` stands for any number of directories, none included, so that `internal/**_test.go` leaves out the tests below
#           internal; or it is two plain stars, as in a .gitignore, and leaves out those directly in it.
# Seen:     at the start of a pattern `**` stands for everything, and what follows it is the end of the path. Behind a slash
#           it stands for whole directories, and what follows is a name: `internal/**_test.go` leaves out files called
#           "_test.go". Between the two is no warning. `internal/**/*_test.go` leaves out what both were meant to, and
#           git's `internal/**_test.go` the files directly in internal.
# Versions: github.com/moby/patternmatcher 0.6.1 (what docker and BuildKit read .dockerignore with), git 2.39.5, on 2026-12-01.
# Why:      a pattern that works at the root is moved below a directory, and what it left out, tests, fixtures or generated
#           files, is in the image and in the cache key of `COPY . .` from then on.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

mkdir reader && cd reader
printf 'module example.com/reader\n\ngo 1.24\n' > go.mod
go get github.com/moby/patternmatcher@v0.6.1 2> ../get.txt || { cat ../get.txt >&2; exit 1; }
cat > main.go <<'GO'
package main

import (
	"bufio"
	"fmt"
	"os"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	file, err := os.Open(os.Args[1])
	check(err)
	patterns, err := ignorefile.ReadAll(file)
	check(err)
	matcher, err := patternmatcher.New(patterns)
	check(err)
	for paths := bufio.NewScanner(os.Stdin); paths.Scan(); {
		ignored, err := matcher.MatchesOrParentMatches(paths.Text())
		check(err)
		if ignored {
			fmt.Println(paths.Text())
		}
	}
}
GO
go mod tidy 2> ../tidy.txt || { cat ../tidy.txt >&2; exit 1; }
go build -o ../ignored .
cd ..

mkdir repository && cd repository
git init -q
files='main_test.go internal/tax_test.go internal/tax/vat_test.go internal/tax/_test.go'
ignored() { # pattern: what docker leaves out, what git would
  printf '%s\n' "$1" | tee .dockerignore > .gitignore
  printf 'docker leaves out: %s; git: %s' "$(tr ' ' '\n' <<< "$files" | ../ignored .dockerignore | tr '\n' ' ')" \
    "$(tr ' ' '\n' <<< "$files" | { git check-ignore --stdin || true; } | tr '\n' ' ')"
}
all="$files "
below='internal/tax_test.go internal/tax/vat_test.go internal/tax/_test.go '
expect '**_test.go            ' "docker leaves out: $all; git: $all" "$(ignored '**_test.go')"
expect 'internal/**_test.go   ' 'docker leaves out: internal/tax/_test.go ; git: internal/tax_test.go ' "$(ignored 'internal/**_test.go')"
expect 'internal/**/*_test.go ' "docker leaves out: $below; git: $below" "$(ignored 'internal/**/*_test.go')"
