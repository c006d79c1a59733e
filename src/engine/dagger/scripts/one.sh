#!/bin/sh
# sh one.sh BASE DIR COMMAND..., as the leader of a process group: runs one command in DIR; output and exit code go to BASE.stdout,
# BASE.stderr and BASE.code, the group's number to BASE.leader. It survives the polite signals sent to the group, to report how the
# command took them.
base=$1
echo $$ >"$base.leader"
trap : QUIT TERM
cd "$2" || exit
shift 2
"$@" >"$base.stdout" 2>"$base.stderr" </dev/null
echo $? >"$base.code"
exit 0
