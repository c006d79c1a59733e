#!/usr/bin/env bash
# `go tool` succeeds when the tool was killed, up to Go 1.26.
#
# Guess:    `go tool linter` of a module with a tool line ends like the linter: with its exit code, and not
#           with 0 when the kernel killed it.
# Seen:     exit codes are handed on, but a tool that a signal ended gives exit code 0 in 1.24, 1.25 and 1.26;
#           1.24 does not print a word about it. 1.27 exits with 1. `go run` of the same program: 1 everywhere.
# Versions: Go 1.24.9, 1.25.3, 1.26.8, 1.27.4, on 2026-11-29.
# Why:      linters and generators in tool lines are what a small runner kills for want of memory, and the
#           step is green; the upgrade to 1.27 is what shows it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

cat > go.mod <<'EOF'
module example.com/shop

go 1.24

tool example.com/shop/cmd/lint
EOF
mkdir -p cmd/lint
cat > cmd/lint/main.go <<'EOF'
package main

import (
	"os"
	"syscall"
)

func main() {
	if len(os.Args) > 1 {
		os.Exit(7)
	}
	syscall.Kill(os.Getpid(), syscall.SIGKILL)
	select {}
}
EOF

ends() { # go version, arguments of go: its exit code and its words
  local code=0
  GOTOOLCHAIN=$1 go "${@:2}" > out.txt 2>&1 || code=$?
  echo "$code $(tr '\n' ' ' < out.txt)"
}

for version in go1.24.9 go1.25.3 go1.26.8 go1.27.4; do
  expect "$version, the tool exits with 7" '7 ' "$(ends "$version" tool lint 7)"
done
expect 'go1.24.9, the tool is killed  ' '0 ' "$(ends go1.24.9 tool lint)"
expect 'go1.25.3, the tool is killed  ' '0 go tool lint: signal: killed ' "$(ends go1.25.3 tool lint)"
expect 'go1.26.8, the tool is killed  ' '0 go tool lint: signal: killed ' "$(ends go1.26.8 tool lint)"
expect 'go1.27.4, the tool is killed  ' '1 go tool lint: signal: killed ' "$(ends go1.27.4 tool lint)"
expect 'go1.26.8, go run is killed    ' '1 signal: killed ' "$(ends go1.26.8 run ./cmd/lint)"
