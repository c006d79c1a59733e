#!/bin/sh
# sh step.sh SPEC OUT: runs the commands of one step, one after the other. SPEC is a directory of plain files (step-spec.ts writes
# it), OUT becomes one (step-results.ts reads it). For any POSIX shell (dash, busybox). Every argument of a command comes from a
# file of NUL-separated words through xargs, so nothing a user wrote is ever read by the shell.
# Exits 0 whatever the commands did: a container that fails gives no files back.
set -u
spec=$1
out=$2
one=$(dirname "$0")/one.sh
mkdir -p "$out/result"
printf '%s' "${PIPELINE_SESSION-}" >"$out/session"
unset PIPELINE_SESSION PIPELINE_NONCE BAGGAGE TRACEPARENT TRACESTATE
for name in $(env | sed -n 's/^\(OTEL_[A-Z0-9_]*\)=.*/\1/p'); do unset "$name"; done
for tool in setsid xargs; do
  command -v "$tool" >/dev/null || { echo "the image has no $tool" >&2; exit 1; }
done

pause() { sleep 0.1 2>/dev/null || sleep 1; }

now() { read -r uptime _ </proc/uptime && printf '%s' "$uptime"; }

# Ends the command with files $1 after $2 seconds: by the signals that the step says, and then for good.
limit() {
  left=$2
  while [ "$left" -gt 0 ]; do
    sleep 1
    [ ! -e "$1.code" ] || return 0
    left=$((left - 1))
  done
  : >"$1.late"
  until [ -s "$1.leader" ]; do
    [ ! -e "$1.code" ] || return 0
    pause
  done
  group=$(cat "$1.leader")
  signals=$(cat "$spec/signals")
  for signal in $signals; do
    kill "-$signal" "-$group" 2>/dev/null
    wait_for_group
  done
  kill -KILL "-$group" 2>/dev/null
  return 0
}

wait_for_group() {
  seconds=3
  while [ "$seconds" -gt 0 ] && kill -0 "-$group" 2>/dev/null; do
    sleep 1
    seconds=$((seconds - 1))
  done
}

# The words of command $1, each ended by NUL, with the step's own variables among them.
words() {
  cat "$spec/$1.head"
  if [ -e "$spec/variables" ]; then cat "$(cat "$spec/variables")"; fi
  cat "$spec/$1.args"
}

# Runs command $1 for at most $2 seconds; the answer is in files. The command is no child of what starts with &: a shell starts that
# with SIGINT ignored, and tests that interrupt a child of theirs would wait for ever.
run_command() {
  base=$out/$1
  : >"$base.stdout"
  : >"$base.stderr"
  now >"$base.start"
  limit "$base" "$2" >/dev/null 2>&1 &
  timer=$!
  words "$1" | xargs -0 -s 130000 setsid sh "$one" "$base" 2>"$base.xargs" >/dev/null
  if [ -e "$base.late" ]; then wait "$timer"; else kill "$timer" 2>/dev/null; fi
  [ ! -e "$base.leader" ] || kill -KILL "-$(cat "$base.leader")" 2>/dev/null
  now >"$base.end"
}

# Whether command $1 passed: the rule of model/passes.ts.
passed() {
  code=$(cat "$out/$1.code" 2>/dev/null)
  if [ -e "$spec/$1.advisory" ]; then
    [ "${code:-129}" -le 128 ]
    return
  fi
  [ "$code" = 0 ] || return 1
  if [ -e "$spec/$1.silent" ] && [ -s "$out/$1.stdout" ]; then return 1; fi
  return 0
}

# Lists what is in the directory below $1 to file $2, sorted: kind, SHA-256 and name, as files/tree-changes.ts reads it.
list() {
  (
    cd "$1" || exit
    find . -name .git -prune -o -type f -perm -100 -exec sha256sum {} + | sed 's/^/x /'
    find . -name .git -prune -o -type f ! -perm -100 -exec sha256sum {} + | sed 's/^/- /'
    find . -name .git -prune -o -type l -exec sh -c '
      for link; do printf "l %s  %s\n" "$(readlink "$link" | sha256sum | cut -c 1-64)" "$link"; done' sh {} +
  ) | LC_ALL=C sort >"$2"
}

