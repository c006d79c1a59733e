#!/usr/bin/env bash
# A merge of JUnit files turns failed Go tests into passed ones for Codecov's reader.
#
# Guess:    <failure message="Failed"></failure> and <failure message="Failed" /> are the same XML, so a
#           report that went through `junitparser merge` still holds the same failures.
# Seen:     Go's XML writer always gives an end tag, junitparser shortens an element without content, and
#           test-results-parser (the reader in Codecov's test analytics) takes the short form for a pass.
#           The failed and the skipped test both read as "pass" after the merge.
# Versions: Go 1.27.4, go-junit-report 2.1.0, junitparser 4.0.2, test-results-parser 0.6.1, on 2026-11-29.
# Why:      reports of several modules or of a matrix are merged before they are uploaded; a red run is
#           then green in the analytics, and every part of the chain follows the XML standard but one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4 GOBIN="$dir/bin"

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

go install github.com/jstemmer/go-junit-report/v2@v2.1.0
python3 -m venv venv
venv/bin/pip install --quiet junitparser==4.0.2 test-results-parser==0.6.1

cat > go.mod <<'EOF'
module example.com/shop

go 1.24
EOF
cat > shop_test.go <<'EOF'
package shop

import "testing"

func TestFails(t *testing.T)   { t.Fail() }
func TestSkipped(t *testing.T) { t.SkipNow() }
func TestPasses(t *testing.T)  {}
EOF
cat > read.py <<'EOF'
import sys
from test_results_parser import parse_junit_xml

runs = parse_junit_xml(open(sys.argv[1], "rb").read()).testruns
print(", ".join(f"{run.name} {run.outcome}" for run in runs))
EOF

{ go test -json ./... || true; } | bin/go-junit-report -parser gojson > one.xml
venv/bin/junitparser merge one.xml merged.xml

expect 'in the report of Go' '<failure message="Failed"></failure>' "$(grep -o '<failure.*>' one.xml)"
expect 'in the merged one  ' '<failure message="Failed" />' "$(grep -o '<failure[^>]*>' merged.xml)"
expect 'read from one.xml   ' 'TestFails failure, TestSkipped skip, TestPasses pass' "$(venv/bin/python read.py one.xml)"
expect 'read from merged.xml' 'TestFails pass, TestSkipped pass, TestPasses pass' "$(venv/bin/python read.py merged.xml)"
