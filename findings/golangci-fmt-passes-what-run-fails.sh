#!/usr/bin/env bash
# `golangci-lint fmt` is content with a file that `golangci-lint run` fails for its format.
#
# Guess:    the formatters of .golangci.yml are the same ones for both commands; after `golangci-lint fmt`, `run` has
#           nothing to say about the format.
# Seen:     fmt leaves out what looks generated, and "Do not edit them without asking finance" in the comment of a package
#           looks so to it. `fmt --diff` shows nothing and exits with 0, and fmt with the file named changes nothing. `run`
#           goes by Go's own rule ("Code generated … DO NOT EDIT."), reports "not properly formatted" and exits with 1;
#           `run --fix` formats the file. With `formatters.exclusions.generated: strict` fmt sees it as well.
# Versions: golangci-lint 2.15.0 on Go 1.26.8, on 2026-12-01.
# Why:      the remedy that one is told, `golangci-lint fmt`, is without effect on such a file, and a job that checks the
#           format by `fmt --diff` is green where the job that lints is red.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.26.8 GOLANGCI_LINT_CACHE=$dir/cache

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

GOBIN=$dir/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0 2> install.txt || { cat install.txt >&2; exit 1; }

mkdir shop && cd shop
printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
configured() { printf 'version: "2"\nlinters:\n  default: none\nformatters:\n  enable: [gofmt]\n%s' "$1" > .golangci.yml; }
write() { printf '// Package rates holds the rates. %s without asking finance.\npackage rates\n\nvar  Rates = []int{ 7,19 }\n' "$1" > rates.go; }
lint() { # arguments: exit code, and whether gofmt has still something to change
  local code=0
  "$dir/bin/golangci-lint" "$@" > ../out.txt 2> ../err.txt || code=$?
  printf '%s, %s' "$code" "$([[ -n $(gofmt -l rates.go) ]] && echo 'not formatted' || echo formatted)"
}

configured ''
write 'Never change them'
expect 'another comment, fmt --diff   ' '1, not formatted' "$(lint fmt --diff)"
write 'Do not edit them'
expect 'fmt --diff                    ' '0, not formatted' "$(lint fmt --diff)"
[[ ! -s ../out.txt ]] || { cat ../out.txt; exit 1; }
expect 'fmt                           ' '0, not formatted' "$(lint fmt)"
expect 'fmt rates.go                  ' '0, not formatted' "$(lint fmt rates.go)"
expect 'run                           ' '1, not formatted' "$(lint run)"
head -n 1 ../out.txt
expect 'run --fix                     ' '0, formatted' "$(lint run --fix)"
write 'Do not edit them'
configured $'  exclusions:\n    generated: strict\n'
expect 'fmt with "generated: strict"  ' '0, formatted' "$(lint fmt)"
