import { mkdir, mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { hostEnvironment } from "../src/engine/environment.ts";
import { platformEnv } from "../src/project/platform-env.ts";
import { platforms } from "./commands.ts";
import { editedSource } from "./edit.ts";
import type { Contender } from "./model.ts";
import { copyTree, output, removeTree } from "./tools.ts";

/**
 * Where everything happens: a temporary directory with a copy of the repository, one build cache for each contender and one module cache. Nothing is written
 * outside of it.
 */
export interface Lab {
  readonly temp: string;
  /** The copy's root, and the module in it. */
  readonly repository: string;
  readonly module: string;
  /** The directory that holds `gocache-<contender>` and `gomod`. */
  readonly caches: string;
  readonly vendored: boolean;
  /** The user's environment without what belongs to a runner, and `CI=true`. */
  readonly env: Readonly<Record<string, string>>;
  /** GOFLAGS with `-modcacherw`, so that the module cache can be removed like any directory. */
  readonly goflags: string;
}

/** Copies the repository around `directory` and fills a module cache of its own, from the user's where the modules are there. */
export async function openLab(directory: string): Promise<Lab> {
  const from = resolve(directory);
  const root = await repositoryOf(from);
  const temp = await mkdtemp(join(tmpdir(), "go-pipeline-bench-"));
  const repository = join(temp, "repository");
  await copyTree(root, repository);
  const module = join(repository, relative(root, from));
  const caches = join(temp, "caches");
  await mkdir(join(caches, "gomod"), { recursive: true });
  const env = hostEnvironment(process.env, {}, false);
  const given = await goEnv(["GOFLAGS", "GOMODCACHE", "GOPROXY"], module, env);
  const goflags = `${given["GOFLAGS"] ?? ""} -modcacherw`.trim();
  const vendored = await exists(join(module, "vendor", "modules.txt"));
  const lab = { temp, repository, module, caches, vendored, env, goflags };
  if (!vendored) await fillModuleCache(lab, `file://${given["GOMODCACHE"]}/cache/download,${given["GOPROXY"]}`);
  return lab;
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

async function fillModuleCache(lab: Lab, goproxy: string): Promise<void> {
  const env = { ...cacheEnv(lab, "plain", goproxy), GONOPROXY: "none" };
  await output("go", ["mod", "download"], { cwd: lab.module, env });
  for (const platform of platforms) {
    const args = ["list", "-e", "-deps", "-test", "-f", "{{.ImportPath}}", "./..."];
    await output("go", args, { cwd: lab.module, env: { ...env, ...platformEnv(platform) } });
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

/** Puts the edited file into another state than any before, or back to the original. */
export class Editor {
  readonly #path: string;
  readonly #original: string;
  #number: number;

  private constructor(path: string, original: string, number: number) {
    this.#path = path;
    this.#original = original;
    this.#number = number;
  }

  /** Numbers begin with the time, because an engine's caches remember earlier runs of the bench. */
  static async open(path: string): Promise<Editor> {
    return new Editor(path, await readFile(path, "utf8"), Math.floor(Date.now() / 1000));
  }

  async edit(): Promise<void> {
    this.#number += 1;
    await writeFile(this.#path, editedSource(this.#original, this.#number));
  }

  async restore(): Promise<void> {
    await writeFile(this.#path, this.#original);
  }
}
