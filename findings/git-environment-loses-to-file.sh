#!/usr/bin/env bash
# The environment of git wins over its files, but not for where Go fetches a module from.
#
# Guess:    GIT_CONFIG_COUNT comes after the files of the system and of the user, so what it says counts, for
#           url.<base>.insteadOf as for user.name.
# Seen:     it comes after them, and of several insteadOf with the same text the first one counts: Go takes the
#           module from where the system's file says, then the user's, then the environment. So does `git -c`.
# Versions: git 2.39.5, Go 1.26.8, 1.27.4, on 2026-11-29.
# Why:      a step that gives Go a login by GIT_CONFIG_COUNT has no effect where the user's file rewrites the same
#           host (to ssh, to a mirror), and nothing says so; the module that is built may be another one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS=-modcacherw GOWORK=off GOTOOLCHAIN=go1.27.4 GOPRIVATE=git.example.com

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

export GIT_CONFIG_SYSTEM="$dir/system.txt" GIT_CONFIG_GLOBAL="$dir/user.txt"
: > system.txt
: > user.txt

for place in system user environment; do
  git init --quiet "$place/lib"
  printf 'module git.example.com/lib.git\n\ngo 1.24\n' > "$place/lib/go.mod"
  printf 'package lib\n\nconst Origin = "%s"\n' "$place" > "$place/lib/lib.go"
  git -C "$place/lib" add .
  git -C "$place/lib" -c user.name=shop -c user.email=shop@example.com commit --quiet --message 'Add the place'
  git -C "$place/lib" tag v1.0.0
done

printf 'module example.com/shop\n\ngo 1.24\n\nrequire git.example.com/lib.git v1.0.0\n' > go.mod
cat > main.go <<'EOF'
package main

import (
	"fmt"

	lib "git.example.com/lib.git"
)

func main() { fmt.Println("module of the " + lib.Origin) }
EOF

base() { printf 'url.file://%s/%s/.insteadOf' "$dir" "$1"; }
export GIT_CONFIG_COUNT=2 GIT_CONFIG_KEY_0="$(base environment)" GIT_CONFIG_VALUE_0=https://git.example.com/
export GIT_CONFIG_KEY_1=user.name GIT_CONFIG_VALUE_1=environment
write() { # file: the settings of the environment, for its own place
  git config --file "$1.txt" "$(base "$1")" https://git.example.com/
  git config --file "$1.txt" user.name "$1"
}
built() { # program of Go
  printf '%s, name of the %s' "$(GOTOOLCHAIN=local GOMODCACHE="$dir/modules" "$1" run -mod=mod . 2> run.txt)" "$(git config user.name)"
  rm -rf modules go.sum
}

for version in go1.26.8 go1.27.4; do
  go=$(GOTOOLCHAIN=$version go env GOROOT)/bin/go
  : > system.txt
  : > user.txt
  expect "$version, environment alone" 'module of the environment, name of the environment' "$(built "$go")"
  write user
  expect "$version, and the user     " 'module of the user, name of the environment' "$(built "$go")"
  write system
  expect "$version, and the system   " 'module of the system, name of the environment' "$(built "$go")"
done
ours=$(git -c "$(base environment)=https://git.example.com/" ls-remote --get-url https://git.example.com/lib)
expect 'git -c, with the files' 'system/lib' "${ours#"file://$dir/"}"
