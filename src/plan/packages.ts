import { UsageError } from "../errors.ts";
import { binaryNames, refuseSameFile } from "../gates/binaries.ts";
import type { Member } from "../gates/gate.ts";
import { groupBy } from "../group-by.ts";
import type { Config } from "../inputs/config.ts";
import { platformKey } from "../model/platform.ts";
import type { Inspection, MainPackage, Module, ModuleInspection, Project } from "../model/project.ts";
import type { PlannedBinary, Stage } from "../model/stage.ts";
import { joinPath } from "../project/gomod.ts";
import { isLocal, modulePatterns } from "../project/patterns.ts";
import { placeName } from "../text/paths.ts";

/** Throws UsageError for patterns that match no package in any module. A module that Go cannot load fails in its stages. */
export function requirePackages({ packages }: Config, members: readonly Member[], inspection: Inspection): void {
  if (inspection.modules.some(({ problem }) => problem !== null)) return;
  const isUsed = (pattern: string): boolean =>
    members.some(({ module, patterns }) => patterns.includes(inModule(pattern, module)));
  const idle = packages.filter((pattern) => !isUsed(pattern));
  if (idle.length === 0) return;
  throw new UsageError([
    `packages: ${idle.join(", ")} matches no Go package in ${places(members)}. Add a Go file there, or set packages to patterns that match.`,
  ]);
}

/** The same for tests that are never to be reused: a name that is wrong would have them reused all the same. */
export function requireExcepted(
  { testReuseExcept }: Config,
  { modules: files }: Project,
  inspection: Inspection,
): void {
  if (inspection.modules.some(({ problem }) => problem !== null)) return;
  const isUsed = (pattern: string): boolean =>
    files.some((module) =>
      inspection.modules.some(
        ({ dir, marked, mains }) =>
          dir === module.dir && matches(inModule(pattern, module), module, { patterns: marked.patterns, mains }),
      ),
    );
  const idle = testReuseExcept.filter((pattern) => !isUsed(pattern));
  if (idle.length === 0) return;
  throw new UsageError([`test-reuse-except: ${idle.join(", ")} matches no Go package in any module of the run.`]);
}

/** A main package that constraints exclude on the engine's own platform is a match as well. */
function matches(
  own: string,
  module: Module,
  { patterns, mains }: Pick<ModuleInspection, "patterns" | "mains">,
): boolean {
  return patterns.includes(own) || mains.some((main) => matchesMain(own, main, module));
}

/** The patterns that match a package of a module, as its go commands take them; all of them where Go could not load it, so that it says why. */
export function patternsIn(config: Config, module: Module, inspected: ModuleInspection): readonly string[] {
  const all = modulePatterns(config.packages, module);
  return inspected.problem === null ? all.filter((pattern) => matches(pattern, module, inspected)) : all;
}

function places(members: readonly Member[]): string {
  const [first] = members;
  if (first === undefined || members.length > 1) return "any of the modules";
  return `the module in ${placeName(first.module.dir)}`;
}

/** `{name}` by import path of the main packages that were chosen, of all modules: what is built lies in one directory. */
export function chosenNames(config: Config, project: Project, { modules }: Inspection): ReadonlyMap<string, string> {
  const asked = config.mainPackages;
  const files = new Map(project.modules.map((module) => [module.dir, module]));
  const chosen = modules.flatMap((inspected) => {
    const module = files.get(inspected.dir);
    if (module === undefined || asked.length === 0) return inspected.mains;
    return inspected.mains.filter((main) =>
      asked.some((pattern) => matchesMain(inModule(pattern, module), main, module)),
    );
  });
  requireMains(asked, chosen, project, modules);
  const [only] = project.modules;
  return binaryNames(chosen, {
    explicit: config.given.has("binary-name"),
    below: project.modules.length > 1 ? { root: project.directory } : { module: only?.path ?? null },
  });
}

function inModule(pattern: string, module: Module): string {
  return modulePatterns([pattern], module)[0] ?? pattern;
}

/** `main-packages` names them by import path or by directory (`./cmd/tool`), `/...` takes all below. */
function requireMains(
  asked: readonly string[],
  chosen: readonly MainPackage[],
  { modules: files }: Project,
  modules: readonly ModuleInspection[],
): void {
  if (modules.some(({ problem }) => problem !== null)) return;
  const idle = asked.filter(
    (pattern) => !files.some((module) => chosen.some((main) => matchesMain(inModule(pattern, module), main, module))),
  );
  if (idle.length > 0) throw new UsageError(idle.map((pattern) => unknownMain(pattern, modules)));
}

/** The part of all names that belongs to one module. */
export function namesIn(names: ReadonlyMap<string, string>, { mains }: ModuleInspection): ReadonlyMap<string, string> {
  const own = new Set(mains.map(({ importPath }) => importPath));
  return new Map([...names].filter(([importPath]) => own.has(importPath)));
}

function matchesMain(pattern: string, main: MainPackage, module: Module): boolean {
  const byDir = isLocal(pattern);
  const wanted = byDir ? joinPath(module.dir, pattern.replace(/\/\.\.\.$/, "")) : pattern.replace(/\/\.\.\.$/, "");
  const actual = byDir ? main.dir : main.importPath;
  if (actual === wanted) return true;
  return pattern.endsWith("/...") && (wanted === "." || actual.startsWith(`${wanted}/`));
}

function unknownMain(pattern: string, modules: readonly ModuleInspection[]): string {
  const mains = modules.flatMap((module) => module.mains.map(({ importPath }) => importPath));
  const none = modules.length > 1 ? "the modules have none" : "the module has none";
  return `main-packages: ${pattern} is no main package (${mains.length === 0 ? none : `found: ${mains.join(", ")}`}).`;
}

/** Throws UsageError when modules would write the same file below `bin/`; within a module it was refused before. */
export function refuseEqualFiles(stages: readonly Stage[]): void {
  const binaries = stages.flatMap((stage): readonly PlannedBinary[] => stage.binaries);
  for (const [, same] of groupBy(binaries, ({ platform }) => platformKey(platform))) refuseSameFile(same);
}
