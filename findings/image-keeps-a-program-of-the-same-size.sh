#!/usr/bin/env bash
# With the times that reproducible builds give files, an image keeps the old program when the new one is as long.
#
# Guess:    COPY goes by content: BuildKit computes a checksum of what it copies, so a changed file is a changed layer,
#           whatever its time is; or it is the old one only while nobody touches the cache.
# Seen:     before any checksum the client sends what has changed since it was here the last time, and what has changed
#           is told by mode, owner, size and time. A program built again, as long as before and with its time set to
#           that of SOURCE_DATE_EPOCH, is not sent: the build is green, and the image holds the old program, also with
#           --no-cache. One byte more, or another time, and it holds the new one. It is so as well for another
#           directory of the same name: out/app of one checkout is taken for out/app of another.
# Versions: BuildKit 0.30.0, buildx 0.38.2, on 2026-11-30. It runs buildkitd: needs root, and runc on PATH.
# Why:      two Go programs that differ in a string or a constant are as long as each other, and copies made for an image
#           (tar, git archive, install -p, touch -d) have set times. The tests ran on another program than the image has.
set -euo pipefail
dir=$(mktemp -d)
daemon=
trap '[[ -z "$daemon" ]] || { kill "$daemon"; wait "$daemon" 2>/dev/null || true; }; chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export GOENV=off GOFLAGS='' GOWORK=off GOTOOLCHAIN=go1.26.8 BUILDX_CONFIG=$dir/buildx DOCKER_CONFIG=$dir/docker

expect() { # what, expected, seen
  printf '%s: %s\n' "$1" "$3"
  [[ "$3" == "$2" ]] || { printf 'changed, expected: %s\n' "$2" >&2; exit 1; }
}

GOBIN=$dir/bin CGO_ENABLED=0 go install github.com/docker/buildx/cmd/buildx@v0.38.2 2> install.txt || { cat install.txt >&2; exit 1; }
# go.mod of BuildKit has `exclude` lines, which `go install` refuses, so it is the tool of a module.
mkdir kit
(
  cd kit
  go mod init example.com/kit
  go get -tool github.com/moby/buildkit/cmd/buildkitd@v0.30.0
  CGO_ENABLED=0 go build -o ../bin/buildkitd github.com/moby/buildkit/cmd/buildkitd
) > install.txt 2>&1 || { cat install.txt >&2; exit 1; }

bin/buildkitd --root "$dir/root" --addr "unix://$dir/socket" --containerd-worker=false --oci-worker-snapshotter=native \
  --oci-worker-net=host > daemon.txt 2>&1 &
daemon=$!
for _ in $(seq 300); do
  [[ ! -S socket ]] || break
  sleep 0.1
done
[[ -S socket ]] || { cat daemon.txt >&2; exit 1; }
bin/buildx create --name kit --driver remote "unix://$dir/socket" > /dev/null

make() { # directory, what the program says: one built and copied with a set time
  mkdir -p "$1"
  printf 'FROM scratch\nCOPY tool /\n' > "$1/Dockerfile"
  printf '#!/bin/sh\necho %s\n' "$2" > "$1/tool"
  touch -d @1767225600 "$1/tool" "$1/Dockerfile"
}
image() { # directory, flags: what the program of the image says
  local context=$1
  shift
  rm -rf image
  bin/buildx build -q --builder kit --output type=local,dest=image "$@" "$context" > /dev/null 2> build.txt ||
    { cat build.txt >&2; exit 1; }
  sh image/tool
}

make one/app first
expect 'a first program' first "$(image one/app)"
make one/app again
expect 'one as long as that, with the same time' first "$(image one/app)"
expect 'the same with --no-cache' first "$(image one/app --no-cache)"
make two/app other
expect 'of another directory with this name' first "$(image two/app)"
make one/app longer
expect 'a longer one' longer "$(image one/app)"
make one/app shorts
touch one/app/tool
expect 'as long, with a time of its own' shorts "$(image one/app)"
