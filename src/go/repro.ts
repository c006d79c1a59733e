import { quoted, shellWord } from "../text/shell.ts";

/**
 * The command that runs one test, or a package, again, for a POSIX shell in the module's directory. `-run` splits its argument at slashes like the
 * test's name and takes each part as a regular expression (testing/match.go); names in events are already rewritten the way
 * `-run` rewrites its argument. `flags` are words for `go test`, with `-args` and what follows; of those that choose tests, ours replaces theirs.
 */
export function reproCommand(importPath: string, test: string | null, flags: readonly string[]): string {
  const end = flags.findIndex((word) => /^--?args$/.test(word));
  const own = end < 0 ? flags : flags.slice(0, end);
  const forBinary = end < 0 ? [] : flags.slice(end);
  const keep = (words: readonly string[]): readonly string[] => (test === null ? words : withoutChoice(words));
  const once = flags.some((word) => /^--?(?:test\.)?count(?:=|$)/.test(word)) ? [] : ["-count=1"];
  return [
    ...["go", "test", importPath, ...keep(own)].map(shellWord),
    ...choice(test),
    ...[...once, ...keep(forBinary)].map(shellWord),
  ].join(" ");
}

/** Always in quotes: it is a pattern, also when it has no character that says so. */
function choice(test: string | null): readonly string[] {
  if (test === null) return [];
  const pattern = quoted(test.split("/").map(exactly).join("/"));
  return test.startsWith("Benchmark") ? ["-run", quoted("^$"), "-bench", pattern] : ["-run", pattern];
}

/** Flags that take their value from the next word when they have no `=`. */
function withoutChoice(words: readonly string[]): readonly string[] {
  const isChoice = (word: string | undefined): boolean => /^--?(?:test\.)?(?:run|bench)$/.test(word ?? "");
  return words.filter(
    (word, index) => !isChoice(word) && !isChoice(words[index - 1]) && !/^--?(?:test\.)?(?:run|bench)=/.test(word),
  );
}

/** As regexp.QuoteMeta does. */
function exactly(part: string): string {
  return `^${part.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&")}$`;
}
