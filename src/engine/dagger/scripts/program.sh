#!/bin/sh
# sh program.sh PLACE NAME PACKAGE@VERSION: leaves the program in the directory PLACE, compiled by Go, unless it is there. Its time says that it
# is in use. Containers beside this one see no half of it.
set -u
[ ! -x "$1/$2" ] || { touch "$1/$2"; exit 0; }
mkdir -p "$1" || exit
new=$(mktemp -d "$1/new.XXXXXX") || exit
GOBIN=$new go install "$3" && mv "$new/$2" "$1/$2"
code=$?
rm -rf "$new"
exit $code
