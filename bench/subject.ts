import { readFile, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { type Platform, platformKey } from "../src/model/platform.ts";
import type { Module } from "../src/model/project.ts";
import { upwards } from "../src/project/module-dirs.ts";
import { platformEnv } from "../src/project/platform-env.ts";
import { platforms } from "./commands.ts";
import { chooseData, chooseFile, type EditCandidate, testDataIn } from "./edit.ts";
import { cacheEnv, type Lab, placeOf } from "./lab.ts";
import type { BenchResult } from "./model.ts";
import { isFile, output } from "./tools.ts";

/** A repository that was copied for measuring. */
export interface Subject {
  readonly facts: BenchResult["subject"];
  readonly modules: readonly SubjectModule[];
}

/** A module that every contender checks. */
export interface SubjectModule {
  readonly module: Module;
  /** Import paths of the main packages by platform. */
  readonly mains: ReadonlyMap<string, readonly string[]>;
}

export interface SubjectRequest {
  readonly name: string;
  /** What to edit, relative to the repository; null: to be chosen. */
  readonly edit: string | null;
  /** The file of test data to edit, likewise. */
  readonly data: string | null;
}

interface Listed extends EditCandidate {
  readonly tested: boolean;
}

/** Asks Go what the subject in the lab consists of. Throws when Go cannot load it. */
export async function inspectSubject(lab: Lab, { name, edit, data }: SubjectRequest): Promise<Subject> {
  const modules: SubjectModule[] = [];
  const packages: Listed[] = [];
  for (const module of lab.project.modules) {
    packages.push(...(await listPackages(lab, module)));
    const mains = new Map<string, readonly string[]>();
    for (const platform of platforms) mains.set(platformKey(platform), await listMains(lab, module, platform));
    modules.push({ module, mains });
  }
  const mainsOn = (platform: Platform): number =>
    modules.reduce((count, { mains }) => count + (mains.get(platformKey(platform))?.length ?? 0), 0);
  const facts = {
    name,
    commit: await commitOf(lab),
    module: modules[0]?.module.path ?? "",
    modules: modules.length,
    packages: packages.length,
    testPackages: packages.filter(({ tested }) => tested).length,
    mains: Math.max(...platforms.map(mainsOn)),
    edited: edit ?? chosenFile(lab, packages),
    data: data ?? (await chosenData(lab)),
  };
  return { facts, modules };
}

function chosenFile({ repository }: Lab, packages: readonly Listed[]): string {
  const file = chooseFile(packages);
  if (file === null) throw new Error("there is no Go file that could be edited");
  return relative(repository, file);
}

async function chosenData({ repository, project }: Lab): Promise<string | null> {
  const read = async (path: string) => ({ path, content: await readFile(join(repository, path)) });
  const files = testDataIn(ownFiles(project)).filter((path) => isFile(join(repository, path)));
  return chooseData(await Promise.all(files.map(read)));
}

/** Files of the modules that are checked, not of others that lie in them. */
function ownFiles({ files, modules, unchecked }: Lab["project"]): readonly string[] {
  const checked = modules.map(({ dir }) => dir);
  return files.filter((path) => {
    const nearest = upwards(path).find((dir) => checked.includes(dir) || unchecked.includes(dir));
    return nearest !== undefined && checked.includes(nearest);
  });
}

async function commitOf({ repository, env }: Lab): Promise<string | null> {
  try {
    return (await output("git", ["-C", repository, "rev-parse", "HEAD"], { env })).trim();
  } catch {
    // Not a git repository, or none with a commit: the result says so with null.
    return null;
  }
}

/** Nothing is fetched any more. */
function goAround(lab: Lab, module: Module) {
  return { cwd: placeOf(lab, module), env: { ...cacheEnv(lab, "plain", "off"), ...module.env } };
}

const fields = "ImportPath,Name,Dir,GoFiles,Deps,TestGoFiles,XTestGoFiles";

async function listPackages(lab: Lab, module: Module): Promise<readonly Listed[]> {
  const text = await output("go", ["list", `-json=${fields}`, "./..."], goAround(lab, module));
  const objects: unknown[] = JSON.parse(`[${text.trim().replaceAll(/^\}\n\{/gm, "},\n{")}]`);
  return Promise.all(objects.map(listed));
}

async function listed(value: unknown): Promise<Listed> {
  const dir = textOf(value, "Dir");
  const paths = listOf(value, "GoFiles").map((file) => join(dir, file));
  return {
    importPath: textOf(value, "ImportPath"),
    name: textOf(value, "Name"),
    files: await Promise.all(paths.map(async (path) => ({ path, size: (await stat(path)).size }))),
    deps: listOf(value, "Deps"),
    tested: listOf(value, "TestGoFiles").length + listOf(value, "XTestGoFiles").length > 0,
  };
}

async function listMains(lab: Lab, module: Module, platform: Platform): Promise<readonly string[]> {
  const template = '{{if and (eq .Name "main") .GoFiles}}{{.ImportPath}}{{end}}';
  const { cwd, env } = goAround(lab, module);
  const platformed = { ...env, ...platformEnv(platform), CGO_ENABLED: "0" };
  const text = await output("go", ["list", "-e", "-find", "-f", template, "./..."], { cwd, env: platformed });
  return text.split("\n").filter((line) => line !== "");
}

function textOf(value: unknown, name: string): string {
  const found = fieldOf(value, name);
  return typeof found === "string" ? found : "";
}

function listOf(value: unknown, name: string): readonly string[] {
  const found = fieldOf(value, name);
  return Array.isArray(found) ? found.filter((item) => typeof item === "string") : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** What a directory is called in tables and file names. */
export function subjectName(directory: string): string {
  return basename(directory).replaceAll(/[^\w.-]/g, "-") || "subject";
}
