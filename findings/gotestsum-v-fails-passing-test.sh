#!/usr/bin/env bash
# `gotestsum -- -v` reports a test as failed that passed, in a run that succeeds.
#
# Guess:    -v behind `--` is harmless: gotestsum uses `go test -json`, which is verbose anyway.
# Seen:     an explicit -v replaces the -test.v=test2json by which the test binary marks its own lines.
#           Without the marks the result of a test that printed no line end is not recognised: JUnit has a
#           <failure> for it, while gotestsum itself exits with 0. Without -v the same test passes.
# Versions: Go 1.27.4 (1.26.8 alike), gotestsum 1.13.0, on 2026-11-29.
# Why:      -v is the first thing one adds to a CI command, and a test that prints a progress line without
#           a line end is enough: a green job with a red test report, and a "flaky" test that never failed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4 GOBIN="$dir/bin"

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

go install gotest.tools/gotestsum@v1.13.0

cat > go.mod <<'EOF'
module example.com/shop

go 1.24
EOF
cat > shop_test.go <<'EOF'
package shop

import (
	"fmt"
	"testing"
)

func TestImport(t *testing.T) { fmt.Print("progress: 50%") }
EOF

run() { # name of the report, arguments of go test
  local code=0
  bin/gotestsum --format none --junitfile "$1" -- "${@:2}" ./... >&2 || code=$?
  echo "exit code $code, $(grep -o '<testsuites tests="[0-9]*" failures="[0-9]*"' "$1")"
}

expect 'without -v' 'exit code 0, <testsuites tests="1" failures="0"' "$(run plain.xml -count=1)"
expect 'with -v   ' 'exit code 0, <testsuites tests="1" failures="1"' "$(run verbose.xml -count=1 -v)"
expect 'the failure says' 'progress: 50%--- PASS: TestImport (0.00s)' \
  "$(grep -o 'progress.*s)' verbose.xml)"
