#!/bin/sh
# sh caches-list.sh ROOT LISTING: a line `mode bytes seconds name` for each file, then the texts of actions' entries, which begin with `v1`.
set -eu
cd "$1"
find build mod '(' -path build/fuzz -o -path build/pipeline-programs/cache -o -path mod/cache/vcs ')' -prune -o ! -type d -exec stat -c '%f %s %Y %n' {} + >"$2"
find build -path 'build/??/*-a' -type f -exec awk '/^v1 /' {} + >>"$2"
