/** Numbers for people, the same in log, terminal and summary. */

/** `240 ms`, `3.2 s`, `42 s`, `3 min 5 s`, `1 h 3 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 9_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const byteUnits = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

/** `812 B`, `5.1 MiB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_023.95 && unit < byteUnits.length - 1) {
    value /= 1_024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${byteUnits[unit] ?? ""}`;
}

/**
 * One decimal as Go's `%.1f` prints it: the exact binary value, ties to even. `toFixed` differs only in a tie, which it rounds up, and the only binary fractions
 * that tie at the first decimal are .25 (Go goes down to .2) and .75 (both go up to .8).
 */
export function formatDecimal(value: number): string {
  return (value * 4) % 4 === 1 ? `${Math.floor(value)}.2` : value.toFixed(1);
}

/** `83.3 %`; an en dash when there is nothing to count. */
export function formatPercent(percent: number | null): string {
  return percent === null ? "–" : `${formatDecimal(percent)} %`;
}

/** `999`, `12,345`. */
export function formatCount(count: number): string {
  return count.toLocaleString("en");
}

/** `1 test`, `2 tests`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** The first names of a list, at most `most`, and how many more there are: `a, b, and 3 more`. */
export function firstOf(names: readonly string[], most: number): string {
  const more = names.length - most;
  return names.slice(0, most).join(", ") + (more > 0 ? `, and ${formatCount(more)} more` : "");
}
