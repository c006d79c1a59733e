#!/usr/bin/env bash
# `go work use -r .` takes the modules of testdata into the workspace, and one of them decides what version is shipped.
#
# Guess:    `use -r` takes the directories that `./...` takes: none below testdata, none that begins with `_` or `.`, none below
#           vendor.
# Seen:     it takes all of them, with Go 1.27 not those below vendor. A module in internal/testdata/consumer, a fixture
#           that requires pflag 1.0.6, is one of the workspace like any other: the program at the root is built with pflag
#           1.0.6, where its own go.mod and a build without the workspace have 1.0.5. `./...` does not list the fixture's
#           packages, the pattern `work` does.
# Versions: Go 1.26.8, 1.27.4, on 2026-12-01.
# Why:      the command is how a go.work is made for a repository of several modules: what is tested and built in it
#           follows the newest requirement of any fixture, and an image that builds one module alone has another version.
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

module() { # directory, module, version of pflag
  mkdir -p "$1"
  printf 'module example.com/%s\n\ngo 1.24\n\nrequire github.com/spf13/pflag %s\n' "$2" "$3" > "$1/go.mod"
  printf 'package main\n\nimport "github.com/spf13/pflag"\n\nfunc main() { pflag.Parse() }\n' > "$1/main.go"
  (cd "$1" && GOTOOLCHAIN=go1.26.8 GOWORK=off go mod tidy) 2> tidy.txt || { cat tidy.txt >&2; exit 1; }
}
module . shop v1.0.5
module internal/testdata/consumer consumer v1.0.6
for place in _examples .tools tools/vendor; do module $place/small small v1.0.5; done

used() { go work edit -json | grep -o '"DiskPath": ".*"' | cut -d '"' -f 4 | tr '\n' ' '; }
version() { go build -o shop . && go version -m shop | awk '/pflag/ { print $3 }'; }

for GOTOOLCHAIN in go1.26.8 go1.27.4; do
  rm -f go.work go.work.sum
  go work init
  go work use -r .
  vendored=$([[ $GOTOOLCHAIN != go1.26.8 ]] || echo './tools/vendor/small ')
  expect "$GOTOOLCHAIN, go work use -r ." ". ./.tools/small ./_examples/small ./internal/testdata/consumer $vendored" "$(used)"
  go work edit -dropuse=./.tools/small -dropuse=./_examples/small -dropuse=./tools/vendor/small
  expect '  packages of ./...           ' 'example.com/shop ' "$(go list ./... | tr '\n' ' ')"
  expect '  packages of work            ' 'example.com/consumer example.com/shop ' "$(go list work | tr '\n' ' ')"
  expect '  pflag in the program        ' 'v1.0.6' "$(version)"
  expect '  the same with GOWORK=off    ' 'v1.0.5' "$(GOWORK=off version)"
  go work edit -dropuse=./internal/testdata/consumer
  expect '  without the fixture         ' 'v1.0.5' "$(version)"
done
