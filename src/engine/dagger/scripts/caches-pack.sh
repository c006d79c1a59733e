#!/bin/sh
# sh caches-pack.sh ROOT NAMES ARCHIVE: packs the files that NAMES has, each with a NUL after it. BusyBox's tar knows lines only.
set -eu
tr '\0' '\n' <"$2" | tar -cf "$3" -C "$1" -T -
