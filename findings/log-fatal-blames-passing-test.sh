#!/usr/bin/env bash
# log.Fatal in a parallel test: no test fails, and its message belongs to a test that passed.
#
# Guess:    the test that calls log.Fatal has a "fail" event with the message in its output.
# Seen:     it has no result at all; the message is output of the parallel test that was named last, which has
#           passed by then, and only the package fails. JUnit says it in two ways: gotestsum reports a failure
#           without the message (passed tests show no output), go-junit-report an error and no failure.
# Versions: Go 1.27.4 (1.26.8 alike), gotestsum 1.13.0, go-junit-report 2.1.0, on 2026-11-29.
# Why:      a report that lists "fail" events lists none for a red run, and the reason, "cannot reach the
#           queue", is looked for in vain, or held against the wrong test.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

GOBIN="$dir/bin" go install gotest.tools/gotestsum@v1.13.0
GOBIN="$dir/bin" go install github.com/jstemmer/go-junit-report/v2@v2.1.0

printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
cat > shop_test.go <<'EOF'
package shop

import (
	"log"
	"testing"
	"time"
)

var started = make(chan bool)

func TestQueue(t *testing.T) {
	t.Parallel()
	close(started)
	time.Sleep(2 * time.Second) // Until the other test's result is out.
	log.Fatal("cannot reach the queue")
}

func TestPrice(t *testing.T) {
	t.Parallel()
	<-started
}
EOF

cat > events.py <<'EOF'
import json
import sys

events = [json.loads(line) for line in open("log.json")]
if sys.argv[1] == "results":
    print(", ".join(f"{e.get('Test', 'the package')} {e['Action']}" for e in events if e["Action"] in ("pass", "fail")))
else:
    print(", ".join(e.get("Test", "the package") for e in events if "cannot reach" in e.get("Output", "")))
EOF

go test -json . > log.json || true
bin/go-junit-report -parser gojson < log.json > report.xml
bin/gotestsum --format none --junitfile sum.xml --raw-command -- cat log.json > out.txt 2>&1 || true

expect 'results              ' 'TestPrice pass, the package fail' "$(python3 events.py results)"
expect 'message belongs to   ' 'TestPrice' "$(python3 events.py message)"
expect 'gotestsum            ' '<testsuites tests="2" failures="1" errors="0"' "$(grep -o '<testsuites.*errors="0"' sum.xml)"
expect 'with the message     ' '0' "$(grep -c 'cannot reach' sum.xml || true)"
expect 'go-junit-report      ' '<testsuites tests="2" errors="1">' "$(grep '<testsuites' report.xml)"
expect 'its word on TestQueue' '<error message="No test result found"></error>' "$(grep -o '<error.*' report.xml)"
