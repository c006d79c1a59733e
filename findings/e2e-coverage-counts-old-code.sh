#!/usr/bin/env bash
# Coverage of a built program goes on counting code that was changed or deleted since.
#
# Guess:    GOCOVERDIR holds counters by program; after the program was rebuilt from new sources, `covdata`
#           reports the new sources, or complains that two versions of a file do not fit together.
# Seen:     both versions stay, by a hash. `covdata textfmt` writes the blocks of both into one profile, under
#           the same file name, and exits 0. Everything after it divides by statements that no longer exist:
#           50.0 % here, and a full run of the new program alone is 100.0 %.
# Versions: Go 1.27.4 (1.26.8: other columns, the same percentages), on 2026-11-29.
# Why:      a coverage directory that is restored from a cache, or shared by jobs of several commits, gives
#           percentages of a program that nobody built, without a warning.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

cat > go.mod <<'EOF'
module example.com/shop

go 1.21
EOF
mkdir both alone

write_main() { # body
  printf 'package main\n\nimport "os"\n\nfunc main() {\n\tif len(os.Args) > 1 {\n%s\t}\n}\n' "$1" > main.go
}
percent() { # directory: covdata's word, and cover's about the same data
  go tool covdata textfmt -i="$1" -o="$1.out"
  echo "$(go tool covdata percent -i="$1" | grep -o '[0-9.]*%'), cover -func $(go tool cover -func="$1.out" | awk '/total/ { print $3 }')"
}

write_main $'\t\tprintln("old")\n\t\tprintln("and older")\n'
go build -cover -o old .
write_main $'\t\tprintln("new")\n'
go build -cover -o new .

GOCOVERDIR=both ./old
for directory in both alone; do
  GOCOVERDIR=$directory ./new argument 2> /dev/null
done

expect 'new program alone  ' '100.0%, cover -func 100.0%' "$(percent alone)"
expect 'after the old one  ' '50.0%, cover -func 50.0%' "$(percent both)"
expect 'blocks at line 7   ' 'main.go:7.3,8.1 1 1 main.go:7.3,9.1 2 0 ' \
  "$(sed -n 's,.*/\(main.go:7\),\1,p' both.out | sort | tr '\n' ' ')"
