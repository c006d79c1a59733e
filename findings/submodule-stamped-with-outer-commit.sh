#!/usr/bin/env bash
# A program built in a git submodule carries the commit of the repository around it, up to Go 1.26.
#
# Guess:    `go build` inside of a submodule stamps what `git rev-parse HEAD` says there.
# Seen:     up to 1.26, Go wants `.git` to be a directory. In a submodule it is a file, so Go walks up and
#           stamps the outer repository: another revision, another time, and in 1.24 even its tag as the
#           module's version. A linked worktree, where nothing is around, gets no stamp. 1.27 is right.
# Versions: git 2.39, Go 1.24.9, 1.26.8, 1.27.4, on 2026-11-29.
# Why:      `go version -m`, runtime/debug.ReadBuildInfo and scanners of released binaries name a commit that
#           the module's own repository does not have, and nobody is told.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

git_() { git -c user.name=dev -c user.email=dev@example.com -c protocol.file.allow=always "$@"; }

git_ init --quiet lib
printf 'module example.com/lib\n\ngo 1.21\n' > lib/go.mod
printf 'package main\n\nfunc main() {}\n' > lib/main.go
git_ -C lib add .
git_ -C lib commit --quiet --message 'the library'
git_ -C lib tag v1.2.3

git_ init --quiet outer
git_ -C outer submodule --quiet add "file://$dir/lib" lib
git_ -C outer commit --quiet --message 'the outer repository'
git_ -C outer tag v9.9.9
git_ -C lib worktree add --quiet "$dir/worktree"

inner=$(git -C outer/lib rev-parse HEAD)
outer=$(git -C outer rev-parse HEAD)

stamp() { # go version, directory: whose commit, which version
  GOTOOLCHAIN=$1 go build -C "$2" -buildvcs=true -o "$dir/program" .
  go version -m program | awk -v inner="$inner" -v outer="$outer" '
    BEGIN { whose = "no commit" }
    $1 == "mod" { version = $3 }
    /vcs.revision=/ { whose = index($2, inner) ? "own commit" : index($2, outer) ? "OUTER commit" : "?" }
    END { print whose ", version " version }'
}

expect 'submodule, Go 1.24' 'OUTER commit, version v9.9.9+incompatible' "$(stamp go1.24.9 outer/lib)"
expect 'submodule, Go 1.26' 'OUTER commit, version (devel)' "$(stamp go1.26.8 outer/lib)"
expect 'submodule, Go 1.27' 'own commit, version v1.2.3' "$(stamp go1.27.4 outer/lib)"
expect 'worktree, Go 1.26 ' 'no commit, version (devel)' "$(stamp go1.26.8 worktree)"
expect 'worktree, Go 1.27 ' 'own commit, version v1.2.3' "$(stamp go1.27.4 worktree)"
