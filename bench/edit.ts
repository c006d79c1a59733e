import { isUtf8 } from "node:buffer";
import { posix } from "node:path";

/** A package of the subject, as far as choosing what to edit needs it. */
export interface EditCandidate {
  readonly importPath: string;
  readonly name: string;
  /** Go files that a build of this machine's platform compiles, without tests. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** Import paths of everything it imports, directly or not. */
  readonly deps: readonly string[];
}

/**
 * The largest file of the library package that has the median number of dependants among all of them (of a main package, where there is nothing
 * else): neither the leaf that nobody imports nor the one package that everything does. null when there is no Go file.
 */
export function chooseFile(candidates: readonly EditCandidate[]): string | null {
  const withFiles = candidates.filter(({ files }) => files.length > 0);
  const libraries = withFiles.filter(({ name }) => name !== "main");
  const ranked = (libraries.length > 0 ? libraries : withFiles)
    .map((candidate) => ({ candidate, dependants: dependantsOf(candidate, candidates) }))
    .sort((a, b) => a.dependants - b.dependants || compare(a.candidate.importPath, b.candidate.importPath));
  const chosen = ranked[Math.floor((ranked.length - 1) / 2)]?.candidate;
  const files = [...(chosen?.files ?? [])].sort((a, b) => b.size - a.size || compare(a.path, b.path));
  return files[0]?.path ?? null;
}

function dependantsOf({ importPath }: EditCandidate, all: readonly EditCandidate[]): number {
  return all.filter(({ deps }) => deps.includes(importPath)).length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Files in testdata directories of packages with tests; `files` are all of the repository's. What fuzz tests have found is left out: Go wants it in a form of
 * its own.
 */
export function testDataIn(files: readonly string[]): readonly string[] {
  const tested = new Set(files.filter((path) => path.endsWith("_test.go")).map((path) => posix.dirname(path)));
  return files.filter((path) => {
    const [, around = ".", inside] = /^(?:(.*?)\/)?testdata\/(.+)$/.exec(path) ?? [];
    return inside !== undefined && !inside.startsWith("fuzz/") && tested.has(around);
  });
}

/** The largest of the files whose text can be edited; null when there is none. */
export function chooseData(files: readonly { readonly path: string; readonly content: Buffer }[]): string | null {
  const texts = files.filter(({ content }) => isUtf8(content) && !content.includes(0) && lastLetter.test(`${content}`));
  const sorted = texts.sort((a, b) => b.content.length - a.content.length || compare(a.path, b.path));
  return sorted[0]?.path ?? null;
}

const lastLetter = /[a-z](?=[^a-z]*$)/;

/**
 * A Go file with one more function, another one for each `number`: the package and everything that imports it have to be compiled again, gofmt and vet
 * find nothing, and no behaviour changes.
 */
export function editedSource(original: string, number: number): string {
  const lineEnd = original.includes("\r\n") ? "\r\n" : "\n";
  const declaration = `func pipelineBenchEdit() int { return ${number} }`;
  return `${original.trimEnd()}${lineEnd}${lineEnd}${declaration}${lineEnd}`;
}

/** A file of test data with its last small letter changed, to another one for 25 numbers in a row: what tests read has the size that it had. */
export function editedData(original: string, number: number): string {
  const last = lastLetter.exec(original);
  if (last === null) throw new Error("the file of test data has no letter that could be changed");
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const letter = letters[(letters.indexOf(last[0]) + 1 + (number % 25)) % 26];
  return `${original.slice(0, last.index)}${letter}${original.slice(last.index + 1)}`;
}

/** A go.mod with one more comment, another one for each `number`: what is required stays. */
export function editedGoMod(original: string, number: number): string {
  return `${original.trimEnd()}\n\n// ${number}\n`;
}
