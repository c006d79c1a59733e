/** `100 * covered / statements` as `go tool cover` computes it; null without statements. */
export function percentOf(covered: number, statements: number): number | null {
  return statements === 0 ? null : (100 * covered) / statements;
}
