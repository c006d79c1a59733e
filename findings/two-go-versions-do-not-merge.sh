#!/usr/bin/env bash
# Coverage of the same file by two releases of Go: whether it can be merged depends on the order of the arguments.
#
# Guess:    a run with Go 1.26 and one with 1.27 over the same sources can be merged; one test that takes the
#           first branch and one that takes the second make 100 % together.
# Seen:     the releases place the blocks differently. gocovmerge fails with 1.26 before 1.27 ("OVERLAP") and
#           succeeds with 1.27 before 1.26, with both sets of blocks. `go tool covdata` takes the covered builds of
#           both without a word: 80 % and 40 %, that are all of the program, become 66.7 %.
# Versions: Go 1.26.8, 1.27.4, gocovmerge of 2016-03-31, on 2026-11-29.
# Why:      a matrix of two releases of Go whose coverage is put together, or unit tests and a covered build of
#           different jobs: the total is wrong, or the merge fails after a change of nothing but the names of files.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

mkdir tool
cat > tool/go.mod <<'EOF'
module example.com/tool

go 1.24

tool github.com/wadey/gocovmerge

require (
	github.com/wadey/gocovmerge v0.0.0-20160331181800-b5bfa59ec0ad
	golang.org/x/tools v0.30.0
)
EOF
(cd tool && go mod tidy && go build -o ../gocovmerge github.com/wadey/gocovmerge) 2> tool.txt

cat > go.mod <<'EOF'
module example.com/shop

go 1.24
EOF
cat > main.go <<'EOF'
package main

import "os"

func main() {
	if len(os.Args) > 1 {
		println("shop")
		println(os.Args[1])
		return
	}
	println("usage: shop NAME")
}
EOF

run() { # go version, arguments
  mkdir -p "$1"
  GOTOOLCHAIN=$1 go build -cover -o shop .
  GOCOVERDIR=$1 ./shop "${@:2}" 2>> shop.txt
  go tool covdata textfmt -i="$1" -o="$1.out"
}
percent() { go tool covdata percent -i="$1" | grep -o '[0-9.]*%'; }
merged() { # profiles
  ./gocovmerge "$@" > merged.out 2> errors.txt || { grep -o 'OVERLAP BEFORE' errors.txt; return; }
  printf '%s blocks, %s' "$(grep -c main.go merged.out)" "$(go tool cover -func=merged.out | grep -o '[0-9.]*%' | tail -n 1)"
}

run go1.26.8 name
run go1.27.4

expect 'covdata, 1.26 with the branch' '80.0%' "$(percent go1.26.8)"
expect 'covdata, 1.27 without it     ' '40.0%' "$(percent go1.27.4)"
expect 'covdata, both                ' '66.7%' "$(percent go1.26.8,go1.27.4)"
expect 'gocovmerge, 1.26 and 1.27    ' 'OVERLAP BEFORE' "$(merged go1.26.8.out go1.27.4.out)"
expect 'gocovmerge, 1.27 and 1.26    ' '5 blocks, 66.7%' "$(merged go1.27.4.out go1.26.8.out)"
run go1.27.4 name
expect 'covdata, 1.27 twice          ' '100.0%' "$(percent go1.27.4)"
