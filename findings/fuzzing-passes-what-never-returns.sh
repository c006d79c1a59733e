#!/usr/bin/env bash
# Fuzzing comes upon an input that the function never returns from, and passes.
#
# Guess:    an input that a fuzz target hangs on is a failure: it is reported, written to testdata/fuzz, and -timeout
#           ends what takes too long, as it does for a test.
# Seen:     the worker hangs, no further input is tried, and when -fuzztime is over the run says PASS with exit
#           code 0 and keeps nothing. -timeout=2s does not count while fuzzing. The only sign is that the number of
#           inputs no longer grows: "execs: 2 (0/sec)". The same input as a seed, without -fuzz, is
#           "panic: test timed out after 2s".
# Versions: Go 1.26.8, 1.27.4, on 2026-11-30.
# Why:      a nightly job that fuzzes a parser is green on every night on which it found an endless loop at once, and
#           fuzzes nothing from then on.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOCACHE=$dir/cache

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

printf 'module example.com/shop\n\ngo 1.25\n' > go.mod
cat > shop_test.go <<'EOF'
package shop

import "testing"

// fields counts what stands before a semicolon, and goes on for ever where there is none.
func fields(s string) int {
	count := 0
	for len(s) > 0 && s[0] != ';' {
		s = s[min(1, len(s)-1):]
		count++
	}
	return count
}

func FuzzFields(f *testing.F) {
	f.Add(";")
	f.Fuzz(func(t *testing.T, s string) { fields(s) })
}
EOF

run() { # arguments of go test: how it ends, and its exit code
  local code=0
  go test "$@" . > out.txt 2>&1 || code=$?
  printf '%s, exit code %s' "$(grep -oE '^PASS|^panic: test timed out after .*|^FAIL' out.txt | head -n 1)" "$code"
}

for version in go1.26.8 go1.27.4; do
  export GOTOOLCHAIN=$version
  expect "$version, fuzzed for 5s       " 'PASS, exit code 0' "$(run -fuzz=FuzzFields -fuzztime=5s -timeout=2s)"
  expect "$version, tried in the end    " 'nothing more' \
    "$(grep -q 'execs: [0-9]* (0/sec)' out.txt && echo 'nothing more' || echo more)"
  expect "$version, inputs that are kept" '0' "$(find testdata -type f 2> found.txt | wc -l | tr -d ' ')"
  mkdir -p testdata/fuzz/FuzzFields
  printf 'go test fuzz v1\nstring("a")\n' > testdata/fuzz/FuzzFields/seed
  expect "$version, such an input a seed" 'panic: test timed out after 2s, exit code 1' "$(run -timeout=2s)"
  rm -r testdata
done
