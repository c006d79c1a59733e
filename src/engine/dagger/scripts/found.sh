#!/bin/sh
# sh found.sh MARK PROGRAM ARGUMENT...: runs a program that PATH or a path names. Where the image has none of that name, MARK is left.
mark=$1
shift
case $1 in
/*) [ -f "$1" ] && [ -x "$1" ] || { : >"$mark"; exit 127; } ;;
*/*) [ -f "$1" ] && [ -x "$1" ] || { echo "$1: not there, or not executable" >&2; exit 127; } ;;
*) command -v "$1" >/dev/null 2>&1 || { : >"$mark"; exit 127; } ;;
esac
exec "$@"