# Leaves what differs from list $2 below $1: both lists without what is in the other, and the files as they are now.
differences() {
  list "$1" "$out/listed"
  LC_ALL=C sort "$2" "$out/listed" "$out/listed" | uniq -u >"$out/result/tree.before"
  LC_ALL=C sort "$2" "$2" "$out/listed" | uniq -u >"$out/result/tree.after"
  sed -n 's/^[-x] [0-9a-f]\{64\}  //p' "$out/result/tree.after" | while IFS= read -r name; do
    mkdir -p "$out/result/tree/$(dirname "$name")"
    cp "$1/$name" "$out/result/tree/$name"
  done
  rm "$out/listed" "$2"
}

# Leaves regular files of one name alone in the result directories that $spec/loose names; what is taken out is listed for
# files/irregular.ts. Directories are opened for whoever gets them.
sift() {
  rm -rf "$out/result/irregular"
  (
    cd "$out/result" || exit
    while IFS= read -r dir; do
      find "$dir" -type f -links +1 -exec sh -c 'for file; do cp "$file" "$0" && mv -f "$0" "$file"; done' "$out/alone" {} +
      find "$dir" ! -type d ! -type f -exec sh -c 'printf "%s\0" "$@"; rm -f "$@"' sh {} + >>irregular
      chmod -R u+rwX "$dir"
    done <"$spec/loose"
  ) 2>/dev/null
}

# Leaves in the result directory what $spec/keeps names below the directory that $spec/keeps.from holds, and nothing that lies behind a link.
keep() {
  from=$(cat "$spec/keeps.from")
  while IFS= read -r name; do
    to=$out/result/kept
    place=$from
    rest=$name
    while [ "$rest" != "${rest#*/}" ]; do
      place=$place/${rest%%/*}
      to=$to/${rest%%/*}
      rest=${rest#*/}
      [ ! -L "$place" ] || continue 2
    done
    [ -e "$from/$name" ] || [ -L "$from/$name" ] || continue
    mkdir -p "$to" && cp -RP "$from/$name" "$to/"
  done <"$spec/keeps"
}

date +%s >"$out/made"
if [ -e "$spec/tests" ]; then
  "$(cat "$spec/tests.program")" "$(cat "$spec/tests")" "$PIPELINE_TESTS_AGE" "$(cat "$spec/tests.image")" || exit 1
fi
unset PIPELINE_TESTS_AGE
begin=$(now)
printf '%s' "$begin" >"$out/start"
deadline=$((${begin%.*} + $(cat "$spec/seconds")))
[ ! -e "$spec/dirs" ] || (cd "$out/result" && xargs -0 mkdir -p <"$spec/dirs")
[ ! -e "$spec/watches" ] || list "$(cat "$spec/watches")" "$out/listed.first"
count=$(cat "$spec/commands")
index=0
status=exited
while [ "$index" -lt "$count" ]; do
  time=$(now)
  run_command "$index" $((deadline - ${time%.*}))
  if [ -e "$out/$index.late" ]; then
    status=timed-out
    break
  fi
  if ! passed "$index" && [ ! -e "$spec/all" ]; then break; fi
  index=$((index + 1))
done
now >"$out/end"
[ ! -e "$spec/keeps" ] || keep
[ ! -e "$spec/loose" ] || sift
if [ "$status" = exited ] && [ -e "$spec/watches" ]; then differences "$(cat "$spec/watches")" "$out/listed.first"; fi
# Says that a step which compiles has run to its end with this build cache; inspect.sh looks for it.
if [ "$status" = exited ] && [ -e "$spec/compiles" ]; then touch "$GOCACHE/pipeline-warm"; fi
printf '%s' "$status" >"$out/status"
