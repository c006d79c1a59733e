import type { FoundProgram } from "../model/project.ts";

/** Reads what `go version -m FILE...` prints; files that it knows nothing of, or that are no programs of a module, are left out. */
export function parseBuildInfo(text: string): readonly FoundProgram[] {
  const found: FoundProgram[] = [];
  // `FILE: go1.26.8`, then lines that begin with a tab: `path`, `mod`, `dep` and `build` with their words (runtime/debug: ParseBuildInfo).
  for (const [, path = "", go = "", info = ""] of text.matchAll(
    /^([^\t\r\n].*): (\S.*?)\r?\n((?:\t[^\n]*(?:\n|$))*)/gm,
  )) {
    const main = /^\tpath\t(\S+)/m.exec(info)?.[1];
    const version = /^\tmod\t\S+\t(\S+)/m.exec(info)?.[1];
    // With experiments or flags: `go1.26.8 X:nodwarf5`.
    if (main !== undefined && version !== undefined) found.push({ path, package: main, version, go });
  }
  return found;
}
