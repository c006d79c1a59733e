#!/usr/bin/env bash
# benchstat compares nothing when the two runs were on different processors, and says nothing of it.
#
# Guess:    `benchstat old.txt new.txt` puts the two files side by side; if they come from different processors it
#           compares all the same, perhaps with a warning.
# Seen:     the line "cpu:" of the benchmark format is part of what makes a table. Twice as many allocations are
#           "+100.00%" with one processor in both files; with two, each file has a table of its own without a
#           comparison, no warning, and exit code 0. So it is with another number of cores: BenchmarkList-4 and
#           BenchmarkList-8 are two rows. `-ignore cpu,/gomaxprocs` compares both.
# Versions: benchstat of golang.org/x/perf 2026-09-08, Go 1.27.4, on 2026-11-29.
# Why:      runners of one label have different processors: a job that looks for a rise in what benchstat prints is
#           green whenever the second run was on another one, though allocations do not depend on it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

GOBIN=$dir go install golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da 2> install.txt

printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
bench() { # allocations: six runs of a benchmark that makes as many
  cat > shop_test.go <<GO
package shop

import "testing"

var last []byte

func BenchmarkList(b *testing.B) {
	for range b.N {
		for range $1 {
			last = make([]byte, 64)
		}
	}
}
GO
  go test -run='^$' -bench=. -benchmem -benchtime=100x -count=6 -cpu=4 .
}
on() { # processor: its name in place of this machine's
  awk -v cpu="$1" '/^cpu: / { next } { print } /^pkg: / { print "cpu: " cpu }'
}
bench 1 > old.txt
bench 2 > new.txt
first='AMD EPYC 7763 64-Core Processor'
second='Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz'
on "$first" < old.txt > old-first.txt
on "$first" < new.txt > new-first.txt
on "$second" < new.txt > new-second.txt
sed 's/^BenchmarkList-4/BenchmarkList-8/' new-first.txt > new-cores.txt

compared() { # arguments of benchstat: its comparison, what it warns of, its exit code
  local code=0
  ./benchstat -filter '.unit:allocs/op' "$@" > out.txt 2> warnings.txt || code=$?
  printf '%s%s, exit code %s' "$(grep -oE '[+-][0-9.]+%' out.txt | sort -u | grep . || echo nothing)" "$(cat warnings.txt)" "$code"
}

expect 'one processor                     ' '+100.00%, exit code 0' "$(compared old-first.txt new-first.txt)"
expect 'two processors                    ' 'nothing, exit code 0' "$(compared old-first.txt new-second.txt)"
expect 'two processors, -ignore cpu       ' '+100.00%, exit code 0' "$(compared -ignore cpu old-first.txt new-second.txt)"
expect '4 and 8 cores                     ' 'nothing, exit code 0' "$(compared old-first.txt new-cores.txt)"
expect '4 and 8 cores, -ignore /gomaxprocs' '+100.00%, exit code 0' "$(compared -ignore /gomaxprocs old-first.txt new-cores.txt)"
