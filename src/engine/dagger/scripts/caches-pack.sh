#!/bin/sh
# sh caches-pack.sh ROOT NAMES ARCHIVE: packs the files that NAMES has, each with a NUL after it, and which image results of tests were made on
# (tests/forget.go). BusyBox's tar knows lines only.
set -eu
made=build/pipeline-tests-image
{
  tr '\0' '\n' <"$2"
  [ ! -e "$1/$made" ] || echo "$made"
} | tar -cf "$3" -C "$1" -T -
