#!/bin/sh
# sh caches-take.sh ROOT LISTS OUT SHARE CAP ALL: prints `taken bytes new dropped` and, when new bytes are at least SHARE of all, leaves
# OUT/caches.tar. LISTS holds `trees` and `mods`: the modules to keep, `path@version`. Which entries are kept, and why: see
# engine/caches/entries.ts. ALL is 1 when entries that were not used are kept as well.
set -eu
root=$1 lists=$2 out=$3 share=$4 cap=$5 all=$6
mkdir -p "$out"
cd "$root/mod"
[ -e "$root/build/pipeline-trees" ] || : >"$root/build/pipeline-trees"
[ -e "$root/build/pipeline-restored" ] || : >"$root/build/pipeline-restored"
find . -path ./cache -prune -o -type d -name '?*@*' -print -prune |
  awk 'NR == FNR { want[$0] = 1; next } substr($0, 3) in want' "$lists/trees" - >"$out/trees"
awk 'NR == FNR { old[$0] = 1; next } !($0 in old)' "$root/build/pipeline-trees" "$out/trees" >"$out/trees-new"
find . -path './cache/download/*' -type f '(' -name '*.info' -o -name '*.mod' -o -name '*.ziphash' ')' |
  awk 'NR == FNR { want[$0] = 1; next }
    { name = substr($0, 18); sub(/[.](info|mod|ziphash)$/, "", name); sub(/[/]@v[/]/, "@", name) }
    name in want' "$lists/mods" - >"$out/downloads"
[ ! -d cache/download/sumdb ] || echo ./cache/download/sumdb >>"$out/downloads"
sizes() { xargs -r -n 200 sh -c 'find "$@" -type f -exec stat -c %s {} +' sh | awk '{ sum += $1 } END { printf "%.0f\n", sum }'; }
modules=$(cat "$out/trees" "$out/downloads" | sizes)
modules_new=$(sizes <"$out/trees-new")
cd "$root/build"
find . -path './*/*' -name '*-a' >"$out/actions"
if [ -e pipeline-since ] && [ "$all" != 1 ]; then find . -path './*/*' -name '*-a' -newer pipeline-since >"$out/actions"; fi
find . -path './*/*' -type f -exec stat -c '%s %n' {} + |
  awk '{ split($2, at, "/"); sum["./" at[2] "/" at[3]] += $1 } END { for (name in sum) printf "%.0f %s\n", sum[name], name }' >"$out/sizes"
# shellcheck disable=SC2016 # awk expands it
xargs -r awk '/^v1 / { print FILENAME, "./" substr($3, 1, 2) "/" $3 "-d" }' <"$out/actions" >"$out/pairs"
awk -v sizes="$out/sizes" -v restored=pipeline-restored '
  BEGIN { while ((getline line <sizes) > 0) { split(line, part, " "); size[part[2]] = part[1] }
          while ((getline line <restored) > 0) old[line] = 1 }
  ($1 in size) && ($2 in size) {
    fresh = ($1 in old ? 0 : size[$1]) + ($2 in old ? 0 : size[$2])
    printf "%.0f %.0f %s %s\n", size[$1] + size[$2], fresh, $1, $2 }' "$out/pairs" | sort -n |
  awk -v cap="$cap" -v modules="$modules" -v modules_new="$modules_new" -v share="$share" -v names="$out/names" '
    BEGIN { sum = modules; fresh = modules_new; printf "" >names }
    sum + $1 > cap { dropped += $1; next }
    { sum += $1; fresh += $2; print $3 >names; if (!seen[$4]++) print $4 >names }
    END { printf "%d %.0f %.0f %.0f\n", (fresh > 0 && fresh >= sum * share), sum, fresh, dropped }' >"$out/summary"
read -r taken rest <"$out/summary"
if [ "$taken" = 1 ]; then
  sed 's|^[.]/|build/|' "$out/names" >"$out/all"
  cat "$out/trees" "$out/downloads" | sed 's|^[.]/|mod/|' >>"$out/all"
  tar -cf "$out/caches.tar" -C "$root" -T "$out/all"
fi
cat "$out/summary"
