import { join, posix } from "node:path";
import { hasCode, messageOf } from "../errors.ts";
import { readRegularFile } from "../files/regular-file.ts";
import { embedMatcher, embedPatterns } from "./embed.ts";
import { everyPath, parents } from "./needed.ts";
import type { Tree } from "./tree.ts";

export interface Embedded {
  readonly needed: ReadonlySet<string>;
  readonly warnings: readonly string[];
}

/** Which ignored files the Go files above them embed. Only Go files that have an ignored file beside or below them are read. */
export async function readEmbedded(root: string, tree: Tree, counts: (goFile: string) => boolean): Promise<Embedded> {
  const needed = new Set<string>();
  const warnings: string[] = [];
  const below = ignoredBelow(tree);
  for (const goFile of everyPath(tree)) {
    const dir = posix.dirname(goFile);
    const candidates = goFile.endsWith(".go") && counts(goFile) ? below.get(dir) : undefined;
    if (candidates === undefined) continue;
    try {
      const matchers = embedPatterns(await readRegularFile(join(root, goFile))).map(embedMatcher);
      const inDir = (path: string): string => (dir === "." ? path : path.slice(dir.length + 1));
      for (const path of candidates) if (matchers.some((matches) => matches(inDir(path)))) needed.add(path);
    } catch (error) {
      // Tracked but deleted in the working tree.
      if (!hasCode(error, "ENOENT", "ENOTDIR", "EISDIR"))
        warnings.push(`${goFile} could not be read: ${messageOf(error)}`);
    }
  }
  return { needed, warnings };
}

/** Ignored files by every directory above them that holds a Go file. */
function ignoredBelow(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const goDirs = new Set<string>();
  for (const path of everyPath(tree)) {
    if (path.endsWith(".go")) goDirs.add(posix.dirname(path));
  }
  const below = new Map<string, string[]>();
  for (const path of tree.ignored) {
    for (const dir of [".", ...parents(path)]) {
      if (!goDirs.has(dir)) continue;
      const list = below.get(dir) ?? [];
      list.push(path);
      below.set(dir, list);
    }
  }
  return below;
}
