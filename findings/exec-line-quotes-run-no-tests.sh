#!/usr/bin/env bash
# A `go test` line in single quotes, run by @actions/exec, tests nothing and succeeds.
#
# Guess:    exec("go test -run 'TestPay|TestRefund' .") takes the line apart as a shell does.
# Seen:     only double quotes are quotes for @actions/exec. The pattern that Go gets begins and ends with an
#           apostrophe, matches no test, and `go test` says "ok [no tests to run]", exit code 0. Double quotes work.
# Versions: @actions/exec 3.0.0, Go 1.27.4, on 2026-11-29.
# Why:      the command works in every `run:` step, and moved into an action it is green for ever.
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
cat > shop_test.go <<'EOF'
package shop

import "testing"

func TestPay(t *testing.T)    { t.Error("no money") }
func TestRefund(t *testing.T) {}
EOF
cat > run.mjs <<'EOF'
import { getExecOutput } from "@actions/exec";

const line = process.argv[2];
const { exitCode, stdout } = await getExecOutput(line, [], { silent: true, ignoreReturnCode: true });
const last = stdout.includes("[no tests to run]") ? "no tests to run" : stdout.includes("FAIL") ? "a test fails" : "passed";
console.log(`exit code ${exitCode}, ${last}`);
EOF

single="go test -run 'TestPay|TestRefund' ."
double='go test -run "TestPay|TestRefund" .'

expect 'single quotes in bash        ' 'exit code 1' "$(bash -c "$single" > out.txt 2>&1 || echo "exit code $?")"
expect 'single quotes in @actions/exec' 'exit code 0, no tests to run' "$(node run.mjs "$single")"
expect 'double quotes in @actions/exec' 'exit code 1, a test fails' "$(node run.mjs "$double")"
