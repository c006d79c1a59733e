#!/usr/bin/env bash
# A capital letter in the owner of an image makes the owner a registry.
#
# Guess:    an image name with a capital letter is refused: "repository name must be lowercase", wherever the letter is.
# Seen:     that is so behind the first slash and behind a registry. In a first part without a dot or a port, docker's own
#           reader takes capitals for the mark of a host, as it does a dot, a port or "localhost": Acme/shop is the image
#           "shop" at the registry "Acme", valid and complete, while acme/shop is at docker.io. go-containerregistry, which ko
#           and crane read names with, refuses Acme/shop, and LOCALHOST/shop as well.
# Versions: github.com/distribution/reference 0.6.0, github.com/google/go-containerregistry 0.22.1, on 2026-12-01.
# Why:      `docker push ${{ github.repository }}:v1` of an owner with a capital letter does not end with the error that names
#           the letter: for docker it is an image of a host called Acme, to which the login for docker.io does not belong.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.27.4

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

printf 'module example.com/names\n\ngo 1.26\n' > go.mod
go get github.com/distribution/reference@v0.6.0 github.com/google/go-containerregistry@v0.22.1 2> get.txt || { cat get.txt >&2; exit 1; }
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/distribution/reference"
	"github.com/google/go-containerregistry/pkg/name"
)

func docker(text string) string {
	named, err := reference.ParseNormalizedNamed(text)
	switch {
	case err == nil:
		return reference.Domain(named) + " has " + reference.Path(named)
	case strings.Contains(err.Error(), "must be lowercase"):
		return "must be lowercase"
	}
	return "refused"
}

func containerregistry(text string) string {
	parsed, err := name.ParseReference(text)
	if err != nil {
		return "refused"
	}
	return parsed.Context().RegistryStr() + " has " + parsed.Context().RepositoryStr()
}

func main() {
	fmt.Printf("%s | %s\n", docker(os.Args[1]), containerregistry(os.Args[1]))
}
GO
go mod tidy 2> tidy.txt || { cat tidy.txt >&2; exit 1; }
go build -o names .

name() { expect "$(printf '%-18s' "$1")" "$2" "$(./names "$1")"; }
echo 'name              : docker | go-containerregistry'
name acme/shop 'docker.io has acme/shop | index.docker.io has acme/shop'
name Acme/shop 'Acme has shop | refused'
name acme/Shop 'must be lowercase | refused'
name Shop 'must be lowercase | refused'
name ghcr.io/Acme/shop 'must be lowercase | refused'
name docker.io/Acme/shop 'must be lowercase | refused'
name Acme/team/shop 'Acme has team/shop | refused'
name localhost/shop 'localhost has shop | localhost has shop'
name LOCALHOST/shop 'LOCALHOST has shop | refused'
