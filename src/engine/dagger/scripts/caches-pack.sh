#!/bin/sh
# sh caches-pack.sh ROOT NAMES ARCHIVE: packs the files that NAMES has, each with a NUL after it, which image results of tests were made on, and which of them
# do not count (tests/forget.go). BusyBox's tar knows lines only.
set -eu
{
  tr '\0' '\n' <"$2"
  for name in build/pipeline-tests-image build/testexpire.txt; do
    [ ! -e "$1/$name" ] || echo "$name"
  done
} | tar -cf "$3" -C "$1" -T -
