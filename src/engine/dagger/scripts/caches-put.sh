#!/bin/sh
# sh caches-put.sh ROOT ARCHIVE: unpacks, prints the bytes that were put in. Restored entries are made old, so that Go marks what it uses,
# and Go is told that it has trimmed today (cmd/go/internal/cache: trim.txt). What is neither file nor directory is refused.
set -eu
if tar -tvf "$2" | grep -q '^[^-d]'; then echo links; exit; fi
tar -xf "$2" -C "$1"
cd "$1/build"
find . -name '*-[ad]' -exec touch -t 200101010000 {} +
find . -name '*-[ad]' | sort >pipeline-restored
date +%s >trim.txt
: >pipeline-warm
cd "$1/mod"
find . -path ./cache -prune -o -type d -name '?*@*' -print -prune >"$1/build/pipeline-trees"
: >"$1/build/pipeline-since"
find "$1" -type f -exec stat -c %s {} + | awk '{ sum += $1 } END { printf "%.0f\n", sum }'
