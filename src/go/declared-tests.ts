import { lineCounter } from "../text/lines.ts";

/** Where a function is declared. */
export interface Declaration {
  /** Relative to the repository. */
  readonly path: string;
  readonly line: number;
}

/** A test file as it was read. */
export interface TestSource {
  readonly path: string;
  readonly text: string;
}

/** Test files of a package, read as they are asked for; null for one that cannot be read. */
export interface TestSources {
  /** What go list says is built. */
  readonly built: Iterable<TestSource | null>;
  /** What may be built for other settings than go list had. */
  readonly others: Iterable<TestSource | null>;
}

/** Where functions are declared, by their names; null: in several places. */
export type Declarations = ReadonlyMap<string, Declaration | null>;

/** Finds where a package declares functions of these names, as far as it can be known. */
export type FindDeclared = (importPath: string, names: ReadonlySet<string>) => Declarations;

/** The function that a test, or one of its subtests, belongs to. A benchmark that fails after its first round has the number of processors behind its name (Go 1.26.8). */
export function functionOf(test: string): string {
  const slash = test.indexOf("/");
  const name = slash < 0 ? test : test.slice(0, slash);
  return name.startsWith("Benchmark") ? name.replace(/-\d+$/, "") : name;
}

/**
 * Where functions of these names are declared. The packages `x` and `x_test` of a directory may both declare one, and its tests are then told apart by nobody. What no file declares that is
 * surely built, such as what `-race` brings in, stands in the only other file that declares it, if all could be read.
 */
export function declaredTests(names: ReadonlySet<string>, sources: TestSources): Declarations {
  const sure = new Map<string, Declaration | null>();
  const possible = new Map<string, Declaration | null>();
  let isComplete = true;
  const read = (source: TestSource | null, isSure: (text: string) => boolean): void => {
    if (source === null) isComplete = false;
    else note(isSure(source.text) ? sure : possible, source, names);
  };
  for (const source of sources.built) read(source, (text) => !dependsOnFlags.test(text));
  // The package `x_test` may declare what the one of the same directory declares.
  if (!isComplete) return new Map();
  if (sure.size < names.size) for (const source of sources.others) read(source, () => false);
  if (isComplete) for (const [name, found] of possible) if (!sure.has(name)) sure.set(name, found);
  return sure;
}

/** A build constraint that flags of `go test` decide: go list is asked without them. */
const dependsOnFlags = /^\/\/(?:go:build|[ \t]*\+build)[ \t].*\b(?:race|msan|asan)\b/m;

function note(found: Map<string, Declaration | null>, { path, text }: TestSource, names: ReadonlySet<string>): void {
  for (const { name, line } of functionsIn(text, names)) found.set(name, found.has(name) ? null : { path, line });
}

/** What has to be skipped, or is the declaration of a function: methods, literals and functions with type parameters, which Go takes for no tests, look different. */
const mark = /\/[/*]|[`"']|\bfunc\s+([\p{L}_][\p{L}\p{Nd}_]*)\s*\(/gu;

/** The functions of these names that a Go file declares, with their lines. Takes time for the length of a text whatever it holds, and throws for none. */
export function* functionsIn(
  text: string,
  names: ReadonlySet<string>,
): Generator<{ readonly name: string; readonly line: number }> {
  const lineOf = lineCounter(text);
  let at = 0;
  for (;;) {
    mark.lastIndex = at;
    const match = mark.exec(text);
    if (match === null) return;
    const [found, name] = match;
    at = name === undefined ? endOf(text, match.index, found) : match.index + found.length;
    const wanted = name === undefined || !names.has(name) ? null : name;
    if (wanted !== null) yield { name: wanted, line: lineOf(match.index).line };
  }
}

/** The place behind a comment or a literal that begins at `at`; a string ends with its line. */
function endOf(text: string, at: number, mark: string): number {
  const behind = (end: string, from: number): number => {
    const found = text.indexOf(end, from);
    return found < 0 ? text.length : found + end.length;
  };
  if (mark === "//") return behind("\n", at);
  if (mark === "/*") return behind("*/", at + 2);
  if (mark === "`") return behind("`", at + 1);
  for (let next = at + 1; next < text.length; next += 1) {
    const one = text[next];
    if (one === "\n" || one === mark) return next + 1;
    if (one === "\\") next += 1;
  }
  return text.length;
}
