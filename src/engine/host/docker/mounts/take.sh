#!/bin/sh
# Takes out of the cache mounts of a Dockerfile what a build has used: take.sh NONCE all|used NAME...
# Each NAME is a mount at /go-pipeline/NAME; it becomes /go-pipeline-out/NAME.tar. Runs as root, in sh of any base image.
set -eu
export TZ=UTC0
facts=$2
shift 2
out=/go-pipeline-out
list=/go-pipeline-list
mkdir -p "$out" "$list"
touch -t "$(cat /go-pipeline/given/stamp)" "$list/stamp"

# Outputs and actions that Go has marked since.
compiled() {
  find . -type f \( -name '*-a' -o -name '*-d' \) -path './??/*' ! -path './??/*/*' -newer "$list/stamp"
}

# Archives of modules that Go has unpacked, and what it wants to know of modules. Neither clones of git nor hashes: Go compares archives without a hash with go.sum.
modules() {
  find . -type f -path './cache/download/*/@v/*' \( -name '*.zip' -o -name '*.mod' -o -name '*.info' \) |
    while IFS= read -r file; do
      module=${file#./cache/download/}
      path=${module%/@v/*}
      version=${module##*/@v/}
      if [ -d "./$path@${version%.*}" ]; then
        printf '%s\n' "$file"
        continue
      fi
      case $facts$file in
        *.zip) ;;
        all*) printf '%s\n' "$file" ;;
        *) find "$file" -newer "$list/stamp" ;;
      esac
    done
}

for name in "$@"; do
  cd "/go-pipeline/$name"
  case $name in
    compiled*) compiled >"$list/files" ;;
    *) modules >"$list/files" ;;
  esac
  [ -s "$list/files" ] || continue
  # Directories with their owners: who builds may not be who unpacks.
  case $name in
    compiled*) find . -type d -path './??' ! -path './??/*' ;;
    *) find ./cache -type d ! -path './cache/vcs*' ! -path './cache/lock*' ;;
  esac >"$list/directories"
  cat "$list/directories" "$list/files" >"$list/all"
  tar -cf "$out/$name.tar" --no-recursion -T "$list/all"
  # What Go wants to know of modules may be all that lies there when no step ran.
  if grep -q -e '\.zip$' -e '-[ad]$' "$list/files"; then echo "used $name" >>"$out/told"; fi
done
echo end >>"$out/told"
