#!/usr/bin/env bash
# A file that was renamed or moved leaves hashFiles as it was, though the program is another one.
#
# Guess:    the hash over `**/*.go` is that of the files: their paths and their content, in an order of its own.
# Seen:     the paths only decide the order. tax_linux.go renamed to tax_windows.go, and a package moved to another
#           directory, give the same hash, while the build for Linux fails after either; one more comment changes it.
#           By its source, the hashFiles() of workflow files does the same with this library.
# Versions: @actions/glob 0.7.0, Go 1.27.4, on 2026-11-29.
# Why:      a key of this hash that stands for "these sources have passed", or for what was generated or built of them,
#           is found after a rename, and the job that would fail is left out.
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
npm install --silent --no-audit --no-fund @actions/glob@0.7.0
cat > hash.mjs <<'JS'
import { hashFiles } from "@actions/glob";

const [workspace] = process.argv.slice(2);
console.log(`= ${await hashFiles(`${workspace}/**/*.go`, workspace)}`);
JS

mkdir -p shop/tax
cd shop
printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
printf 'package main\n\nimport "example.com/shop/tax"\n\nfunc main() { println(tax.Rate()) }\n' > main.go
printf 'package tax\n\nfunc Rate() int { return 19 }\n' > tax/tax_linux.go

hash() { (cd .. && node hash.mjs "$dir/shop" | sed -n 's/^= //p'); }
compared() { [[ "$(hash)" == "$before" ]] && echo 'same hash' || echo 'other hash'; }
build() { GOOS=linux go build -o ../shop.bin . > ../build.txt 2>&1 && echo 'builds' || echo 'does not build'; }

before=$(hash)
expect 'tax/tax_linux.go             ' 'builds, same hash' "$(build), $(compared)"
mv tax/tax_linux.go tax/tax_windows.go
expect 'renamed to tax/tax_windows.go' 'does not build, same hash' "$(build), $(compared)"
mkdir taxes
mv tax/tax_windows.go taxes/tax_linux.go
rmdir tax
expect 'moved to taxes/tax_linux.go  ' 'does not build, same hash' "$(build), $(compared)"
mkdir tax
mv taxes/tax_linux.go tax/tax_linux.go
rmdir taxes
expect 'as before                    ' 'builds, same hash' "$(build), $(compared)"
printf '// A comment.\n' >> tax/tax_linux.go
expect 'with one more comment        ' 'builds, other hash' "$(build), $(compared)"
