import { stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { type Platform, platformKey } from "../src/model/platform.ts";
import { platformEnv } from "../src/project/platform-env.ts";
import { platforms } from "./commands.ts";
import { chooseFile, type EditCandidate } from "./edit.ts";
import type { BenchResult } from "./model.ts";
import { output } from "./tools.ts";

/** A repository that was copied for measuring. */
export interface Subject {
  readonly facts: BenchResult["subject"];
  readonly mains: ReadonlyMap<string, readonly string[]>;
}

export interface SubjectRequest {
  /** Absolute path of the copy's root. */
  readonly root: string;
  /** Absolute path of the module in the copy. */
  readonly module: string;
  readonly name: string;
  /** What to edit, relative to the root; null: to be chosen. */
  readonly edit: string | null;
  readonly env: Readonly<Record<string, string>>;
}

interface Listed extends EditCandidate {
  readonly module: string;
  readonly tested: boolean;
}

/** Asks Go what the subject consists of. Throws when Go cannot load it. */
export async function inspectSubject(request: SubjectRequest): Promise<Subject> {
  const { root, name, edit } = request;
  const packages = await listPackages(request);
  const edited = edit ?? chosenFile(root, packages);
  const mains = new Map<string, readonly string[]>();
  for (const platform of platforms) mains.set(platformKey(platform), await listMains(request, platform));
  const facts = {
    name,
    commit: await commitOf(request),
    module: packages[0]?.module ?? "",
    packages: packages.length,
    testPackages: packages.filter(({ tested }) => tested).length,
    mains: Math.max(...[...mains.values()].map((found) => found.length)),
    edited,
  };
  return { facts, mains };
}

function chosenFile(root: string, packages: readonly Listed[]): string {
  const file = chooseFile(packages);
  if (file === null) throw new Error("there is no Go file that could be edited");
  return relative(root, file);
}

async function commitOf({ root, env }: SubjectRequest): Promise<string | null> {
  try {
    return (await output("git", ["-C", root, "rev-parse", "HEAD"], { env })).trim();
  } catch {
    // Not a git repository, or none with a commit: the result says so with null.
    return null;
  }
}

const fields = "ImportPath,Name,Dir,GoFiles,Deps,Module,TestGoFiles,XTestGoFiles";

async function listPackages({ module, env }: SubjectRequest): Promise<readonly Listed[]> {
  const text = await output("go", ["list", `-json=${fields}`, "./..."], { cwd: module, env });
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
    module: textOf(fieldOf(value, "Module"), "Path"),
    tested: listOf(value, "TestGoFiles").length + listOf(value, "XTestGoFiles").length > 0,
  };
}

async function listMains({ module, env }: SubjectRequest, platform: Platform): Promise<readonly string[]> {
  const template = '{{if and (eq .Name "main") .GoFiles}}{{.ImportPath}}{{end}}';
  const platformed = { ...env, ...platformEnv(platform), CGO_ENABLED: "0" };
  const text = await output("go", ["list", "-e", "-find", "-f", template, "./..."], { cwd: module, env: platformed });
  return text.split("\n").filter((line) => line !== "");
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown, name: string): string {
  const found = fieldOf(value, name);
  return typeof found === "string" ? found : "";
}

function listOf(value: unknown, name: string): readonly string[] {
  const found = fieldOf(value, name);
  return Array.isArray(found) ? found.filter((item) => typeof item === "string") : [];
}

/** What a directory is called in tables and file names. */
export function subjectName(directory: string): string {
  return basename(directory).replaceAll(/[^\w.-]/g, "-") || "subject";
}
