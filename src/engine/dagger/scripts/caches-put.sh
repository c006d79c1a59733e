#!/bin/sh
# sh caches-put.sh ROOT ARCHIVE: unpacks, prints the time. Restored entries are made old, so that Go marks what it uses, and Go is told that it has
# trimmed today (cmd/go/internal/cache: trim.txt). So are programs, which whoever runs them marks. What is neither file nor directory is refused.
set -eu
if tar -tvf "$2" | grep -q '^[^-d]'; then echo links; exit; fi
made=build/pipeline-tests-image
before=$(cat "$1/$made" 2>/dev/null) || :
tar -xf "$2" -C "$1"
cd "$1/build"
# Results of two images, and nobody knows which is whose.
if [ -n "$before" ] && [ "$before" != "$(cat pipeline-tests-image)" ]; then echo several >pipeline-tests-image; fi
find . '(' -name '*-[ad]' -o -path './pipeline-programs/*' ')' -exec touch -t 200101010000 {} +
: >pipeline-warm
date +%s >trim.txt
date +%s
