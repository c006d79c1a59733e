import { quoted, shellWord } from "../text/shell.ts";

/**
 * The command that runs one test, or a package, again, for a POSIX shell in the module's directory. `-run` splits its argument at slashes like the
 * test's name and takes each part as a regular expression (testing/match.go); names in events are already rewritten the way
 * `-run` rewrites its argument. `flags` are words for `go test`, with `-args` and what follows; of those that choose tests, ours replaces theirs.
 */
export function reproCommand(importPath: string, test: string | null, flags: readonly string[]): string {
  const { before, choice, after } = wordsAgain(test === null ? null : [test], flags);
  return [
    ...["go", "test", importPath, ...before].map(shellWord),
    // Always in quotes: it is a pattern, also when it has no character that says so.
    ...choice.flatMap(([flag, pattern]) => [flag, quoted(pattern)]),
    ...after.map(shellWord),
  ].join(" ");
}

/** The words behind the package: flags, which tests, and what goes behind that. */
interface Words {
  readonly before: readonly string[];
  readonly choice: readonly (readonly [flag: string, pattern: string])[];
  readonly after: readonly string[];
}

/** The same for several tests of a package, as words; null: all tests that `flags` choose. Of what is not said otherwise, nothing comes from Go's cache. */
export function argsAgain(tests: readonly string[] | null, flags: readonly string[]): readonly string[] {
  const { before, choice, after } = wordsAgain(tests, flags);
  return [...before, ...choice.flat(), ...after];
}

function wordsAgain(tests: readonly string[] | null, flags: readonly string[]): Words {
  const end = flags.findIndex((word) => /^--?args$/.test(word));
  const own = end < 0 ? flags : flags.slice(0, end);
  const forBinary = end < 0 ? [] : flags.slice(end);
  const keep = (words: readonly string[]): readonly string[] => (tests === null ? words : withoutChoice(words));
  const once = flags.some((word) => /^--?(?:test\.)?count(?:=|$)/.test(word)) ? [] : ["-count=1"];
  return { before: keep(own), choice: tests === null ? [] : choiceOf(tests), after: [...once, ...keep(forBinary)] };
}

function choiceOf(tests: readonly string[]): Words["choice"] {
  const benchmarks = tests.filter((test) => test.startsWith("Benchmark"));
  const others = tests.filter((test) => !test.startsWith("Benchmark"));
  return [
    ["-run", others.length === 0 ? "^$" : patternOf(others)],
    ...(benchmarks.length === 0 ? [] : ([["-bench", patternOf(benchmarks)]] as const)),
  ];
}

/** Go splits a pattern at `|` first, outside of brackets, then at slashes (testing/match.go, splitRegexp; Go 1.22 and later). */
function patternOf(tests: readonly string[]): string {
  return tests.map((test) => test.split("/").map(exactly).join("/")).join("|");
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
