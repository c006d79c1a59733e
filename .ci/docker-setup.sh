#!/usr/bin/env bash
# Installs what `npm run test:docker` needs on Debian: a Docker daemon and a registry as packages, buildx and BuildKit with Go,
# and a small Debian as a base image. To be run as root; what is there already is left alone.
set -euo pipefail

buildx_version=v0.38.2
buildkit_version=v0.30.0
suite=bookworm
cache=${DOCKER_TEST_CACHE:-$HOME/.cache/docker-tests}
plugin=$HOME/.docker/cli-plugins/docker-buildx
mkdir -p "$cache/bin"

install_packages() {
  local missing=()
  command -v dockerd >/dev/null || missing+=(docker.io)
  command -v docker-registry >/dev/null || missing+=(docker-registry)
  command -v htpasswd >/dev/null || missing+=(apache2-utils)
  command -v debootstrap >/dev/null || missing+=(debootstrap)
  command -v iptables >/dev/null || missing+=(iptables)
  [ ${#missing[@]} -eq 0 ] && return
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q && apt-get install -qy --no-install-recommends ca-certificates "${missing[@]}"
}

install_buildx() {
  docker buildx version 2>/dev/null && return
  GOBIN="$cache/bin" go install "github.com/docker/buildx/cmd/buildx@$buildx_version"
  mkdir -p "$(dirname "$plugin")"
  ln -sf "$cache/bin/buildx" "$plugin"
  docker buildx version
}

# A module of its own, because buildkitd has `exclude` lines, which `go install` refuses.
install_buildkit() {
  [ -x "$cache/bin/buildkitd" ] && return
  local module
  module=$(mktemp -d)
  (
    cd "$module"
    go mod init tools
    go get -tool "github.com/moby/buildkit/cmd/buildkitd@$buildkit_version"
    CGO_ENABLED=0 go build -o "$cache/bin/buildkitd" github.com/moby/buildkit/cmd/buildkitd
  )
  rm -rf "$module"
}

make_rootfs() {
  [ -f "$cache/debian-rootfs.tar" ] && return
  local dir
  dir=$(mktemp -d)
  debootstrap --variant=minbase "$suite" "$dir"
  tar -C "$dir" -cf "$cache/debian-rootfs.part" --exclude='./var/cache/*' --exclude='./var/lib/apt/lists/*' \
    --exclude='./usr/share/doc/*' --exclude='./usr/share/locale/*' --exclude='./usr/share/man/*' --exclude='./dev/*' .
  rm -rf "$dir"
  mv "$cache/debian-rootfs.part" "$cache/debian-rootfs.tar"
}

install_packages
install_buildx
install_buildkit
make_rootfs
