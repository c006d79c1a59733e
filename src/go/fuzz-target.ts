import { posix } from "node:path";
import type { Package } from "../model/project.ts";
import type { ListedTest } from "./listed-test.ts";

export type FuzzTarget = ListedTest;

/** Directory of a package, relative to the repository, in which Go looks for inputs of a target and leaves those that fail. */
export function corpusDir({ importPath, name }: FuzzTarget, packages: readonly Package[]): string | null {
  const found = packages.find((candidate) => candidate.importPath === importPath);
  return found === undefined ? null : posix.join(found.dir, "testdata/fuzz", name);
}

/** Fuzzes one target and runs nothing else: Go takes no more than one. */
export function fuzzFlags(name: string, fuzzTime: string): readonly string[] {
  return ["-run=^$", `-fuzz=^${name}$`, `-fuzztime=${fuzzTime}`];
}

/** Why nothing is fuzzed. */
export const noTargets = "no fuzz targets";
