#!/usr/bin/env bash
# A header in another directory can change, and even break, without `go test -count=1` seeing it.
#
# Guess:    the build cache knows all inputs; after a change of a header that the package includes, the package
#           is compiled again, at least with -count=1, which is there to get around caches.
# Seen:     only files in the directory of the package count. After a change of "../include/rate.h" the cgo
#           package keeps its old constant, and so does one in assembly; with `#error` in the header they
#           still pass. Only -a, or a change in the package itself, shows it.
# Versions: Go 1.27.4 (1.26.8 alike), gcc 12, on 2026-11-29. Linux on amd64.
# Why:      with a restored build cache, CI tests and ships the constants of an older commit.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

export CGO_ENABLED=1 GOARCH=amd64

printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
mkdir include c asm
cat > c/rate.go <<'EOF'
package c

// #include "../include/rate.h"
import "C"

func Rate() int64 { return C.RATE }
EOF
printf 'package asm\n\nfunc Rate() int64\n' > asm/rate.go
cat > asm/rate_amd64.s <<'EOF'
#include "textflag.h"
#include "../include/rate.h"
TEXT ·Rate(SB), NOSPLIT, $0-8
	MOVQ $RATE, AX
	MOVQ AX, ret+0(FP)
	RET
EOF
for package in c asm; do
  cat > "$package/rate_test.go" <<EOF
package $package

import "testing"

func TestRate(t *testing.T) { t.Log("rate", Rate()) }
EOF
done

rate() { # package, further flags
  { go test -count=1 -v "${@:2}" "./$1" 2>&1 || true; } | grep -o -m 1 -e 'rate [0-9]*' -e '#error'
}

for package in c asm; do
  echo '#define RATE 1' > include/rate.h
  expect "$package, at first          " 'rate 1' "$(rate "$package")"
  echo '#define RATE 2' > include/rate.h
  expect "$package, header changed    " 'rate 1' "$(rate "$package")"
  echo '#error "no rate"' > include/rate.h
  expect "$package, header is an error" 'rate 1' "$(rate "$package")"
  echo '#define RATE 2' > include/rate.h
  echo '// A comment.' >> "$package/rate.go"
  expect "$package, a comment in Go   " 'rate 2' "$(rate "$package")"
done
