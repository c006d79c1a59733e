/** What the go command says of itself and not of a module: progress, not a cause. */
const progress = /^go: (?:downloading|finding|extracting) /;

/** Go's first sentence, and what belongs to it from the lines below: the command that it advises, the place it found. */
export interface GoWords {
  readonly said: string;
  readonly more: string;
}

/**
 * Reads the standard error of a go command that gave up. A sentence that ends with a colon goes on below it; so does one with indented lines, as in
 * `…; to update it:` and `go work use` (Go 1.26.8; 1.27.4 says `…; to download and use go 1.25:`).
 */
export function goWords(stderr: string): GoWords {
  const [first = "", ...rest] = withoutProgress(stderr).trim().split(/\r?\n/);
  const said = first.replace(/^go: /, "");
  const indented = rest.slice(0, Math.max(0, endOfIndented(rest)));
  const below = indented.length > 0 ? indented : said.endsWith(":") ? rest.slice(0, 1) : [];
  return { said: said.replace(/:$/, ""), more: below.map((line) => line.trim()).join(" ") };
}

/** Both parts as one line. */
export function goSentence(stderr: string): string {
  const { said, more } = goWords(stderr);
  return more === "" ? said : `${said}: ${more}`;
}

/** Go's text, on one line when it is no more than a sentence and a command below it: some readers show the first line alone. */
export function sentenceFirst(stderr: string): string {
  const text = withoutProgress(stderr).trim();
  return text.replace(/^(.*:)\r?\n[ \t]+(\S.*)$/, "$1 $2");
}

/** Standard error without lines that only say what is being fetched. */
export function withoutProgress(stderr: string): string {
  return stderr
    .split(/\r?\n/)
    .filter((line) => !progress.test(line))
    .join("\n");
}

/** How Go puts it that a directory's module is not one of the workspace: `./...` and `.` have sentences of their own. */
export function isOutsideWorkspace(message: string): boolean {
  return /(?:does not contain|not one of the workspace) modules listed in go\.work/.test(message);
}

function endOfIndented(lines: readonly string[]): number {
  const end = lines.findIndex((line) => !/^\s+\S/.test(line));
  return end < 0 ? lines.length : end;
}
