/** Of a commit, as people read it: as long as in Go's pseudo-versions, and longer than the 7 that git begins with, which large repositories outgrow. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 12);
}
