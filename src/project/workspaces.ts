import { UsageError } from "../errors.ts";
import type { GoWork } from "../model/project.ts";
import { isInside, joinPath, workFromContent } from "./gomod.ts";
import { filesNamed, upwards } from "./module-dirs.ts";

interface Files {
  readonly root: string;
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
    if (content !== null) works.push(workFromContent(path, content, repository.root));
  }
  return works;
}

/** The go.work that Go takes for a module: the nearest one at or above it (https://go.dev/ref/mod#workspaces). */
export function covering(works: readonly GoWork[], dir: string): GoWork | null {
  const around = upwards(dir).map((place) => joinPath(place, "go.work"));
  return around.map((path) => works.find((work) => work.path === path)).find((work) => work !== undefined) ?? null;
}

export function namesModule({ uses }: GoWork, dir: string): boolean {
  return uses.includes(dir);
}

/** Throws UsageError when a go.work covers the directory, in which no module is, and names none of the repository. */
export async function requireModules(repository: Files, works: readonly GoWork[], directory: string): Promise<void> {
  const work = covering(works, directory);
  if (work === null) return;
  const own = work.uses.filter((dir) => isInside(".", dir));
  const files = await Promise.all(own.map((dir) => repository.read(joinPath(dir, "go.mod"))));
  if (files.some((file) => file !== null)) return;
  const absent = work.uses.length === 0 ? "no module" : `${work.uses.join(", ")}, where the repository has no go.mod`;
  throw new UsageError([
    `working-directory: ${work.path} names ${absent}. Add modules with \`go work use ./<directory>\`, or set working-directory to a module.`,
  ]);
}
