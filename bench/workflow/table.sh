#!/usr/bin/env bash
# Prints the timings in the directory $1 as a table. Each file holds one line: who, engine, caches, and milliseconds of both runs, separated by tabs.
set -euo pipefail
echo '| | engine | caches | set-up and first run | one file changed |'
echo '| - | - | - | -: | -: |'
sort "$1"/*.tsv | awk -F '\t' '{ printf "| %s | %s | %s | %.1f s | %.1f s |\n", $1, $2, $3, $4 / 1000, $5 / 1000 }'
