/**
 * A literal path as a pattern of `host.directory` (github.com/moby/patternmatcher): every character that means something there is escaped, blanks at the
 * ends would be trimmed. On Windows the backslash separates directories, and names cannot hold the characters that need it.
 */
export function literalPattern(path: string, windows: boolean): string {
  if (windows) return path.replaceAll("[", "[[]");
  return path.replaceAll(/[\\*?[\]!^]/g, "\\$&").replaceAll(/^ | $/g, "[ ]");
}

/** Patterns for what never goes: `.git` of the repository and of whatever lies in it, and the paths of the upload rule. */
export function excludePatterns(paths: readonly string[], windows: boolean): string[] {
  return [".git", "**/.git", ...paths.map((path) => literalPattern(path, windows))];
}
