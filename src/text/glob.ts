import { Minimatch } from "minimatch";

/**
 * Whoever wrote a pattern, matching takes polynomial time: minimatch 11 makes no regular expressions of them. With those, as picomatch 4.0.7 makes,
 * ten stars in 21 characters take seconds for one name of 40, and a pull request can bring both.
 */
export type Matcher = (path: string) => boolean;

/** The same on every machine: a backslash takes the meaning off a character, names with a leading dot are names. */
const options = { dot: true, noext: true, nonegate: true, nocomment: true, platform: "linux" } as const;

/** A pattern as `path.Match` of Go reads it, element by element: https://pkg.go.dev/path#Match. */
export function pathMatcher(pattern: string): Matcher {
  // Go has no `[!a]` and no `[[:alpha:]]`: what begins them is a character of the class.
  const classes = pattern.replaceAll(/\[([!:])/g, "[\\$1");
  return matcher(new Minimatch(classes, { ...options, nobrace: true, noglobstar: true }));
}

/** The same with `**` for any number of directories, `[!a]`, and `{a,b}` for alternatives. */
export function globMatcher(pattern: string): Matcher {
  return matcher(new Minimatch(pattern, options));
}

function matcher(compiled: Minimatch): Matcher {
  return (path) => compiled.match(path);
}
