import type { Config } from "../inputs/config.ts";
import type { AttestOccasion } from "../model/attestation.ts";
import type { EngineChoice } from "../model/engine.ts";
import { engineReason } from "../model/engine-reason.ts";
import { platformKey } from "../model/platform.ts";
import type { Inspection, Module, Project } from "../model/project.ts";
import type { ReleaseOccasion } from "../model/release.ts";
import type { Plan } from "../model/stage.ts";
import type { TestReuse } from "../model/test-reuse.ts";
import { askedBy } from "../project/go-version.ts";
import { aligned, type Row } from "../text/columns.ts";
import { plural } from "../text/format.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import { describeModules, describePlan } from "./describe-stages.ts";

export interface RunDescription {
  readonly config: Config;
  readonly project: Project;
  readonly choice: EngineChoice;
  readonly inspection: Inspection;
  readonly plan: Plan;
  /** null: nobody asks for one. */
  readonly release: ReleaseOccasion | null;
  /** null: nobody asks. */
  readonly attests: AttestOccasion | null;
  /** null: there is nothing to say. */
  readonly testReuse: TestReuse | null;
}

/** What `--dry-run` prints: engine and why, Go version and why, modules and why, platforms, stages with what they wait for. */
export function describeRun(run: RunDescription): readonly string[] {
  const { config, project, choice, inspection, plan, testReuse } = run;
  const mains = inspection.modules.flatMap((module) => module.mains.map((main) => main.importPath));
  const [only, ...others] = project.modules;
  const several = others.length > 0;
  const reason = engineReason(choice);
  const lines = [
    `engine     ${choice.name}${reason === null ? "" : ` (${reason})`}`,
    `go         ${inspection.goVersion} (${whyGo(config, project)})`,
    ...project.workspaces.map(({ path, uses }) => `workspace  ${path} (names ${uses.join(", ")})`),
    several || only === undefined
      ? `modules    ${project.modules.length}`
      : `module     ${describeModule(only, inspection)}`,
    `mains      ${mains.length === 0 ? "none" : mains.join(", ")}`,
    ...(testReuse === null ? [] : [`tests      ${testReuse.mode} (${testReuse.reason})`]),
    `platforms  ${config.platforms.map(platformKey).join(", ")}`,
    ...(run.release === null ? [] : [`release    ${releaseWords(run.release)}`]),
    ...(run.attests === null ? [] : [`attest     ${attestWords(run.attests)}`]),
    ...plan.warnings.map((warning) => `warning    ${warning}`),
    ...plan.notices.map((notice) => `notice     ${notice}`),
    "",
    ...(several ? severalModules(run) : describePlan(plan)),
  ];
  // Directories and commands may hold what steers a terminal; commands stay whole.
  return lines.map((line) => sanitizeLine(line, Number.POSITIVE_INFINITY));
}

function releaseWords(occasion: ReleaseOccasion): string {
  if ("skipped" in occasion) return `skipped (${occasion.skipped})`;
  const { tag, module, published, prerelease, before, cutOff } = occasion.release;
  const kind = [published ? "published" : "a draft", ...(prerelease ? ["a pre-release"] : [])].join(", ");
  const first = cutOff === null ? "the first one" : "the version before is not known";
  return `${tag} of ${module} (${kind}; ${before === null ? first : `after ${before}`})`;
}

function attestWords({ skipped }: AttestOccasion): string {
  return skipped === null ? "what is built, when everything has passed" : `skipped (${skipped})`;
}

function severalModules({ project, inspection, plan }: RunDescription): readonly string[] {
  const rows = project.modules.map((module): Row => {
    const { packages, mains, go, why, path } = factsOf(module, inspection);
    const cells = [module.dir, `${packages ?? notLoaded}`, `${mains}`, go ?? "–", why, path];
    return cells.map((cell) => sanitizeLine(cell));
  });
  const dirs = project.modules.map(({ dir }) => dir);
  return [
    ...aligned([["module", "packages", "mains", "go", "why", "path"], ...rows], ""),
    "",
    ...describeModules(plan, dirs),
  ];
}

const notLoaded = "Go cannot load it";

/** What there is to say of a module; `packages` is null when Go cannot load it. */
function factsOf({ dir, path, within, why }: Module, { modules }: Inspection) {
  const found = modules.find((module) => module.dir === dir);
  return {
    packages: found?.problem == null ? (found?.packages.length ?? 0) : null,
    mains: found?.mains.length ?? 0,
    go: found?.goVersion ?? null,
    why: [...(within === "." ? [] : [`only below ${within}`]), why].join(", "),
    path: path ?? "(no module line)",
  };
}

function describeModule(module: Module, inspection: Inspection): string {
  const { packages, go, why, path } = factsOf(module, inspection);
  const own = go === null || go === inspection.goVersion ? [] : [go];
  const counted = packages === null ? notLoaded : plural(packages, "package");
  return `${path} in ${module.dir} (${[counted, ...own, why].join(", ")})`;
}

function whyGo(config: Config, { wantedGo }: Project): string {
  if (config.goVersion !== null) return `${askedBy(config)} asks for ${config.goVersion}`;
  return wantedGo === null ? "no go line asks for a version" : `${wantedGo.source} asks for ${wantedGo.version}`;
}
