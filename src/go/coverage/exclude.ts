import { globMatcher } from "../../text/glob.ts";

/** Is this file left out? By its path in the repository (null outside) and by its name in the profile. */
export type Exclusion = (path: string | null, name: string) => boolean;

/**
 * Patterns as in .gitignore, without `!`: one with a slash begins at the root of the repository (or is an import path), one without
 * matches at any depth; a directory stands for all below it.
 */
export function createExclusion(patterns: readonly string[]): Exclusion {
  const globs = patterns
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== "")
    .flatMap(globsOf);
  if (globs.length === 0) return () => false;
  const matchers = globs.map(globMatcher);
  const matches = (path: string): boolean => matchers.some((matcher) => matcher(path));
  return (path, name) => (path !== null && matches(path)) || matches(name);
}

function globsOf(pattern: string): readonly string[] {
  const clean = pattern.replace(/^\.?\//, "").replace(/\/+$/, "");
  const anywhere = clean.includes("/") ? clean : `**/${clean}`;
  return [anywhere, `${anywhere}/**`];
}
