import { lstatSync, readFileSync, type Stats } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import type { GoSource } from "../go/coverage/placement.ts";
import type { Project } from "../model/project.ts";
import { inSlices } from "../project/in-slices.ts";

/** A file of the repository larger than this is not read for its functions or its source: no compiler output is that large. */
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

/** The source of a file of the repository as it is on this machine; null for files of other modules, links and what is gone. */
export function readText(project: Project, path: string): string | null {
  return statOf(project, path) === null ? null : readFileSync(join(project.root, path), "utf8");
}

/** null for what is no file, or too large. */
function statOf(project: Project, path: string): Stats | null {
  const stat = lstatSync(join(project.root, path), { throwIfNoEntry: false });
  return stat === undefined || !stat.isFile() || stat.size > sourceLimit ? null : stat;
}
