import { lstatSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import type { GoSource } from "../go/coverage/placement.ts";
import type { Project } from "../model/project.ts";
import { inSlices } from "../project/in-slices.ts";

/** No compiler reads a file of this size; what is larger is no source. */
const sourceLimit = 8 * 1024 * 1024;

/** A package's Go files but its tests, as they are on this machine. */
export async function readGoSources(project: Project, dir: string): Promise<readonly GoSource[]> {
  const names = await readdir(join(project.root, dir)).catch(() => []);
  const own = names.filter((name) => name.endsWith(".go") && !name.endsWith("_test.go")).sort();
  const read = await inSlices(own, (name): GoSource | null => {
    const path = posix.join(dir, name);
    const text = readText(project, path);
    return text === null ? null : { path, text };
  });
  return read.filter((source) => source !== null);
}

/**
 * The source of a file of the repository as it is on this machine; null for what is no file, too large or gone, and for links, which can lead out
 * of the repository.
 */
export function readText({ root }: Pick<Project, "root">, path: string): string | null {
  return textSize({ root }, path) === null ? null : readFileSync(join(root, path), "utf8");
}

/** How many bytes that would read; null: nothing. */
export function textSize({ root }: Pick<Project, "root">, path: string): number | null {
  const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
  return stat?.isFile() && stat.size <= sourceLimit ? stat.size : null;
}
