import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { hasCode } from "../errors.ts";
import { isLfsPointer, lfsRemedy } from "../go/lfs.ts";
import type { Embeds, Project } from "../model/project.ts";
import { firstOf } from "../text/format.ts";
import { embedMatcher } from "./embed.ts";
import { inSlices } from "./in-slices.ts";

/** Pointers are smaller (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
const largestPointer = 1024;

/**
 * A warning of embedded files that are pointers of Git LFS, none without them. Go puts the pointer into the binary and says nothing; no failure, since
 * somebody may mean it.
 */
export async function embeddedPointers(
  { root, files }: Pick<Project, "root" | "files">,
  embeds: readonly Embeds[],
): Promise<readonly string[]> {
  const embedded = new Set<string>();
  for (const { dir, patterns } of embeds) {
    const prefix = dir === "." ? "" : `${dir}/`;
    const matchers = patterns.map(embedMatcher);
    for (const path of files) {
      if (!path.startsWith(prefix)) continue;
      const below = path.slice(prefix.length);
      if (matchers.some((matches) => matches(below))) embedded.add(path);
    }
  }
  const paths = [...embedded].sort();
  const found = await inSlices(paths, (path) => isPointer(join(root, path)));
  const pointers = paths.filter((_, index) => found[index] === true);
  if (pointers.length === 0) return [];
  return [
    `embedded as pointers of Git LFS, not with their content: ${firstOf(pointers, 20)}. Get it with ${lfsRemedy}.`,
  ];
}

function isPointer(path: string): boolean {
  try {
    const { size } = statSync(path);
    return size > 0 && size < largestPointer && isLfsPointer(readFileSync(path, "utf8"));
  } catch (error) {
    // Tracked but deleted, or not for us to read: Go says so itself.
    if (hasCode(error, "ENOENT", "ENOTDIR", "EISDIR", "EACCES", "ELOOP")) return false;
    throw error;
  }
}
