#!/usr/bin/env bash
# A `go build` that was killed has, for @actions/exec, an exit code that is false: null.
#
# Guess:    exitCode is a number, as its type says; a process that was killed has 137, as in a shell, or 1.
# Seen:     with ignoreReturnCode, exec() and getExecOutput() give null for a process that a signal ended.
#           `if (exitCode)` and `exitCode > 0` are false, and core.setFailed is not reached. Without
#           ignoreReturnCode it is an error: "failed with exit code null".
# Versions: @actions/exec 3.0.0, Go 1.27.4, node 20, on 2026-11-29.
# Why:      compilers and linkers are what runs out of memory on a small runner; an action that looks at the
#           exit code itself takes that for success. A Go program as the parent sees -1, a shell 137.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

npm init --yes > npm.txt
npm install --silent --no-audit --no-fund @actions/exec@3.0.0

cat > go.mod <<'EOF'
module example.com/shop

go 1.24
EOF
cat > main.go <<'EOF'
package main

import (
	"os"
	"syscall"
)

func main() {
	if len(os.Args) > 1 {
		os.Exit(3)
	}
	syscall.Kill(os.Getpid(), syscall.SIGKILL)
	select {}
}
EOF
go build -o program .

cat > run.mjs <<'EOF'
import { exec } from "@actions/exec";

const args = process.argv.slice(2);
const exitCode = await exec("./program", args, { silent: true, ignoreReturnCode: true });
console.log(`${exitCode}: ${exitCode ? "failed" : "taken for success"}`);
EOF
cat > strict.mjs <<'EOF'
import { exec } from "@actions/exec";

await exec("./program", [], { silent: true }).catch((error) => console.log(error.message.replace(/'.*'/, "it")));
EOF

killed_in_shell() { bash -c './program; echo $?' 2> /dev/null; }

expect 'exits with 3                ' '3: failed' "$(node run.mjs 3)"
expect 'killed, in a shell          ' '137' "$(killed_in_shell)"
expect 'killed, ignoreReturnCode    ' 'null: taken for success' "$(node run.mjs)"
expect 'killed, nothing is ignored  ' 'The process it failed with exit code null' "$(node strict.mjs)"
