/** What a POSIX shell needs no quotes for. */
const plainWord = /^[A-Za-z0-9_@%+=:,./-]+$/;

export function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

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

/** A command line for people, to be run at the root of the repository. */
export function shellCommand(
  moduleDir: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  const assignments = Object.entries(env).map(([name, value]) => assignment(name, value));
  return inDirectory(moduleDir, [...assignments, ...words.map(shellWord)].join(" "));
}
