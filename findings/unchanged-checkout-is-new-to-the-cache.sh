#!/usr/bin/env bash
# Every new checkout of unchanged code adds to the build cache, by `go list` alone.
#
# Guess:    `go list` reads. After a run in which everything was a hit, a cache holds what it held before, so a job can
#           save its cache, or what is new in it, only "when there is anything new".
# Seen:     one more entry for each package of the main module, in every checkout. Go notes what a package imports under
#           a key of the names, sizes and times of all files in its directory; a clone gives new times. The note's content
#           is the same every time, so no output is added, and no later clone finds the entry. In a quick try none of it
#           shows: where a file is younger than two seconds, nothing is noted.
# Versions: Go 1.26.8, 1.27.4, on 2026-11-30.
# Why:      "save when changed" saves in every run, and a cache that is saved and restored grows by an entry for each
#           package and run.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOCACHE=$dir/cache GOMODCACHE=$dir/mod

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

mkdir -p origin/{a,b,c}
printf 'module example.com/shop\n\ngo 1.24\n' > origin/go.mod
for name in a b c; do printf 'package %s\n\nfunc F() int { return 1 }\n' "$name" > "origin/$name/$name.go"; done

checkout() { # seconds that its files are old; always at the same path
  rm -rf clone
  cp -r origin clone
  find clone -exec touch -d "$1 seconds ago" {} +
}
list() { (cd clone && go list -deps ./... > /dev/null); }
count() { find cache -name "*-$1" | wc -l; }
added() { # by what follows: entries, contents
  local entries contents
  entries=$(count a) contents=$(count d)
  "$@"
  echo "$(($(count a) - entries)) entries, $(($(count d) - contents)) contents"
}

for version in go1.26.8 go1.27.4; do
  export GOTOOLCHAIN=$version
  go version
  # A toolchain that has just been downloaded is too young as well.
  sleep 3
  rm -rf cache
  checkout 100
  list
  expect 'the same checkout again        ' '0 entries, 0 contents' "$(added list)"
  for age in 90 80; do
    checkout "$age"
    expect 'a new checkout of the same code' '3 entries, 0 contents' "$(added list)"
  done
  checkout 0
  expect 'one that is a second old       ' '0 entries, 0 contents' "$(added list)"
done
