import { UsageError } from "../errors.ts";
import type { GoWork, Module, ModuleFile, Project } from "../model/project.ts";
import { below } from "../model/stage-id.ts";
import { placeName } from "../text/paths.ts";
import { wantedGo } from "./go-version.ts";
import { isInside, joinPath, moduleFromContent } from "./gomod.ts";
import { ignoredDirs } from "./ignored.ts";
import { looseDirs, moduleDirs, upwards } from "./module-dirs.ts";
import { type ModuleSelection, selectionName, selectModules } from "./select-modules.ts";
import { covering, findWorks, namesModule, requireModules } from "./workspaces.ts";

/** The repository as this machine has it; the thin reader is repository.ts. */
export interface Repository {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Tracked and untracked, git-ignored ones left out; relative to `root`, slashes. */
  readonly files: readonly string[];
  readonly git: boolean;
  /** Content of a file below `root`, null when it is not there. */
  read(path: string): Promise<string | null>;
  /** The same of a submodule or of another checkout at `dir`, of which `files` has no more than that; relative to `dir`. */
  filesOf(dir: string): Promise<readonly string[]>;
}

export interface DiscoveryRequest {
  /** The working directory relative to the repository, `.` for its root. */
  readonly directory: string;
  /** The input `modules`; null: every module. */
  readonly selection: ModuleSelection | null;
  /** The input `workspace`. */
  readonly workspace: "auto" | "off";
  /** GOTOOLCHAIN and GOWORK of the environment. */
  readonly gotoolchain?: string | undefined;
  readonly gowork?: string | undefined;
}

/**
 * Finds the modules to check at or below the working directory, else the module that it lies in, and the go.work files that cover them. Throws UsageError
 * when there is none, saying where one is, and for selections that name none.
 */
export async function discoverProject(repository: Repository, request: DiscoveryRequest): Promise<Project> {
  const { directory, gotoolchain } = request;
  const off = isOff(request);
  const works = off ? [] : await findWorks(repository, directory);
  const all = await candidates(repository, directory, works);
  const chosen = await named(all, request, repository);
  const modules = chosen.map((candidate) => placed(candidate, works, request));
  refuseEqualPaths(modules, directory);
  const workspaces = works.filter(({ path }) => modules.some(({ workspace }) => workspace === path));
  const checked = new Set(modules.map(({ dir }) => dir));
  const outside = workspaces.flatMap(({ uses }) => uses).filter((dir) => !isInside(".", dir));
  return {
    root: repository.root,
    directory,
    modules,
    unchecked: [...unchecked(repository.files, modules, all.ignored).filter((dir) => !checked.has(dir)), ...outside],
    loose: request.selection === null ? looseDirs(repository.files, directory) : [],
    workspaces,
    wantedGo: wantedGo(modules, workspaces, gotoolchain),
    files: [...repository.files, ...(await checkedOut(repository, modules))],
    git: repository.git,
  };
}

function isOff({ workspace, gowork }: DiscoveryRequest): boolean {
  return workspace === "off" || gowork === "off";
}

/** A module that could be checked. */
interface Candidate extends ModuleFile {
  readonly within: string;
  readonly why: string;
}

interface Candidates {
  readonly found: readonly Candidate[];
  /** Whether go.mod's `ignore` lines of a module around it say that a directory is none of its business. */
  readonly ignored: (dir: string) => boolean;
}

async function candidates(repository: Repository, directory: string, works: readonly GoWork[]): Promise<Candidates> {
  const nested = moduleDirs(repository.files, directory);
  const used = works.flatMap(({ uses }) => uses).filter((dir) => isInside(directory, dir));
  const files = await Promise.all([...new Set([...nested, ...used])].map((dir) => readModule(repository, dir)));
  const present = files.filter((file) => file !== null).sort(byDirectory);
  const ignored = ignoredBy(present);
  const own = present.filter(({ dir }) => used.includes(dir) || !ignored(dir));
  const found = own.map((file) => ({ ...file, within: ".", why: reasonFor(file.dir, directory, works) }));
  if (own.some(({ dir }) => dir === directory)) return { found, ignored };
  const around = await moduleAround(repository, directory, own);
  if (around !== null) return { found: [around, ...found], ignored };
  if (found.length > 0) return { found, ignored };
  await requireModules(repository, works, directory);
  throw new UsageError([noModule(repository, directory)]);
}

/** The working directory's own module first, then by name. */
function byDirectory(a: { readonly dir: string }, b: { readonly dir: string }): number {
  return a.dir < b.dir ? -1 : a.dir > b.dir ? 1 : 0;
}

function reasonFor(dir: string, directory: string, works: readonly GoWork[]): string {
  const work = covering(works, dir);
  if (work !== null && namesModule(work, dir)) return `${work.path} names it`;
  return dir === directory ? "it lies in working-directory" : "it lies below working-directory";
}

async function readModule(repository: Repository, dir: string): Promise<ModuleFile | null> {
  const content = await repository.read(joinPath(dir, "go.mod"));
  if (content === null) return null;
  const vendored = (await repository.read(joinPath(dir, "vendor/modules.txt"))) !== null;
  return moduleFromContent(dir, content, vendored, repository.root);
}

