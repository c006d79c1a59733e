#!/usr/bin/env bash
# After `go work sync` a module that built alone does no more: its go.mod is new, its go.sum is half of it.
#
# Guess:    `go work sync` writes the versions of the workspace into the modules, so that each of them builds alone with
#           what it is built with in the workspace; go.sum follows go.mod, as with `go get`.
# Seen:     it raises pflag in api/go.mod and exits with 0. api/go.sum loses both lines of the old version and gets one
#           of the two of the new one: without the one of its go.mod, `GOWORK=off go build` ends with "missing go.sum
#           entry for go.mod file". In the workspace it builds, from the other module's go.sum. A second sync changes
#           nothing; `go mod tidy` in the module adds the line.
# Versions: Go 1.26.8, 1.27.4, on 2026-11-29.
# Why:      a job that builds each module by itself, and an image into which one of them is copied, fail after the command
#           that keeps modules in step, while everything in the workspace still passes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOTOOLCHAIN=go1.27.4
unset GOWORK

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

alone() { # module: whether it builds without the workspace
  (cd "$1" && GOWORK=off go build ./... 2> ../errors.txt) && { echo 'builds'; return; }
  grep -o 'missing go.sum entry for go.mod file' errors.txt
}
lines() { # module: version and kind of each line of its go.sum
  sed 's|^github.com/spf13/pflag \(v[0-9.]*\)\(/go.mod\)* .*|\1\2|' "$1/go.sum" | xargs
}

for version in go1.26.8 go1.27.4; do
  export GOTOOLCHAIN=$version
  rm -rf app api go.work
  mkdir app api
  printf 'go 1.26\n\nuse (\n\t./api\n\t./app\n)\n' > go.work
  printf 'module example.com/api\n\ngo 1.26\n\nrequire github.com/spf13/pflag v1.0.5\n' > api/go.mod
  printf 'module example.com/app\n\ngo 1.26\n\nrequire github.com/spf13/pflag v1.0.9\n' > app/go.mod
  for module in api app; do
    printf 'package %s\n\nimport _ "github.com/spf13/pflag"\n' "$module" > "$module/$module.go"
    (cd "$module" && GOWORK=off go mod tidy 2>> ../tidy.txt)
  done

  expect "$version, api alone before     " 'builds' "$(alone api)"
  expect "$version, api/go.sum before    " 'v1.0.5 v1.0.5/go.mod' "$(lines api)"
  expect "$version, go work sync         " 'exit code 0' "$(go work sync 2> sync.txt && echo 'exit code 0')"
  expect "$version, api/go.mod           " 'v1.0.9' "$(sed -n 's/^require .* //p' api/go.mod)"
  expect "$version, api/go.sum           " 'v1.0.9' "$(lines api)"
  expect "$version, both in the workspace" 'build' "$(go build ./api ./app && echo build)"
  expect "$version, app alone            " 'builds' "$(alone app)"
  expect "$version, api alone            " 'missing go.sum entry for go.mod file' "$(alone api)"
  go work sync
  expect "$version, after another sync   " 'missing go.sum entry for go.mod file' "$(alone api)"
  (cd api && GOWORK=off go mod tidy)
  expect "$version, after go mod tidy    " 'builds' "$(alone api)"
done
