/** `100 * covered / statements` as `go tool cover` computes it; null without statements. */
export function percentOf(covered: number, statements: number): number | null {
  return statements === 0 ? null : (100 * covered) / statements;
}

/**
 * A percentage with one decimal as Go's `%.1f` rounds it: to the nearest, and what lies exactly between two goes to the even digit,
 * where `toFixed` goes up. Only quarters can lie between two tenths and be exact as binary fractions.
 */
export function formatPercent(percent: number): string {
  const quarters = percent * 4;
  if (!Number.isInteger(quarters) || quarters % 2 === 0) return percent.toFixed(1);
  const down = Math.floor(percent * 10);
  return ((down % 2 === 0 ? down : down + 1) / 10).toFixed(1);
}
