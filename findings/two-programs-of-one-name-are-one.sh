#!/usr/bin/env bash
# Two programs of one name, built into one directory, are one program, which one is by chance, and Go is content.
#
# Guess:    `go build -o bin/ ./...` refuses to write billing/server and search/server to one file; or the last one in
#           the order of the packages stays, the same in every run.
# Seen:     exit code 0, nothing on standard error, one file. The same command on the same sources leaves now one
#           program, now the other: they are linked side by side, and whichever is moved into place last is there.
#           `go install ./...` does the same. Go does refuse it with `-o file`, and for tests: `go test -c -o bin/ ./...`
#           is an error that names both packages.
# Versions: Go 1.26.8 and 1.27.4, on 2026-11-30.
# Why:      services of a repository that are all called server, or cmd: the image holds another service than
#           yesterday's, and no build was red. Checksums of two builds differ for no reason that shows.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN GOBIN=$dir/installed

printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
for service in billing search; do
  mkdir -p $service/server
  printf 'package main\n\nimport "testing"\n\nfunc Test(t *testing.T) {}\n' > $service/server/main_test.go
  printf 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Print("%s") }\n' $service > $service/server/main.go
done

fail() {
  printf 'changed: %s\n' "$1" >&2
  exit 1
}

# Builds until both programs have been seen, at most so many times.
both() { # directory, command
  local seen=' ' found builds
  for builds in $(seq 200); do
    rm -rf "$1"
    mkdir "$1"
    "${@:2}" > said.txt 2>&1 || fail "${*:2}: exit code $?: $(cat said.txt)"
    [[ ! -s said.txt ]] || fail "${*:2} says: $(cat said.txt)"
    [[ "$(ls "$1")" == server ]] || fail "${*:2} leaves $(ls "$1" | tr '\n' ' ')"
    found=$("$1/server")
    [[ "$seen" == *" $found "* ]] || seen+="$found "
    if [[ "$seen" == *' billing '* && "$seen" == *' search '* ]]; then
      printf '  %s: exit code 0 each time, one file; both programs seen in %s builds\n' "${*:2}" "$builds"
      return
    fi
  done
  fail "${*:2} always leaves$seen"
}

for GOTOOLCHAIN in go1.26.8 go1.27.4; do
  go version | cut -d' ' -f3
  both bin go build -p 4 -o bin/ ./...
  both installed go install -p 4 ./...
  refused=$(go build -o file ./... 2>&1) && fail "-o file takes both"
  printf '  go build -o file ./...: %s\n' "$refused"
  refused=$(go test -c -o tests/ ./... 2>&1) && fail "go test -c takes both"
  printf '  go test -c -o tests/ ./...: %s\n' "$(tr '\n' ' ' <<< "$refused")"
done
