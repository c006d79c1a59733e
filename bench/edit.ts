/** A package of the module, as far as choosing what to edit needs it. */
export interface EditCandidate {
  readonly importPath: string;
  readonly name: string;
  /** Go files that a build of this machine's platform compiles, without tests. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** Import paths of everything it imports, directly or not. */
  readonly deps: readonly string[];
}

/**
 * The largest file of the library package that has the median number of dependants in the module (of a main package, where there is nothing
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
 * A Go file with one more function, another one for each `number`: the package and everything that imports it have to be compiled again, gofmt and vet
 * find nothing, and no behaviour changes.
 */
export function editedSource(original: string, number: number): string {
  const lineEnd = original.includes("\r\n") ? "\r\n" : "\n";
  const declaration = `func pipelineBenchEdit() int { return ${number} }`;
  return `${original.trimEnd()}${lineEnd}${lineEnd}${declaration}${lineEnd}`;
}
