#!/usr/bin/env bash
# A package that leaves its tests by os.Exit(0) raises the coverage, one that runs into -timeout counts.
#
# Guess:    a package whose TestMain ends without running anything has 0.0 % and pulls the total down; a test
#           binary that panics leaves no profile, whether it is a panic of its own or the one of -timeout.
# Seen:     os.Exit(0): "ok" without any "coverage:", and its statements are in no profile: 100.0 % in all.
#           A timeout writes the profile of what was reached before it panics; any other panic writes none.
# Versions: Go 1.27.4 (1.26.8 alike), on 2026-11-29.
# Why:      `os.Exit(0)` is the usual way to pass over integration tests where their service is missing: the
#           less is tested, the higher is the number that the threshold is compared with.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

cat > go.mod <<'EOF'
module example.com/shop

go 1.21
EOF
mkdir tested other
printf 'package tested\n\nfunc Yes() int { return 1 }\n' > tested/yes.go
printf 'package tested\n\nimport "testing"\n\nfunc TestYes(t *testing.T) { Yes() }\n' > tested/yes_test.go
printf 'package other\n\nfunc Pay() int { return 1 }\n\nfunc Refund() int { return 2 }\n' > other/pay.go

write_test() { # declarations
  printf 'package other\n\nimport (\n\t"os"\n\t"testing"\n\t"time"\n)\n\nvar _, _ = os.Exit, time.Sleep\n\n%s\n' "$1" > other/pay_test.go
}
other() { # further flags: the word about the package, its blocks in the profile, the total
  go test -coverprofile=c.out "$@" ./... > out.txt 2>&1 || true
  printf '%s, ' "$(grep -c 'other/pay.go' c.out || true) blocks"
  printf '%s, ' "total $(go tool cover -func=c.out | awk '/total/ { print $3 }')"
  grep -o -e '^ok.*other' -e '^FAIL.*other' out.txt | cut -c 1-4 | tr -d '\t\n '
}

write_test 'func TestPay(t *testing.T) { Pay() }'
expect 'tests that run         ' '2 blocks, total 66.7%, ok' "$(other)"
write_test 'func TestMain(m *testing.M) { os.Exit(0) }'
expect 'os.Exit(0) in TestMain ' '0 blocks, total 100.0%, ok' "$(other)"
write_test 'func TestPay(t *testing.T) { Pay(); panic("no service") }'
expect 'a panic                ' '0 blocks, total 100.0%, FAIL' "$(other)"
write_test 'func TestPay(t *testing.T) { Pay(); time.Sleep(time.Minute) }'
expect 'the panic of -timeout  ' '2 blocks, total 66.7%, FAIL' "$(other -timeout=2s)"
