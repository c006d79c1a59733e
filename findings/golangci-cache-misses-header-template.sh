#!/usr/bin/env bash
# golangci-lint answers from its cache after the file changed that a rule is made of, and goes on to when it is changed back.
#
# Guess:    results are kept for the same sources under the same configuration, and the configuration is what its files
#           say: a template that .golangci.yml names is part of it.
# Seen:     the cache knows .golangci.yml and the sources, not the template of goheader (`template-path`). With another
#           year or owner in it, every file passes as before. After `golangci-lint cache clean` they fail, and with the
#           old template put back they fail for "two", which is in no file. The same text within .golangci.yml
#           (`template`) is noticed at once.
# Versions: golangci-lint 2.15.0 on Go 1.26.8, on 2026-12-01.
# Why:      golangci-lint-action carries this cache from run to run, under a key of go.mod and the week (its README,
#           https://github.com/golangci/golangci-lint-action#caching-internals): a pull request that changes the header of
#           licences is green for every file that it forgets, and a later one is red for no change of its own.
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
printf '// Copyright Shop one\n\npackage shop\n' > shop.go
configured() { printf 'version: "2"\nlinters:\n  default: none\n  enable: [goheader]\n  settings:\n    goheader:\n      %s\n' "$1" > .golangci.yml; }
header() { printf 'Copyright Shop %s\n' "$1" > header.txt; }
lint() { # exit code and what it says
  local code=0
  "$dir/bin/golangci-lint" run > ../out.txt 2> ../err.txt || code=$?
  printf '%s, %s' "$code" "$(sed -n '1,/issues/{/Expected/s/.*Expected: *//p;/^0 issues/p}' ../out.txt)"
}

configured 'template-path: header.txt'
header one
expect 'header.txt says one               ' '0, 0 issues.' "$(lint)"
header two
expect 'header.txt says two               ' '0, 0 issues.' "$(lint)"
"$dir/bin/golangci-lint" cache clean
expect 'the same, with an empty cache     ' '1, two (goheader)' "$(lint)"
header one
expect 'header.txt says one again         ' '1, two (goheader)' "$(lint)"
configured 'template: Copyright Shop one'
expect 'one, within .golangci.yml         ' '0, 0 issues.' "$(lint)"
configured 'template: Copyright Shop two'
expect 'two, within .golangci.yml         ' '1, two (goheader)' "$(lint)"
