#!/usr/bin/env bash
# Changes one file of the module in the current directory: the last package with Go files gets one more function.
set -euo pipefail
file=$(go list -f '{{if .GoFiles}}{{.Dir}}/{{index .GoFiles 0}}{{end}}' ./... | tail -n 1)
printf '\nfunc pipelineBenchEdit() int { return %d }\n' "$(date +%s)" >> "$file"
echo "edited $file"
