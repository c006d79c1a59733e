/** What a POSIX shell needs no quotes for. */
const plainWord = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** One word of a POSIX shell command line. */
export function shellWord(word: string): string {
  return plainWord.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * The command that runs one test again, for a POSIX shell in the module's directory. `-run` splits its argument at slashes like the
 * test's name and takes each part as a regular expression (testing/match.go); names in events are already rewritten the way
 * `-run` rewrites its argument.
 */
export function reproCommand(importPath: string, test: string | null, flags: readonly string[]): string {
  const words = ["go", "test", importPath, ...flags].map(shellWord);
  const pattern = quoted(test?.split("/").map(exactly).join("/") ?? "");
  if (test?.startsWith("Benchmark")) words.push("-run", quoted("^$"), "-bench", pattern);
  else if (test !== null) words.push("-run", pattern);
  return [...words, "-count=1"].join(" ");
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** As regexp.QuoteMeta does. */
function exactly(part: string): string {
  return `^${part.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&")}$`;
}
