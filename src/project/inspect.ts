import { moduleFlags, tagFlags } from "../go/flags.ts";
import { isOutsideWorkspace } from "../go/go-words.ts";
import { type Platform, platformKey } from "../model/platform.ts";
import type {
  Inspection,
  InspectRequest,
  MainPackage,
  MainStatus,
  Module,
  ModuleInspection,
  Package,
} from "../model/project.ts";
import { parseJson } from "../parse-json.ts";
import { type ListedPackage, parseGoList } from "./go-list.ts";
import { isInside, joinPath } from "./gomod.ts";
import { modulePatterns } from "./patterns.ts";
import { platformEnv } from "./platform-env.ts";

/** One `go` call of an inspection, run in the module's directory; exit code and output go to `parseModule`. */
export interface InspectCommand {
  /** Empty: outside of any module. */
  readonly module: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface InspectOutput {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const fields =
  "ImportPath,Dir,Name,Match,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles,EmbedPatterns,TestEmbedPatterns,XTestEmbedPatterns,Root,Module,Error,Incomplete,IgnoredGoFiles";

const everything = ["./..."];

/** `go env` and one `go list` for the engine's own platform. */
export function inspectCommands(request: InspectRequest, module: Module): readonly InspectCommand[] {
  const env = { module: module.dir, args: ["env", "-json"], env: module.env };
  const patterns = new Set(modulePatterns([...request.patterns, ...request.marked], module));
  return [env, list(request, module, [...patterns], {})];
}

/**
 * More questions for a module whose main packages may differ between the platforms, as its files say: one `go list` per target. When builds run without cgo
 * and a file asks for it, one more with cgo, which tells main packages that only cgo being off leaves out from those that constraints exclude. (With
 * patterns such as ./..., Go does not list a package without files at all.)
 */
export async function targetCommands(request: InspectRequest, module: Module): Promise<readonly InspectCommand[]> {
  const { mains, mentionCgo } = await request.mentions(module.dir);
  const known = mains !== null && (mains.length === 0 || listsAll(request, module));
  return known ? [] : allTargets(request, module, mentionCgo);
}

/**
 * The same questions where they were not asked, but the answer to the first list names other main packages than the files do: what git ignores, and what
 * a tag of its own asks for, is known to Go alone.
 */
export async function missedTargets(
  request: InspectRequest,
  module: Module,
  first: ModuleAnswers,
): Promise<readonly InspectCommand[]> {
  const { mains, mentionCgo } = await request.mentions(module.dir);
  const [env, native] = first;
  if (native === undefined || native.exitCode !== 0) return [];
  const goEnv = env === undefined ? null : parseGoEnv(env);
  // What `//go:build ignore` leaves out counts as never built.
  const takesIgnored = [goEnv?.GOFLAGS ?? "", ...request.tags].some((tags) => /\bignore\b/.test(tags));
  const dirs = (mains ?? []).filter((dir) => isInside(module.within, dir));
  const expected = dirs.map((dir) => joinPath(module.path ?? "", dir));
  const listed = packagesIn(native).flatMap((found) => (isMain(found) ? [found.ImportPath] : []));
  const same = listed.length === expected.length && expected.every((path) => listed.includes(path));
  return same && !(takesIgnored && expected.length > 0) ? [] : allTargets(request, module, mentionCgo);
}

/** The first list is one of the whole module, not of some of its packages. */
function listsAll(request: InspectRequest, module: Module): boolean {
  const asked = modulePatterns(request.patterns, module);
  return modulePatterns(everything, module).every((pattern) => asked.includes(pattern));
}

function allTargets(request: InspectRequest, module: Module, mentionCgo: boolean): readonly InspectCommand[] {
  const own = request.platforms.map((platform) => listTarget(request, module, platform, request.cgo));
  if (request.cgo || !mentionCgo) return own;
  return [...own, ...request.platforms.map((platform) => listTarget(request, module, platform, true))];
}

/** What the installed toolchain says of itself, whatever go.mod asks for. */
export function localEnv(names: readonly string[] = Object.keys(goEnvNames)): InspectCommand {
  return { module: "", args: ["env", "-json", ...names], env: { GOTOOLCHAIN: "local", GOWORK: "off" } };
}

/** Main packages are looked for in the whole module, whatever patterns narrow checks and tests. */
function listTarget(request: InspectRequest, module: Module, platform: Platform, cgo: boolean): InspectCommand {
  const patterns = modulePatterns(everything, module);
  return list(request, module, patterns, { ...platformEnv(platform), CGO_ENABLED: cgo ? "1" : "0" });
}

function list(
  request: InspectRequest,
  module: Module,
  patterns: readonly string[],
  env: Record<string, string>,
): InspectCommand {
  const flags = [...ownModuleFlags(request, module), ...tagFlags(request.tags)];
  const args = ["list", "-e", "-find", `-json=${fields}`, ...flags, "--", ...patterns];
  return { module: module.dir, args, env: { ...module.env, ...env } };
}

/** `go list` adds to go.mod and go.sum with `-mod=mod`, -find or not (Go 1.26.8). In a workspace Go refuses that flag, and says so. */
function ownModuleFlags({ goflags = "" }: InspectRequest, { workspace, vendored }: Module): readonly string[] {
  return workspace === null ? moduleFlags({ goflags }, vendored) : [];
}

/** What `go env -json` prints; of the names, these are always there. */
export interface GoEnv extends Readonly<Record<string, string>> {
  readonly GOVERSION: string;
  readonly GOOS: string;
  readonly GOARCH: string;
  readonly GOFLAGS: string;
}

const goEnvNames = { GOVERSION: "", GOOS: "", GOARCH: "", GOFLAGS: "" };

/** Output of `go env -json`; null when Go did not answer with it (a go.mod it cannot parse, a toolchain it cannot get). */
export function parseGoEnv(output: InspectOutput): GoEnv | null {
  const value = output.exitCode === 0 ? parseJson(output.stdout) : null;
  if (typeof value !== "object" || value === null) return null;
  const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const found = { ...goEnvNames, ...Object.fromEntries(texts) };
  return found.GOVERSION === "" ? null : found;
}

/** Answers for one module: to `inspectCommands`, then to those for its targets, if they were asked. */
export type ModuleAnswers = readonly InspectOutput[];

/** The first answer to `go env` inside a module; undefined when Go could do nothing with any of them. */
export function moduleEnv(answers: readonly ModuleAnswers[]): InspectOutput | undefined {
  return answers.map(([env]) => env).find((env) => env?.exitCode === 0);
}

export interface GoFacts extends Pick<Inspection, "root" | "warm" | "processors" | "programs"> {
  readonly goEnv: GoEnv;
}

/** What all modules hold. `answers`: in the order of the request's modules. */
export function inspectionOf(
  request: InspectRequest,
  answers: readonly ModuleAnswers[],
  { goEnv, root, warm, processors, programs }: GoFacts,
): Inspection {
  return {
    goVersion: goEnv.GOVERSION,
    pinned: /^go\d/.test(goEnv["GOTOOLCHAIN"] ?? ""),
    root,
    native: { os: goEnv.GOOS, arch: goEnv.GOARCH, variant: null },
    // The installed toolchain was asked with GOTOOLCHAIN=local, which is not the user's.
    gotoolchain: moduleEnv(answers) === undefined ? "" : (goEnv["GOTOOLCHAIN"] ?? ""),
    goflags: goEnv.GOFLAGS,
    warm,
    processors,
    programs,
    modules: request.modules.map((module, index) => parseModule(request, module, root, answers[index] ?? [])),
  };
}

/** `root` is the repository as the engine's Go sees it, with symlinks resolved, as its paths are. A module that Go cannot load becomes a `problem`. */
export function parseModule(
  request: InspectRequest,
  module: Module,
  root: string,
  outputs: ModuleAnswers,
): ModuleInspection {
  const [env, native, ...targets] = outputs;
  const failed = [env, native].find((output) => output === undefined || output.exitCode !== 0);
  const lists = targets.map(packagesIn);
  const listed = native === undefined ? [] : packagesIn(native);
  // Nothing differs between the platforms.
  const byPlatform = targets.length === 0 ? request.platforms.map(() => listed) : lists;
  const problem = failed === undefined ? outsideWorkspace(listed) : failed.stderr.trim() || "go did not answer";
  const inRepository = (dir: string): string => relativeDir(root, dir);
  const own = listed.filter(({ Dir }) => Dir !== "" && isOwn(inRepository(Dir), module, request.modules));
  const asked = modulePatterns(request.patterns, module);
  const marks = modulePatterns(request.marked, module);
  const matched = new Set(own.flatMap(({ Match }) => Match));
  const marked = own.filter(({ Match }) => Match.some((pattern) => marks.includes(pattern)));
  const found = own.filter((each) => !marked.includes(each) || each.Match.some((pattern) => asked.includes(pattern)));
  return {
    dir: module.dir,
    path: module.path,
    goVersion: env === undefined ? null : (parseGoEnv(env)?.GOVERSION ?? null),
    problem,
    packages: found.map((each) => packageOf(each, inRepository)),
    patterns: asked.filter((pattern) => matched.has(pattern)),
    marked: {
      patterns: marks.filter((pattern) => matched.has(pattern)),
      packages: marked.map(({ ImportPath }) => ImportPath),
    },
    mains: mainPackages(request, byPlatform, inRepository),
    embeds: [...found, ...lists.flat()]
      .filter(({ embeds }) => embeds.length > 0)
      .map(({ Dir, embeds }) => ({ dir: inRepository(Dir), patterns: embeds })),
  };
}

/** By the answer that they were read from: each is looked at more than once, and a large module's is long. */
const packagesRead = new WeakMap<InspectOutput, readonly ListedPackage[]>();

/** What an answer to `go list` names; nothing where Go failed. */
function packagesIn(output: InspectOutput): readonly ListedPackage[] {
  const known = packagesRead.get(output);
  if (known !== undefined) return known;
  const read = output.exitCode === 0 ? parseGoList(output.stdout) : [];
  packagesRead.set(output, read);
  return read;
}

function packageOf(
  { ImportPath, Dir, Name, testFiles, excludedTestFiles }: ListedPackage,
  inRepository: (dir: string) => string,
): Package {
  return { importPath: ImportPath, dir: inRepository(Dir), name: Name, testFiles, excludedTestFiles };
}

/** In a workspace an import path may match packages of other modules, where they are checked. */
function isOwn(dir: string, { dir: own }: Module, modules: readonly Module[]): boolean {
  const deeper = modules.some((other) => other.dir !== own && isInside(own, other.dir) && isInside(other.dir, dir));
  const beside = modules.some((other) => !isInside(other.dir, own) && isInside(other.dir, dir));
  return !deeper && !beside;
}

/** With -e, a pattern in a module that go.work does not list is a package with an error, and Go exits 0 (1.26.8, 1.27.4); null: something was found. */
function outsideWorkspace(listed: readonly ListedPackage[]): string | null {
  if (listed.some((found) => found.Dir !== "")) return null;
  return listed.find((found) => isOutsideWorkspace(found.error))?.error ?? null;
}

function mainPackages(
  request: InspectRequest,
  lists: readonly (readonly ListedPackage[])[],
  inRepository: (dir: string) => string,
): readonly MainPackage[] {
  const mains = new Map<string, { dir: string; on: Record<string, MainStatus> }>();
  const withFiles = lists.map((list) => new Map(list.map((found) => [found.ImportPath, found])));
  for (const found of lists.flat()) {
    if (found.Name === "main" && found.files > 0) mains.set(found.ImportPath, { dir: inRepository(found.Dir), on: {} });
  }
  for (const [importPath, main] of mains) {
    request.platforms.forEach((platform, index) => {
      const asBuilt = isMain(withFiles[index]?.get(importPath));
      const withCgo = isMain(withFiles[request.platforms.length + index]?.get(importPath));
      main.on[platformKey(platform)] = asBuilt ? "builds" : withCgo ? "needs-cgo" : "excluded";
    });
  }
  return [...mains].map(([importPath, { dir, on }]) => ({ importPath, dir, on }));
}

function isMain(found: ListedPackage | undefined): boolean {
  return found !== undefined && found.Name === "main" && found.files > 0;
}

/** Path of `dir` below `root`, slashes, `.` for the root; both as Go prints them (backslashes on Windows). */
export function relativeDir(root: string, dir: string): string {
  const base = root.replaceAll("\\", "/").replace(/\/$/, "");
  const path = dir.replaceAll("\\", "/");
  if (path === base) return ".";
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
}
