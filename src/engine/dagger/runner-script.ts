/**
 * What runs inside the container: two constant scripts for any POSIX shell (dash, busybox), with a directory of plain files as input. Every argument of
 * a command comes from a file of NUL-separated words through xargs, so nothing a user wrote is ever read by the shell. See batch-spec.ts for the
 * files read and batch-results.ts for the files written.
 *
 * A batch exits 0 whatever its steps did: a container that fails gives no files back. Steps run side by side as parts of one pipeline and not with `&`,
 * because a shell starts what follows `&` with SIGINT ignored, and tests that interrupt a child of theirs would wait for ever.
 */

/** `sh run.sh SPEC OUT`: runs the steps of a batch as their needs allow, at most `jobs` at a time. */
export const runScript = `set -u
spec=$1
out=$2
mkdir -p "$out"
work=$(mktemp -d)
printf '%s' "\${PIPELINE_SESSION-}" >"$out/session"
unset PIPELINE_SESSION PIPELINE_NONCE BAGGAGE TRACEPARENT TRACESTATE
for name in $(env | sed -n 's/^\\(OTEL_[A-Z0-9_]*\\)=.*/\\1/p'); do unset "$name"; done
for tool in setsid xargs mkfifo; do
  command -v "$tool" >/dev/null || { echo "the image has no $tool" >&2; exit 1; }
done

pause() { sleep 0.1 2>/dev/null || sleep 1; }

now() { read -r uptime rest </proc/uptime && printf '%s' "$uptime"; }

# Ends the command with files $1 after $2 seconds, or when the batch stops: by the signals $4 and then for good.
limit() {
  left=$2
  while [ "$left" -gt 0 ] && [ ! -e "$work/stop" ]; do
    sleep 1
    [ ! -e "$1.code" ] || return 0
    left=$((left - 1))
  done
  [ -e "$work/stop" ] || : >"$work/$3.late"
  until [ -s "$1.leader" ]; do
    [ ! -e "$1.code" ] || return 0
    pause
  done
  group=$(cat "$1.leader")
  for signal in $4; do
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

# Runs command $2 of step $1 for at most $3 seconds; the answer is in files.
run_command() {
  base=$out/$1/$2
  : >"$base.stdout"
  : >"$base.stderr"
  now >"$base.start"
  limit "$base" "$3" "$1" "$(cat "$spec/$1/signals")" >/dev/null 2>&1 &
  timer=$!
  cat "$spec/$1/$2.head" $(cat "$spec/$1/variables") "$spec/$1/$2.args" |
    xargs -0 -s 130000 setsid sh "$spec/one.sh" "$base" 2>"$base.xargs"
  if [ -e "$work/$1.late" ] || [ -e "$work/stop" ]; then wait "$timer"; else kill "$timer" 2>/dev/null; fi
  [ ! -e "$base.leader" ] || kill -KILL "-$(cat "$base.leader")" 2>/dev/null
  now >"$base.end"
}

# Whether command $2 of step $1 passed: the rule of engine/passes.ts.
passed() {
  [ "$(cat "$out/$1/$2.code" 2>/dev/null)" = 0 ] || return 1
  if [ -e "$spec/$1/$2.silent" ] && [ -s "$out/$1/$2.stdout" ]; then return 1; fi
  return 0
}

# Whether step $1 left what it had to.
complete() {
  [ -e "$spec/$1/leaves" ] || return 0
  (cd "$out/$1/result" && xargs -0 sh -c 'for file; do [ -e "$file" ] || exit 1; done' sh <"$spec/$1/leaves")
}

run_commands() {
  begin=$(now)
  printf '%s' "$begin" >"$out/$1/start"
  deadline=$((\${begin%.*} + $(cat "$spec/$1/seconds")))
  [ ! -e "$spec/$1/dirs" ] || (cd "$out/$1/result" && xargs -0 mkdir -p <"$spec/$1/dirs")
  count=$(cat "$spec/$1/commands")
  index=0
  end=exited
  verdict=passed
  while [ "$index" -lt "$count" ]; do
    time=$(now)
    run_command "$1" "$index" $((deadline - \${time%.*}))
    passed "$1" "$index" || verdict=failed
    if [ -e "$work/$1.late" ]; then end=timed-out; break; fi
    if [ -e "$work/stop" ]; then end=cancelled; break; fi
    if [ "$verdict" = failed ] && [ ! -e "$spec/$1/all" ]; then break; fi
    index=$((index + 1))
  done
  now >"$out/$1/end"
  complete "$1" || verdict=failed
  [ ! -e "$spec/$1/soft" ] || verdict=passed
  if [ "$verdict" = failed ] && [ -e "$spec/fail-fast" ]; then : >"$work/stop"; fi
  settle "$1" "$end" "$verdict"
}

settle() {
  printf '%s' "$2" >"$out/$1/status"
  printf '%s' "$3" >"$work/$1.part"
  mv "$work/$1.part" "$work/$1.verdict"
}

run_step() {
  blocked=
  for need in $(cat "$spec/$1/needs"); do
    while [ ! -e "$work/$need.verdict" ]; do pause; done
    [ "$(cat "$work/$need.verdict")" = passed ] || blocked="blocked $need"
  done
  if [ -z "$blocked" ] && [ ! -e "$warm" ]; then
    for other in $(cat "$spec/$1/after"); do
      while [ ! -e "$work/$other.verdict" ]; do pause; done
    done
  fi
  if [ -e "$work/stop" ]; then blocked=cancelled; fi
  if [ -n "$blocked" ]; then settle "$1" "$blocked" failed; return; fi
  # One line in the pipe is one free place; who can start at once may have been given one already.
  [ -e "$work/$1.place" ] || read -r place <&3
  if [ -e "$work/stop" ]; then settle "$1" cancelled failed; else run_commands "$1"; fi
  echo >&3
}

run_all() {
  if [ "$1" -lt "$total" ]; then
    run_step "$1" </dev/null >/dev/null | run_all $(($1 + 1))
  fi
}

total=$(cat "$spec/total")
# Says that a batch which compiles has run to its end with this build cache.
warm=\${GOCACHE:-$work}/pipeline-warm
jobs=$(cat "$spec/jobs")
[ "$jobs" -gt 0 ] || jobs=$(nproc)
step=0
while [ "$step" -lt "$total" ]; do
  mkdir -p "$out/$step/result"
  if [ "$jobs" -gt 0 ] && [ ! -s "$spec/$step/needs" ]; then
    : >"$work/$step.place"
    jobs=$((jobs - 1))
  fi
  step=$((step + 1))
done
mkfifo "$work/places"
exec 3<>"$work/places"
while [ "$jobs" -gt 0 ]; do
  echo >&3
  jobs=$((jobs - 1))
done
run_all 0
if [ ! -e "$work/stop" ] && cat "$spec"/*/after | grep -q .; then : >"$warm"; fi
now >"$out/end"
rm -rf "$work"
`;

/**
 * `sh one.sh BASE DIR COMMAND...`, as the leader of a process group: runs one command in DIR; output and exit code go to BASE.stdout, BASE.stderr and
 * BASE.code, the group's number to BASE.leader. It survives the polite signals sent to the group, to report how the command took them.
 */
export const oneScript = `base=$1
echo $$ >"$base.leader"
trap : QUIT TERM
cd "$2" || exit
shift 2
"$@" >"$base.stdout" 2>"$base.stderr" </dev/null 3>&-
echo $? >"$base.code"
exit 0
`;
