#!/bin/sh
# sh on-path.sh NAME...: says what Go knows of the programs on PATH that have one of the names. What Go has not compiled it does not know.
set -u
IFS=:
for dir in $PATH; do
  for name in "$@"; do
    [ ! -x "$dir/$name" ] || go version -m "$dir/$name"
  done
done
exit 0
