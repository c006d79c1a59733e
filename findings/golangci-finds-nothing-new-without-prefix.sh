#!/usr/bin/env bash
# With git's diff.noprefix, `golangci-lint run --new-from-rev` finds nothing new, whatever was added.
#
# Guess:    how a person likes diffs to look is no matter for a program that asks git for one: it gives the options that
#           its own reader needs.
# Seen:     it does so for colours, external programs and other prefixes (diff.mnemonicPrefix, diff.srcPrefix), but
#           with `diff.noprefix=true`, in the user's or the repository's configuration, every file of the diff is
#           unknown: "0 issues.", exit code 0, no warning. Without --new-from-rev the same issue is reported.
#           https://github.com/golangci/golangci-lint/issues/948 has such a diff in it, unexplained, since 2020.
# Versions: golangci-lint 2.15.0 on Go 1.26.8, git 2.39.5, on 2026-12-01.
# Why:      diff.noprefix is a common setting, for paths that can be copied out of a diff: on such a machine, and on a
#           runner that someone has set up like theirs, the check of a pull request passes always.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.26.8 GOLANGCI_LINT_CACHE=$dir/cache GIT_CONFIG_GLOBAL=$dir/gitconfig GIT_CONFIG_NOSYSTEM=1

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

GOBIN=$dir/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0 2> install.txt || { cat install.txt >&2; exit 1; }

mkdir shop && cd shop
git config --global user.name someone
git config --global user.email someone@example.com
git init -q
printf 'module example.com/shop\n\ngo 1.24\n' > go.mod
printf 'version: "2"\nlinters:\n  default: none\n  enable: [errcheck]\n' > .golangci.yml
printf 'package shop\n\nimport "os"\n\nfunc Reset() { _ = os.Remove("stock.txt") }\n' > shop.go
git add .
git commit -q -m first
printf 'package shop\n\nimport "os"\n\nfunc Empty() { os.Remove("cart.txt") }\n' > cart.go
git add .
git commit -q -m second

lint() { # arguments: exit code and the number of issues
  local code=0
  "$dir/bin/golangci-lint" run "$@" > ../out.txt 2> ../err.txt || code=$?
  [[ ! -s ../err.txt ]] || cat ../err.txt
  printf '%s, %s' "$code" "$(grep -E '^[0-9]+ issues' ../out.txt)"
}

expect 'plain git, --new-from-rev=HEAD~1   ' '1, 1 issues:' "$(lint --new-from-rev=HEAD~1)"
for setting in mnemonicPrefix=true srcPrefix=old/ external=true noprefix=false; do
  printf '[user]\nname = someone\nemail = someone@example.com\n' > "$dir/gitconfig"
  git config --global "diff.${setting%=*}" "${setting#*=}"
  expect "diff.$setting, --new-from-rev=HEAD~1" '1, 1 issues:' "$(lint --new-from-rev=HEAD~1)"
done
git config --global diff.noprefix true
expect 'diff.noprefix=true, --new-from-rev=HEAD~1' '0, 0 issues.' "$(lint --new-from-rev=HEAD~1)"
expect 'diff.noprefix=true, all issues     ' '1, 1 issues:' "$(lint)"
