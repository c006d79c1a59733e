#!/bin/sh
# sh caches-state.sh ROOT: prints `kept` when the build cache holds something.
set -eu
cd "$1/build"
for entry in */*-d; do
  [ ! -e "$entry" ] || { echo kept; exit; }
  break
done
