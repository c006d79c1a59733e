#!/usr/bin/env bash
# `go test` answers from its cache although a variable changed that the test reads through a library.
#
# Guess:    the documentation says that cached results are for unchanged environment variables, so a test of
#           a configuration runs again when the variable has another value.
# Seen:     os.Getenv and os.LookupEnv are recorded. github.com/caarlos0/env reads os.Environ, which is
#           not: with STAGE=prod the test is still "ok (cached)", while it fails when it really runs.
#           With os.Getenv in its place the same test fails at once.
# Versions: Go 1.27.4 (1.26.8 alike), caarlos0/env 11.3.1, on 2026-11-29.
# Why:      a job restores the build cache of another job that had other settings, and is green for them.
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

go 1.24
EOF
cat > shop.go <<'EOF'
package shop

import (
	"os"

	"github.com/caarlos0/env/v11"
)

type Config struct {
	Stage string `env:"STAGE"`
}

func ByLibrary() (string, error) {
	config, err := env.ParseAs[Config]()
	return config.Stage, err
}

func ByGetenv() (string, error) { return os.Getenv("STAGE"), nil }
EOF
mkdir library getenv
write_test() { # package, function
  cat > "$1/stage_test.go" <<EOF
package $1

import (
	"testing"

	"example.com/shop"
)

func TestStage(t *testing.T) {
	if stage, err := shop.$2(); err != nil || stage != "test" {
		t.Fatalf("stage %q, error %v", stage, err)
	}
}
EOF
}
write_test library ByLibrary
write_test getenv ByGetenv
go get github.com/caarlos0/env/v11@v11.3.1

result() { # stage, package, further flags: first and last word of the result
  { STAGE=$1 go test "${@:3}" "./$2" || true; } |
    awk '$2 ~ /^example.com/ { print $1, ($3 == "(cached)" ? "(cached)" : "(run)") }'
}

expect 'library, STAGE=test         ' 'ok (run)' "$(result test library)"
expect 'library, STAGE=prod         ' 'ok (cached)' "$(result prod library)"
expect 'library, STAGE=prod -count=1' 'FAIL (run)' "$(result prod library -count=1)"
expect 'os.Getenv, STAGE=test       ' 'ok (run)' "$(result test getenv)"
expect 'os.Getenv, STAGE=prod       ' 'FAIL (run)' "$(result prod getenv)"
