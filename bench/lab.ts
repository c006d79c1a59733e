import { mkdir, mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { hostEnvironment } from "../src/engine/environment.ts";
import { nodePathFacts } from "../src/inputs/path-facts.ts";
import type { Module, Project } from "../src/model/project.ts";
import { relativeSlashes } from "../src/project/locate.ts";
import { discoverProject } from "../src/project/modules.ts";
import { platformEnv } from "../src/project/platform-env.ts";
import { openRepository } from "../src/project/repository.ts";
import { selectionOf } from "../src/project/select-modules.ts";
import { platforms } from "./commands.ts";
import type { Contender } from "./model.ts";
import { copyTree, output, removeTree } from "./tools.ts";

/**
 * Where everything happens: a temporary directory with a copy of the repository, one build cache for each contender and one module cache. Nothing is written
 * outside of it.
 */
export interface Lab {
  readonly temp: string;
  /** The copy's root, and the working directory in it. */
  readonly repository: string;
  readonly directory: string;
  /** The modules that every contender checks, as the action finds them. */
  readonly project: Project;
  /** The directory that holds `gocache-<contender>` and `gomod`. */
  readonly caches: string;
  /** The user's environment without what belongs to a runner, and `CI=true`. */
  readonly env: Readonly<Record<string, string>>;
  /** GOFLAGS with `-modcacherw`, so that the module cache can be removed like any directory. */
  readonly goflags: string;
}

/**
 * Copies the repository around `path` and fills a module cache of its own, from the user's where the modules are there. `modules` are the entries of the
 * action's input.
 */
export async function openLab(path: string, modules: readonly string[]): Promise<Lab> {
  const from = resolve(path);
  const root = await repositoryOf(from);
  const env = hostEnvironment(process.env, {}, false);
  const found = await discoverProject(await openRepository(root), {
    directory: relativeSlashes(root, from, nodePathFacts()),
    selection: modules.length === 0 ? null : selectionOf(modules),
    workspace: "auto",
    gowork: env["GOWORK"],
  });
  const temp = await mkdtemp(join(tmpdir(), "go-pipeline-bench-"));
  const repository = join(temp, "repository");
  await copyTree(root, repository);
  const directory = join(repository, found.directory);
  const caches = join(temp, "caches");
  await mkdir(join(caches, "gomod"), { recursive: true });
  const given = await goEnv(["GOFLAGS", "GOMODCACHE", "GOPROXY"], directory, env);
  const goflags = `${given["GOFLAGS"] ?? ""} -modcacherw`.trim();
  const lab = { temp, repository, directory, project: { ...found, root: repository }, caches, env, goflags };
  const goproxy = `file://${given["GOMODCACHE"]}/cache/download,${given["GOPROXY"]}`;
  for (const module of found.modules) if (!module.vendored) await fillModuleCache(lab, module, goproxy);
  return lab;
}

/** Where the commands of a module run. */
export function placeOf({ repository }: Lab, { dir, within }: Module): string {
  return join(repository, dir, within);
}

export async function closeLab(lab: Lab): Promise<void> {
  await removeTree(lab.temp);
}

/** The nearest parent that is a git work tree, as the action sees it too; the directory itself when there is none. */
async function repositoryOf(directory: string): Promise<string> {
  for (let at = directory; ; at = dirname(at)) {
    if (await exists(join(at, ".git"))) return at;
    if (dirname(at) === at) return directory;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

async function goEnv(
  names: readonly string[],
  cwd: string,
  env: Lab["env"],
): Promise<Readonly<Record<string, string | undefined>>> {
  const values = (await output("go", ["env", ...names], { cwd, env })).split("\n");
  return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}

async function fillModuleCache(lab: Lab, module: Module, goproxy: string): Promise<void> {
  const env = { ...cacheEnv(lab, "plain", goproxy), ...module.env, GONOPROXY: "none" };
  const cwd = placeOf(lab, module);
  await output("go", ["mod", "download"], { cwd, env });
  for (const platform of platforms) {
    const args = ["list", "-e", "-deps", "-test", "-f", "{{.ImportPath}}", "./..."];
    await output("go", args, { cwd, env: { ...env, ...platformEnv(platform) } });
  }
}

export function buildCache(lab: Lab, contender: Contender): string {
  return join(lab.caches, `gocache-${contender}`);
}

/** Where the action keeps results of earlier runs. */
export function keptResults(lab: Lab): string {
  return join(lab.temp, "kept");
}

/** The environment of a contender that runs Go on this machine. */
export function cacheEnv(lab: Lab, contender: Contender, goproxy: string): Readonly<Record<string, string>> {
  return {
    ...lab.env,
    GOCACHE: buildCache(lab, contender),
    XDG_CACHE_HOME: keptResults(lab),
    GOMODCACHE: join(lab.caches, "gomod"),
    GOFLAGS: lab.goflags,
    GOPROXY: goproxy,
  };
}

/** A file's text in another state, a different one for each number. */
export type Edit = (original: string, number: number) => string;

/** Puts a file into another state than any before, or back to the original. */
export class Editor {
  readonly #path: string;
  readonly #edit: Edit;
  readonly #original: string;
  #number: number;

  private constructor(path: string, edit: Edit, original: string, number: number) {
    this.#path = path;
    this.#edit = edit;
    this.#original = original;
    this.#number = number;
  }

  /** Numbers begin with the time, because an engine's caches remember earlier runs of the bench. */
  static async open(path: string, edit: Edit): Promise<Editor> {
    return new Editor(path, edit, await readFile(path, "utf8"), Math.floor(Date.now() / 1000));
  }

  async edit(): Promise<void> {
    this.#number += 1;
    await writeFile(this.#path, this.#edit(this.#original, this.#number));
  }

  async restore(): Promise<void> {
    await writeFile(this.#path, this.#original);
  }
}
