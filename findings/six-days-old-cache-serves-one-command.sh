#!/usr/bin/env bash
# A build cache that was saved six days ago serves the first go command, which throws away what the next one needs.
#
# Guess:    a restored build cache is good for all steps of the job: results are found by content, whatever their age.
# Seen:     Go keeps in the cache when it trimmed it last (trim.txt), and once a day a command that ends removes what
#           nobody has used for five days. An archive keeps the times of files, so in one that is six days old that is
#           everything but what this very command used: after `go vet`, which is taken from the cache, `go test`
#           compiles packages that were there a moment ago; after `go build` four of five files are gone. Nothing is
#           printed. With the time of now in trim.txt nothing is compiled.
# Versions: Go 1.26.8 and 1.27.4, on 2026-11-30.
# Why:      the caches of quiet repositories, and those whose key is made of go.sum, are older than that as a rule: the
#           job looks like one with a cache that was hit, and compiles like one without.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN GOCACHE=$dir/cache

mkdir shop
printf 'module example.com/shop\n\ngo 1.24\n' > shop/go.mod
printf 'package shop\n\nimport "strings"\n\nfunc Name() string { return strings.ToUpper("shop") }\n' > shop/shop.go
printf 'package shop\n\nimport "testing"\n\nfunc TestName(t *testing.T) {\n\tif Name() != "SHOP" {\n\t\tt.Fatal(Name())\n\t}\n}\n' > shop/shop_test.go

go_() { go -C shop "$@"; }
files() { find cache -type f -name '*-[ad]' | wc -l; }
compiled() { go_ test -x ./... 2>&1 | grep -c '/compile ' || true; }
restore() { # a command that ends has set trim.txt and the times of what it used, so each beginning is a new one
  rm -rf cache
  tar -xf saved.tar
}
fail() {
  printf 'changed: %s\n' "$1" >&2
  exit 1
}

for GOTOOLCHAIN in go1.26.8 go1.27.4; do
  rm -rf cache
  go_ vet ./...
  go_ test ./... > /dev/null
  go_ build ./...
  saved=$(($(date +%s) - 6 * 24 * 3600))
  printf '%s' "$saved" > cache/trim.txt
  find cache -type f -exec touch -d "@$saved" {} +
  tar -cf saved.tar cache
  all=$(files)

  restore
  first=$(compiled)
  restore
  go_ vet -x ./... 2> vet.txt
  vetted=$(grep -c '/compile ' vet.txt || true)
  after_vet=$(files) then_compiled=$(compiled)
  restore
  go_ build ./...
  after_build=$(files)
  restore
  date +%s > cache/trim.txt
  go_ vet ./...
  go_ build ./...
  kept=$(files) still_compiled=$(compiled)

  go version | cut -d' ' -f3
  printf '  go test alone compiles %s packages; of %s files it found\n' "$first" "$all"
  printf '  go vet compiles %s and leaves %s files, then go test compiles %s\n' "$vetted" "$after_vet" "$then_compiled"
  printf '  go build leaves %s files\n' "$after_build"
  printf '  with a new trim.txt go vet and go build leave %s files, then go test compiles %s\n' "$kept" "$still_compiled"
  ((first == 0 && vetted == 0)) || fail 'the cache does not serve the first command'
  ((after_vet < all && then_compiled >= 20)) || fail 'go vet leaves what go test needs'
  ((after_build * 2 < all)) || fail 'go build leaves most of the cache'
  ((kept >= all && still_compiled == 0)) || fail 'trim.txt decides nothing'
done
