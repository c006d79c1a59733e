#!/usr/bin/env bash
# Lints the workflows, action.yml and the scripts of .ci/, src/ and the tests with pinned tools: zizmor (all of its audits), actionlint,
# and shellcheck; gofmt and go vet see the Go programs of src/, a folder each. Needs Python 3 and Go; installs the tools into a directory of its own. With GH_TOKEN zizmor also asks GitHub whether every
# commit an action is pinned to is one of that repository and the version of its comment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export NO_COLOR=1

actionlint_version=v1.7.12
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
passed=0
failed=0

# lint NAME COMMAND...: one check, judged by the exit code.
lint() {
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
    echo "$name: clean"
  else
    failed=$((failed + 1))
    echo "$name: not clean"
  fi
}

# gofmt exits with 0 whatever it lists.
formatted() {
  local unformatted
  unformatted=$(gofmt -l "$@") && [ -z "$unformatted" ]
}

install_python() {
  python3 -m venv "$tools/python" 2>/dev/null && return
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q && apt-get install -qy --no-install-recommends python3-venv
  python3 -m venv "$tools/python"
}

install_python
"$tools/python/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r .ci/lint-requirements.txt
GOBIN="$tools/bin" go install "github.com/rhysd/actionlint/cmd/actionlint@$actionlint_version"

shellcheck="$tools/python/bin/shellcheck"
audit=("$tools/python/bin/zizmor" --quiet --persona auditor)
[ -n "${GH_TOKEN:-}" ] || audit+=(--offline)

for workflow in .github/workflows/*.yml; do
  lint "zizmor $workflow" "${audit[@]}" "$workflow"
  lint "actionlint $workflow" "$tools/bin/actionlint" -shellcheck "$shellcheck" -pyflakes= "$workflow"
done
lint "zizmor action.yml" "${audit[@]}" action.yml
lint "zizmor .github/dependabot.yml" "${audit[@]}" .github/dependabot.yml
for script in .ci/run .ci/*.sh test/act/stand-ins/bin/npm $(find src -name '*.sh' | sort); do
  lint "shellcheck $script" "$shellcheck" "$script"
done
for program in $(find src -name '*.go' -printf '%h\n' | sort -u); do
  lint "gofmt $program" formatted "$program"/*.go
  lint "go vet $program" go vet "$program"/*.go
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
