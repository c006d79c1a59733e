import { UsageError } from "../errors.ts";
import type { GoWork, ModuleFile, Project } from "../model/project.ts";
import { wantedGo } from "./go-version.ts";
import { joinPath, moduleFromContent, workFromContent } from "./gomod.ts";
import { ignoredDirs } from "./ignored.ts";

/** The repository as this machine has it; the thin reader is repository.ts. */
export interface Repository {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Tracked and untracked, git-ignored ones left out; relative to `root`, slashes. */
  readonly files: readonly string[];
  readonly git: boolean;
  /** Content of a file below `root`, null when it is not there. */
  read(path: string): Promise<string | null>;
}

/**
 * Finds the module in `workingDirectory` (relative to the repository), the go.work that covers it and the modules this run leaves unchecked.
 * Throws UsageError when there is no go.mod, saying where one is. `gotoolchain`: GOTOOLCHAIN of the environment.
 */
export async function discoverProject(
  repository: Repository,
  workingDirectory: string,
  gotoolchain?: string,
): Promise<Project> {
  const goMod = await repository.read(joinPath(workingDirectory, "go.mod"));
  if (goMod === null) throw new UsageError([await noModule(repository, workingDirectory)]);
  const vendored = (await repository.read(joinPath(workingDirectory, "vendor/modules.txt"))) !== null;
  const module = moduleFromContent(workingDirectory, goMod, vendored);
  const goWork = await findWork(repository, workingDirectory);
  const modules = [module];
  return {
    root: repository.root,
    directory: workingDirectory,
    modules,
    uncheckedModules: otherModules(repository.files, module),
    goWork,
    wantedGo: wantedGo(modules, goWork, gotoolchain),
    files: repository.files,
    git: repository.git,
  };
}

/** What this run does not check, without what the module itself calls no part of it. */
function otherModules(files: readonly string[], module: ModuleFile): readonly string[] {
  const ignored = ignoredDirs(module.ignore);
  const below = module.dir === "." ? "" : `${module.dir}/`;
  const named = (dir: string): boolean => dir.startsWith(below) && ignored(dir.slice(below.length));
  return moduleDirs(files).filter((dir) => dir !== module.dir && !named(dir));
}

/** Directories with a go.mod, leaving out what Go itself never looks at: vendor, testdata, names that start with `_` or `.`. */
export function moduleDirs(files: readonly string[]): readonly string[] {
  const hidden = /(^|\/)(vendor|testdata|node_modules|[_.][^/]*)\//;
  return files
    .filter((file) => (file === "go.mod" || file.endsWith("/go.mod")) && !hidden.test(file))
    .map((file) => (file === "go.mod" ? "." : file.slice(0, -"/go.mod".length)))
    .sort();
}

/** Like the go command, takes the nearest go.work from the module upwards, within the repository. */
async function findWork(repository: Repository, from: string): Promise<GoWork | null> {
  for (const dir of upwards(from)) {
    const path = joinPath(dir, "go.work");
    const content = await repository.read(path);
    if (content !== null) return workFromContent(path, content);
  }
  return null;
}

function upwards(dir: string): readonly string[] {
  const dirs = [dir];
  for (let at = dir; at !== "."; ) {
    at = at.includes("/") ? at.slice(0, at.lastIndexOf("/")) : ".";
    dirs.push(at);
  }
  return dirs;
}

async function noModule(repository: Repository, workingDirectory: string): Promise<string> {
  const headline = `working-directory: no go.mod in ${workingDirectory === "." ? "the repository's root" : workingDirectory}.`;
  for (const dir of upwards(workingDirectory).slice(1)) {
    if ((await repository.read(joinPath(dir, "go.mod"))) !== null) {
      return `${headline} It belongs to the module in ${dir === "." ? "the repository's root" : dir}: set working-directory to that.`;
    }
  }
  const below = workingDirectory === "." ? "" : `${workingDirectory}/`;
  const nested = moduleDirs(repository.files).filter((dir) => dir.startsWith(below));
  if (nested.length > 0) return `${headline} Set working-directory to one of its modules: ${nested.join(", ")}.`;
  return `${headline} Run \`go mod init <module path>\` there, or set working-directory to the directory that holds go.mod.`;
}
