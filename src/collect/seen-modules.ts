import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Module, Project } from "../model/project.ts";
import { localDirectories } from "../project/gomod.ts";

/**
 * The modules whose files in this repository a build in `module` uses: itself, first; those of its workspace; those that a `replace` leads to. Of any other
 * module it uses what was published, which is another file, whatever its import path is.
 */
export async function seenModules(project: Project, module: Module): Promise<readonly Module[]> {
  const { workspaces, modules } = project;
  if (modules.length === 1) return [module];
  const goWork = workspaces.find(({ path }) => path === module.workspace);
  const inWorkspace = goWork?.uses.includes(module.dir) === true;
  const files = [posix.join(module.dir, "go.mod"), ...(inWorkspace ? [goWork.path] : [])];
  // Everything comes from vendor/ there, but for the members of a workspace.
  const read = module.vendored && !inWorkspace ? [] : files;
  const named = await Promise.all(read.map((path) => directoriesIn(project, path)));
  const seen = new Set([...named.flat(), ...(inWorkspace ? goWork.uses : [])]);
  return [module, ...modules.filter(({ dir }) => dir !== module.dir && seen.has(dir))];
}

async function directoriesIn({ root }: Project, path: string): Promise<readonly string[]> {
  const content = await readFile(join(root, path), "utf8").catch(() => "");
  return localDirectories(path, content);
}
