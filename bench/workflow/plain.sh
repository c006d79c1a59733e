#!/usr/bin/env bash
# The checks of the action as sequential steps, in the current directory, with the flags that the action uses by default. Every step runs; a failing one
# makes the whole fail.
set -u
status=0

step() {
  local start
  start=$(date +%s%3N)
  "$@" || status=1
  printf '%6d ms  %s\n' $(($(date +%s%3N) - start)) "$*"
}

out=$(mktemp -d)
step go mod download
step gofmt -l .
step go vet ./...
step go test "-coverprofile=$out/coverage.out" ./...
for os in linux darwin windows; do
  export GOOS=$os GOARCH=amd64 CGO_ENABLED=0
  mapfile -t mains < <(go list -e -find -f '{{if and (eq .Name "main") .GoFiles}}{{.ImportPath}}{{end}}' ./...)
  [ "${#mains[@]}" -eq 0 ] || step go build -buildvcs=false "-o=$out/$os/" "${mains[@]}"
done
exit "$status"
