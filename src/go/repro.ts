/** What a POSIX shell needs no quotes for. */
const plainWord = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** One word of a POSIX shell command line. */
export function shellWord(word: string): string {
  return plainWord.test(word) ? word : quoted(word);
}

/** `NAME=value` in front of a command. null, and what would not stay on one line: the value that the reader's environment has. */
export function assignment(name: string, value: string | null): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return value === null || /[\u0000-\u001f\u007f]/.test(value) ? `${name}="$${name}"` : `${name}=${shellWord(value)}`;
}

/** A command for the root of the repository that runs in one of its directories. */
export function inDirectory(dir: string, command: string): string {
  // Without ./ a directory called `-` would be the one before.
  return dir === "." ? command : `(cd ${shellWord(dir.startsWith("-") ? `./${dir}` : dir)} && ${command})`;
}

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

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** As regexp.QuoteMeta does. */
function exactly(part: string): string {
  return `^${part.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&")}$`;
}
