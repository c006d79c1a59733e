#!/usr/bin/env bash
# With -coverpkg, which other packages are named on the command line decides whether the result of a test is cached.
#
# Guess:    the result of a package's tests depends on that package, what it imports and the flags. `go test -coverpkg=./... ./a`
#           after `go test -coverpkg=./... ./a ./b` finds it in the cache, and so does the other way round.
# Seen:     a test binary has all packages of the command that -coverpkg matches compiled in, imported or not: ./a, which
#           imports nothing, has lines of ./b in its profile when ./b is tested beside it, and none when it is not. So each set
#           of packages has results of its own, and none of the other is taken. Without -coverpkg both are (cached).
# Versions: Go 1.26.8, on 2026-11-30.
# Why:      whoever splits the packages of a run over several commands or jobs, or tests the changed ones alone, makes every
#           result anew when coverage is counted across packages, and with `-coverprofile` alone none.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.26.8 GOCACHE=$dir/cache

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
for name in a b; do
  mkdir "$name"
  printf 'package %s\n\nfunc F() int { return 1 }\n' "$name" > "$name/$name.go"
  printf 'package %s\n\nimport "testing"\n\nfunc TestF(t *testing.T) { F() }\n' "$name" > "$name/${name}_test.go"
done

cached() { # flags...: whether the result of ./a is one of an earlier run
  go test "$@" > output.txt
  grep -q '^ok .*/a.*(cached)' output.txt && echo cached || echo run
}

cached -coverprofile=c.out ./a ./b > first.txt
expect "after ./a ./b, -coverprofile alone: ./a" cached "$(cached -coverprofile=c.out ./a)"

cached -coverpkg=./... -coverprofile=c.out ./a ./b > first.txt
expect "again, with -coverpkg" cached "$(cached -coverpkg=./... -coverprofile=c.out ./a ./b)"
expect "after ./a ./b, with -coverpkg: ./a" run "$(cached -coverpkg=./... -coverprofile=alone.out ./a)"

go test -count=1 -coverpkg=./... -coverprofile=alone.out ./a > first.txt
expect "lines of ./b in the profile of ./a alone" 0 "$(grep -c '/b/b.go' alone.out || true)"
go test -count=1 -coverpkg=./... -coverprofile=both.out ./a ./b > first.txt
expect "lines of ./b in that of both" 1 "$(grep '/b/b.go' both.out | cut -d' ' -f1 | sort -u | wc -l)"
