#!/usr/bin/env bash
# With a relative GOCOVERDIR, a covered program that changes its directory leaves 0.0 %, or its data in two places.
#
# Guess:    GOCOVERDIR is read when the program starts, and what it names is fixed from then on; a directory that is not
#           there is told at the start.
# Seen:     the program writes in two goes: which statements there are at its start, what was reached at its end, and the
#           end looks up the relative name again, from where the program is by then. After os.Chdir the directory that was
#           asked for has the first half, which `go tool covdata` takes for a run that reached nothing (0.0 %, exit code 0).
#           The second half is lost with a line on standard error, also with exit code 0, or is in the new directory when
#           that has one of the name, where it says nothing ("no applicable files"). Both together are 100.0 %.
# Versions: Go 1.26.8, 1.27.4, on 2026-12-01.
# Why:      servers go to their data directory, and `GOCOVERDIR=coverage ./app` is what one writes in a job: the end-to-end
#           tests count as 0.0 %, which looks as if they had missed the program.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
cat > main.go <<'GO'
package main

import "os"

func main() {
	_ = os.Chdir(os.Args[1])
	println("serving")
}
GO

percent() { go tool covdata percent -i="$1" 2>&1 | awk '/coverage:/ { print $3; found = 1 } END { if (!found) print "nothing" }'; }
run() { # GOCOVERDIR, directory to change to: exit code and standard error without addresses
  local code=0
  GOCOVERDIR=$1 ./app "$2" 2> err.txt || code=$?
  printf '%s, %s' "$code" "$(grep -o -E 'serving|no coverage data written' err.txt | tr '\n' ' ')"
}

for GOTOOLCHAIN in go1.26.8 go1.27.4; do
  echo "$GOTOOLCHAIN"
  go build -cover -o app .
  rm -rf coverage data
  mkdir -p coverage data
  expect '  stays where it is                ' '0, serving ' "$(run coverage .)"
  expect '    coverage/                      ' '100.0%' "$(percent coverage)"
  rm -rf coverage && mkdir coverage
  expect '  goes to data/                    ' '0, serving no coverage data written ' "$(run coverage data)"
  expect '    coverage/                      ' '0.0%' "$(percent coverage)"
  rm -rf coverage && mkdir -p coverage data/coverage
  expect '  goes to data/, with a coverage/  ' '0, serving ' "$(run coverage data)"
  expect '    coverage/                      ' '0.0%' "$(percent coverage)"
  expect '    data/coverage/                 ' 'nothing' "$(percent data/coverage)"
  expect '    both                           ' '100.0%' "$(percent coverage,data/coverage)"
  rm -rf coverage && mkdir coverage
  expect '  absolute, goes to data/          ' '0, serving ' "$(run "$dir/coverage" data)"
  expect '    coverage/                      ' '100.0%' "$(percent coverage)"
done
