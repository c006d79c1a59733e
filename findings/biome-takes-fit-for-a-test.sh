#!/usr/bin/env bash
# Biome takes a call of any function `fit` for a focused test, once vitest is in package.json.
#
# Guess:    noFocusedTests looks at test files, or at least at whether `fit` is that of a test runner; a function that
#           the file imports from beside itself is none.
# Seen:     it looks at the name of the called function in every file. Its fix makes `it` of the call and deletes the
#           import that is not used any more: the file parses, and fails when it is run. What switches the rule on
#           is vitest (4.0.0) in package.json, installed or not.
# Versions: @biomejs/biome 2.5.15, on 2026-11-29.
# Why:      adding a test runner brings warnings in code that is no test, and `biome lint --write --unsafe` in a job
#           that formats commits a program that cannot start.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

printf '{ "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund @biomejs/biome@2.5.15

cat > layout.js <<'EOF'
export const fit = (width) => Math.min(width, 80);
EOF
cat > line.js <<'EOF'
import { fit } from "./layout.js";

console.log("x".repeat(fit(5)));
EOF
lint() { # options: the rules that warn
  { node_modules/.bin/biome lint "$@" line.js layout.js 2>&1 || true; } | grep -o 'lint/[A-Za-z]*/[A-Za-z]*' | sort -u | xargs
}

expect 'without a test runner  ' '' "$(lint)"
printf '{ "type": "module", "devDependencies": { "vitest": "4.0.0" } }\n' > package.json
expect 'vitest in package.json ' 'lint/suspicious/noFocusedTests' "$(lint)"
expect 'program before the fix ' 'xxxxx' "$(node line.js)"
node_modules/.bin/biome lint --write --unsafe line.js > fixed.txt 2>&1
expect 'line after the fix     ' 'console.log("x".repeat(it(5)));' "$(grep console line.js)"
expect 'imports after the fix  ' '0' "$(grep -c import line.js || true)"
expect 'program after the fix  ' 'ReferenceError: it is not defined' "$({ node line.js 2>&1 || true; } | grep '^Ref')"