/** The module that the working directory lies in, restricted to it; null when it lies in none, or when no Go file of that module is there. */
async function moduleAround(
  repository: Repository,
  directory: string,
  nested: readonly ModuleFile[],
): Promise<Candidate | null> {
  for (const dir of upwards(directory).slice(1)) {
    const file = await readModule(repository, dir);
    if (file === null) continue;
    const own = repository.files.some(
      (path) =>
        path.endsWith(".go") && isInside(directory, path) && !nested.some((module) => isInside(module.dir, path)),
    );
    if (!own && nested.length > 0) return null;
    return { ...file, within: below(dir, directory), why: "working-directory lies in it" };
  }
  return null;
}

function ignoredBy(modules: readonly ModuleFile[]): (dir: string) => boolean {
  const rules = modules
    .filter(({ ignore }) => ignore.length > 0)
    .map(({ dir, ignore }) => ({ prefix: dir === "." ? "" : `${dir}/`, ignored: ignoredDirs(ignore) }));
  return (dir) => rules.some(({ prefix, ignored }) => dir.startsWith(prefix) && ignored(dir.slice(prefix.length)));
}

/** What a selection takes of the candidates, and of modules that only count when somebody names them: submodules, test data. */
async function named(
  { found }: Candidates,
  { selection, directory }: DiscoveryRequest,
  repository: Repository,
): Promise<readonly Candidate[]> {
  if (selection === null) return found;
  const more = await Promise.all(
    selection.literal
      .map((name) => joinPath(directory, name))
      .filter((dir) => isInside(directory, dir) && !found.some((module) => module.dir === dir))
      .map((dir) => readModule(repository, dir)),
  );
  const named = more.filter((file) => file !== null).map((file) => ({ ...file, within: ".", why: "" }));
  const chosen = selectModules(selection, [...found, ...named].sort(byDirectory), directory);
  return chosen.map((candidate) => ({ ...candidate, why: "`modules` names it" }));
}

/** Files of the submodules in which modules of the run lie. */
async function checkedOut(repository: Repository, modules: readonly Module[]): Promise<readonly string[]> {
  const around = new Set(modules.flatMap(({ dir }) => upwards(dir)));
  const places = repository.files.map((entry) => entry.replace(/\/$/, "")).filter((entry) => around.has(entry));
  const files = places.map(async (place) => (await repository.filesOf(place)).map((path) => `${place}/${path}`));
  return (await Promise.all(files)).flat();
}

/** With the go.work that covers it, and the variables that go commands in it need. */
function placed(candidate: Candidate, works: readonly GoWork[], request: DiscoveryRequest): Module {
  const { directory, gowork } = request;
  // Said to Go even where the environment says it: commands for people carry it then.
  if (isOff(request)) return { ...candidate, workspace: null, env: { GOWORK: "off" } };
  const work = covering(works, candidate.dir);
  if (work === null) return { ...candidate, workspace: null, env: {} };
  // As in a shell: somebody who stands in a module below a go.work that does not name it is told so by Go.
  const asInShell = candidate.dir === directory && !isInside(directory, work.path);
  if (namesModule(work, candidate.dir) || asInShell || (gowork ?? "") !== "") {
    const outside = [...new Set([...candidate.outside, ...work.outside])];
    return { ...candidate, workspace: work.path, env: {}, outside };
  }
  return { ...candidate, workspace: null, env: { GOWORK: "off" }, why: `${candidate.why}, outside of ${work.path}` };
}

/** Import paths name packages in coverage profiles and test events: they have to say which module is meant. */
function refuseEqualPaths(modules: readonly Module[], directory: string): void {
  const byPath = new Map<string, string>();
  const problems: string[] = [];
  for (const { path, dir } of modules) {
    const other = path === null ? undefined : byPath.get(path);
    if (path !== null && other === undefined) byPath.set(path, dir);
    else if (path !== null) {
      problems.push(
        `modules: ${placeName(other ?? "")} and ${placeName(dir)} both have the module path ${path}. Give one another path, or leave it out: modules: "!${selectionName(dir, directory)}".`,
      );
    }
  }
  if (problems.length > 0) throw new UsageError(problems);
}

/** Modules of the repository that this run leaves out, but for what a module itself calls no part of it. */
function unchecked(
  files: readonly string[],
  modules: readonly ModuleFile[],
  ignored: (dir: string) => boolean,
): readonly string[] {
  const own = ignoredBy(modules);
  return moduleDirs(files, ".").filter((dir) => !own(dir) && !ignored(dir));
}

function noModule(repository: Repository, directory: string): string {
  const headline = `working-directory: no go.mod in ${placeName(directory)}, above it or below it.`;
  const others = moduleDirs(repository.files, ".");
  if (others.length > 0) return `${headline} Set working-directory to one of the modules: ${others.join(", ")}.`;
  return `${headline} Run \`go mod init <module path>\` there, or set working-directory to the directory that holds go.mod.`;
}
