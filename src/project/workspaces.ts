import { posix } from "node:path";
import { UsageError } from "../errors.ts";
import type { GoWork } from "../model/project.ts";
import { isInside, joinPath, workFromContent } from "./gomod.ts";
import { filesNamed, upwards } from "./module-dirs.ts";

interface Files {
  readonly files: readonly string[];
  read(path: string): Promise<string | null>;
}

/** Every go.work at or below `directory`, and the nearest one above it, which covers what lies there. */
export async function findWorks(repository: Files, directory: string): Promise<readonly GoWork[]> {
  const below = filesNamed("go.work", repository.files, directory);
  const above = upwards(directory).map((dir) => joinPath(dir, "go.work"));
  const works: GoWork[] = [];
  // What git ignores, and go.work often is, covers modules all the same.
  for (const path of new Set([...above, ...below])) {
    const content = await repository.read(path);
    if (content !== null) works.push(workFromContent(path, content));
  }
  return works;
}

/** The go.work that Go takes for a module: the nearest one at or above it (https://go.dev/ref/mod#workspaces). */
export function covering(works: readonly GoWork[], dir: string): GoWork | null {
  const around = works.filter(({ path }) => isInside(posix.dirname(path), dir));
  return around.sort((a, b) => posix.dirname(b.path).length - posix.dirname(a.path).length)[0] ?? null;
}

export function namesModule({ uses }: GoWork, dir: string): boolean {
  return uses.includes(dir);
}

/** Throws UsageError when a go.work covers the directory, in which no module is, and names none of the repository. */
export async function requireModules(repository: Files, works: readonly GoWork[], directory: string): Promise<void> {
  const work = covering(works, directory);
  if (work === null) return;
  const files = await Promise.all(work.uses.map((dir) => repository.read(joinPath(dir, "go.mod"))));
  if (files.some((file) => file !== null)) return;
  const absent = work.uses.length === 0 ? "no module" : `${work.uses.join(", ")}, where no go.mod is`;
  throw new UsageError([
    `working-directory: ${work.path} names ${absent}. Add modules with \`go work use ./<directory>\`, or set working-directory to a module.`,
  ]);
}
