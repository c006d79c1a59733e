#!/bin/sh
# Puts what an earlier run left into the cache mounts of a Dockerfile: put.sh NONCE NAME...
# Each NAME is a mount at /go-pipeline/NAME and an archive /go-pipeline/given/NAME.tar. Runs as root, in sh of any base image.
set -eu
export TZ=UTC0
shift
told=/go-pipeline-out/told
mkdir -p /go-pipeline-out
for name in "$@"; do
  cd "/go-pipeline/$name"
  # What an earlier build of this job left is newer.
  if [ -n "$(ls -A)" ]; then
    echo "kept $name" >>"$told"
    continue
  fi
  tar -xpf "/go-pipeline/given/$name.tar"
  # Go marks what it uses with the time, at most once an hour (cmd/go/internal/cache of Go 1.26), and removes what is older than five days.
  find . -type f -exec touch -t "$(cat /go-pipeline/given/stamp)" {} +
  # Who builds now may be another user than who left it.
  chmod -R a+rwX .
  # Go has results of tests among what it compiled, and does not know that they depend on the image: none counts that is older than this file says.
  case $name in
    compiled*) echo "$(date +%s)000000000" >testexpire.txt ;;
  esac
  echo "put $name" >>"$told"
done
