import { collectBinaries } from "../collect/build.ts";
import { mismatch } from "../go/executable.ts";
import { groupBy } from "../group-by.ts";
import { wholeOutput } from "../model/finding.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Platform } from "../model/platform.ts";
import { platformKey } from "../model/platform.ts";
import type { MainStatus } from "../model/project.ts";
import type { NotRun, PlannedBinary } from "../model/stage.ts";
import type { Command } from "../model/step.ts";
import { modulePatterns } from "../project/patterns.ts";
import { platformEnv } from "../project/platform-env.ts";
import { planBinaries } from "./binaries.ts";
import { checkFailure, checkStep } from "./binary-check.ts";
import { buildInputs } from "./build-inputs.ts";
import { judgeCompiler } from "./compiler.ts";
import { compileError } from "./findings.ts";
import type { ModuleFacts, ModuleGate, StageDraft } from "./gate.ts";
import { execStep, fetches, goCommand, moduleArgs } from "./go-steps.ts";
import { goLine } from "./rerun.ts";
import { linksAlike, reuseOfBuild } from "./reuse.ts";
import { inFileName, stamped } from "./stamped.ts";

type Facts = ModuleFacts<typeof buildInputs>;

/** Every main package builds, for each platform. */
export const build: ModuleGate<typeof buildInputs> = {
  name: "build",
  scope: "module",
  input: "build",
  inputs: buildInputs,
  group: "Builds",
  toggle: (config) => config.build,
  findings: [compileError],
  log: "commands",
  output: () => wholeOutput,

  plan: (facts) => facts.config.platforms.map((platform) => draftFor(facts, platform)),

  async followUp(stage, outcome, { config, inspection }) {
    return checkStep(stage, outcome, { args: config.binaryCheck, native: inspection.native });
  },

  async judge(stage, outcome, bench) {
    const artifacts = await collectBinaries(stage, outcome, bench.output);
    // What is run afterwards is so only when the build has come to its end.
    const built: StepOutcome = outcome.followUps === undefined ? outcome : { ...outcome, end: "exited" };
    const judged = await judgeCompiler(stage, built, bench, { source: "compile", noun: "error", setsPlatform: true });
    const others = artifacts.flatMap((artifact) => {
      const why = mismatch(artifact.executable ?? null, artifact);
      return why === null ? [] : [`${artifact.name} ${why}`];
    });
    const products = artifacts.map((artifact) => ({ type: "binary" as const, artifact }));
    if (judged.failure !== null) return { ...judged, products };
    if (others.length > 0) return { ...judged, failure: others.join("; "), products };
    const { binaryCheck: args } = bench.config;
    return { ...judged, ...(await checkFailure(stage, outcome, { args, output: bench.output })), products };
  },
};

function draftFor(facts: Facts, platform: Platform): StageDraft {
  const { config, inspected } = facts;
  const variant = platformKey(platform);
  const mains = mainsOn(facts, variant, "builds");
  if (config.archives) wanted(facts, "archives", "{semver}");
  const binaries = binariesOf(facts, platform);
  const needCgo = mainsOn(facts, variant, "needs-cgo");
  const failure = cgoFailure(needCgo, variant);
  const env = buildEnv(facts, platform);
  const flags = buildFlags(facts);
  const commands = buildCommands(facts, { binaries, flags, env });
  const shown = [...mains, ...needCgo];
  const what = shown.length > 0 && shown.length <= maxShown ? shown : mainPatterns(facts);
  const command = goLine(facts, ["build", "-o", "/dev/null", ...flags, ...what], env);
  const step = execStep(facts, commands, {
    gets: fetches(facts),
    leaves: inspected.problem === null ? binaries.map(({ out }) => out) : [],
    compiles: { platform, race: false },
    reuse: reuseOfBuild(config),
    ...(linksAlike(config) ? { linksAlike: true } : {}),
    weight: 2,
  });
  const none = commands.length === 0 ? nothingToBuild(facts, failure, variant) : null;
  return { variant, needs: [facts.idOf("deps")], step: none ?? step, command, failure, binaries };
}

/** What the chosen main packages of the module become on a platform. */
export function binariesOf(facts: Facts, platform: Platform): readonly PlannedBinary[] {
  const { config, inspected, names } = facts;
  const mains = inspected.mains.filter(isIn(mainsOn(facts, platformKey(platform), "builds")));
  return planBinaries(mains, names, platform, wanted(facts, "binary-name", config.binaryName, inFileName));
}

/** Variables that a build for a platform is made with. */
export function buildEnv({ config }: Facts, platform: Platform): Readonly<Record<string, string>> {
  return { ...platformEnv(platform), CGO_ENABLED: config.cgo ? "1" : "0" };
}

/** Packages that a command names one by one; more make it unreadable. */
const maxShown = 10;

function mainPatterns({ config, module }: Facts): readonly string[] {
  return modulePatterns(config.mainPackages.length === 0 ? ["./..."] : config.mainPackages, module);
}

/** Import paths of the chosen main packages with this status on a platform. */
function mainsOn({ inspected, names }: Facts, variant: string, status: MainStatus): readonly string[] {
  const mains = inspected.mains.filter((main) => names.has(main.importPath) && main.on[variant] === status);
  return mains.map((main) => main.importPath);
}

function isIn(importPaths: readonly string[]): (main: { readonly importPath: string }) => boolean {
  return ({ importPath }) => importPaths.includes(importPath);
}

function cgoFailure(mains: readonly string[], variant: string): string | null {
  return mains.length === 0 ? null : `${mains.join(", ")} builds for ${variant} only with cgo: set \`cgo: true\``;
}

interface BuildParts {
  readonly binaries: readonly PlannedBinary[];
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** One command per directory that programs are written to. A module that Go cannot load has no known main packages: building its patterns gives Go's own words. */
export function buildCommands(facts: Facts, { binaries, flags, env }: BuildParts): readonly Command[] {
  if (facts.inspected.problem !== null) return [goCommand(["build", ...flags, "--", ...mainPatterns(facts)], env)];
  const groups = groupBy(binaries, (binary) => binary.out.slice(0, binary.out.lastIndexOf("/") + 1));
  return [...groups].map(([out, group]) =>
    goCommand(["build", ...flags, { prefix: "-o=", out }, "--", ...group.map((binary) => binary.package)], env),
  );
}

function nothingToBuild({ inspected, names }: Facts, failure: string | null, variant: string): NotRun {
  if (failure !== null) return { status: "failed", reason: failure };
  if (inspected.mains.length === 0) return { status: "skipped", reason: "no main package" };
  if (names.size === 0) return { status: "skipped", reason: "`main-packages` names none of this module" };
  return { status: "skipped", reason: `build constraints exclude every main package on ${variant}` };
}

export function buildFlags(facts: Facts): readonly string[] {
  const { config } = facts;
  const flags = [...moduleArgs(facts), `-buildvcs=${config.buildvcs}`];
  if (config.trimpath) flags.push("-trimpath");
  if ((config.ldflags ?? "") !== "") flags.push(`-ldflags=${wanted(facts, "ldflags", config.ldflags ?? "")}`);
  return flags;
}

/** What is not built needs no version. */
function wanted({ config, stamp }: Facts, input: string, template: string, clean?: (value: string) => string): string {
  return config.build === "false" ? template : stamped(input, template, stamp, clean);
}
