import { depsTemplate } from "../go/deps-template.ts";
import { moduleFlags, tagFlags } from "../go/flags.ts";
import { goflagsWords, uncachedBy } from "../go/test-caching.ts";
import { groupBy } from "../group-by.ts";
import { passedTestFlags } from "../kinds/test-flags.ts";
import type { Config, Toggle } from "../model/config.ts";
import { type Platform, platformKey } from "../model/platform.ts";
import type { GoFile, Inspection, ModuleFile, ModuleInspection } from "../model/project.ts";
import type { NotRun, Stage, StageId } from "../model/stage.ts";
import type { Command, ExecStep } from "../model/step.ts";
import { platformEnv } from "../project/inspect.ts";
import { formatDuration } from "../text/go-duration.ts";
import { inDirectory, shellCommand, shellWord } from "../text/shell.ts";
import { type NamingRules, planBinaries } from "./binaries.ts";
import { testAssignments, toolchainEnv, vetOff } from "./rerun.ts";

/** Everything the Go stages of one module are made from. */
export interface ModuleFacts {
  readonly config: Config;
  readonly module: ModuleFile;
  readonly inspection: Inspection;
  readonly inspected: ModuleInspection;
  /** What gofmt has to look at. */
  readonly goFiles: readonly GoFile[];
  /** `{name}` by import path of the main packages that were chosen. */
  readonly names: ReadonlyMap<string, string>;
}

/** The stages on Go code, in the order reports show them. Adding a stage is one function here: see CONTRIBUTING.md. */
export function goStages(facts: ModuleFacts): readonly Stage[] {
  const builds = facts.config.platforms.map((platform) => buildStage(facts, platform));
  return [depsStage(facts), formatStage(facts), vetStage(facts), testStage(facts), ...builds];
}

function depsStage(facts: ModuleFacts): Stage {
  const { config } = facts;
  const list = ["list", "-e", "-deps", "-test", ...moduleArgs(facts)];
  const commands = [goCommand([...list, "-f", depsTemplate, "--", ...config.packages])];
  if (config.modVerify) commands.push({ ...goCommand(["mod", "verify"]), talks: true });
  // go list -e exits with 0 and lists what is missing.
  const run: ExecStep = { ...execStep(facts, "deps", commands), passes: "exit-zero-and-silent" };
  const step = switchedOff("deps", config.deps) ?? run;
  const command = goLine(facts, [...list, ...config.packages]);
  return stage(facts, { id: "deps", kind: "deps", toggle: config.deps, needs: [], step, command });
}

function formatStage(facts: ModuleFacts): Stage {
  const { config, goFiles } = facts;
  const plain = goFiles.filter((file) => !file.checkoutCrlf).map((file) => file.path);
  const lfCopies = goFiles.filter((file) => file.checkoutCrlf).map((file) => file.path);
  const commands = [
    ...chunks(plain).map((files) => gofmtCommand(files, "module")),
    ...chunks(lfCopies).map((files) => gofmtCommand(files, "lf")),
  ];
  const none: NotRun | null = commands.length === 0 ? { status: "skipped", reason: "no Go files" } : null;
  const run: ExecStep = {
    ...execStep(facts, "format", commands),
    lfCopies,
    stopAtFirstFailure: false,
    // Before Go 1.26 gofmt -d exits with 0 whatever it lists.
    passes: "exit-zero-and-silent",
  };
  const step = switchedOff("format", config.format) ?? none ?? run;
  const command = shellCommand(facts.module.dir, ["gofmt", "-l", "-d", "."]);
  return stage(facts, { id: "format", kind: "format", toggle: config.format, needs: [], step, command });
}

function vetStage(facts: ModuleFacts): Stage {
  const { config } = facts;
  const args = ["vet", ...moduleArgs(facts), "--", ...config.packages];
  const step = switchedOff("vet", config.vet) ?? execStep(facts, "vet", [goCommand(args)]);
  const command = goLine(
    facts,
    args.filter((arg) => arg !== "--"),
  );
  return stage(facts, { id: "vet", kind: "vet", toggle: config.vet, needs: ["deps"], step, command });
}

/** Name of the coverage profile in the test step's result directory. */
export const profileName = "coverage.out";

function testStage(facts: ModuleFacts): Stage {
  const { config } = facts;
  const flags = [
    ...moduleArgs(facts),
    ...(config.race ? ["-race"] : []),
    `-timeout=${formatDuration(config.testTimeoutMs)}`,
  ];
  // After the packages, because `-args` takes all that follows.
  const passed = [...flags, ...config.packages, ...passedTestFlags(config.testFlags)];
  const run = goCommand([
    "test",
    "-json",
    ...vetOff(config),
    { prefix: "-coverprofile=", out: profileName },
    ...passed,
  ]);
  const again = uncachedBy([...goflagsWords(facts.inspection.goflags), ...config.testFlags]);
  const reuse: ExecStep["reuse"] = again === null ? "by-sources" : { never: `${again} makes go test run again` };
  const step = switchedOff("test", config.test) ?? withoutTests(facts) ?? { ...execStep(facts, "test", [run]), reuse };
  const words = [...flags, ...config.packages, ...config.testFlags];
  const line = ["go", "test", ...vetOff(config), ...words].map(shellWord);
  const command = inDirectory(facts.module.dir, [...testAssignments(config, facts.inspection), ...line].join(" "));
  return stage(facts, { id: "test", kind: "test", toggle: config.test, needs: ["deps"], step, command });
}

function withoutTests(facts: ModuleFacts): NotRun | null {
  const { config, inspected } = facts;
  if (inspected.problem !== null || inspected.packages.some((found) => found.hasTests)) return null;
  const floor = config.coverageThreshold ?? config.coveragePackageThreshold;
  if (floor === null) return { status: "skipped", reason: "no test files" };
  return { status: "failed", reason: `no test files, but a coverage threshold of ${floor} % is set` };
}

/** Packages that a command names one by one; more make it unreadable. */
const maxShown = 10;

function buildStage(facts: ModuleFacts, platform: Platform): Stage {
  const { config, inspected } = facts;
  const key = platformKey(platform);
  const chosen = inspected.mains.filter((main) => facts.names.has(main.importPath));
  const builds = chosen.filter((main) => main.on[key] === "builds");
  const needCgo = chosen.filter((main) => main.on[key] === "needs-cgo").map((main) => main.importPath);
  const rules: NamingRules = {
    template: config.binaryName,
    explicit: config.binaryNameGiven,
    modulePath: facts.module.path,
  };
  const binaries = planBinaries(builds, facts.names, platform, rules);
  const env = { ...platformEnv(platform), CGO_ENABLED: config.cgo ? "1" : "0" };
  const flags = buildFlags(facts);
  const commands = [...groupBy(binaries, (binary) => binary.out.slice(0, binary.out.lastIndexOf("/") + 1))].map(
    ([out, group]) =>
      goCommand(["build", ...flags, { prefix: "-o=", out }, "--", ...group.map((binary) => binary.package)], env),
  );
  const failure =
    needCgo.length === 0 ? null : `${needCgo.join(", ")} builds for ${key} only with cgo: set \`cgo: true\``;
  const id: StageId = `build:${key}`;
  const none = facts.inspected.problem === null ? nothingToBuild(facts, commands, failure, key) : null;
  const run = execStep(facts, id, buildCommands(facts, commands, env, flags));
  const leaves = facts.inspected.problem === null ? binaries.map(({ out }) => out) : [];
  const step = switchedOff("build", config.build) ?? none ?? { ...run, leaves };
  const shown = [...builds.map((main) => main.importPath), ...needCgo];
  const what = shown.length > 0 && shown.length <= maxShown ? shown : mainPatterns(config);
  const line = ["go", "build", "-o", "/dev/null", ...flags, ...what];
  const command = shellCommand(facts.module.dir, line, { ...toolchainEnv(config, facts.inspection), ...env });
  return {
    ...stage(facts, { id, kind: "build", toggle: config.build, needs: ["deps"], step, command }),
    platform,
    failure,
    binaries,
  };
}

function mainPatterns(config: Config): readonly string[] {
  return config.mainPackages.length === 0 ? ["./..."] : config.mainPackages;
}

/** A module that Go cannot load has no known main packages: building its patterns gives Go's own words. */
function buildCommands(
  facts: ModuleFacts,
  commands: readonly Command[],
  env: Readonly<Record<string, string>>,
  flags: readonly string[],
): readonly Command[] {
  if (facts.inspected.problem === null) return commands;
  return [goCommand(["build", ...flags, "--", ...mainPatterns(facts.config)], env)];
}

function nothingToBuild(
  facts: ModuleFacts,
  commands: readonly Command[],
  failure: string | null,
  key: string,
): NotRun | null {
  if (commands.length > 0) return null;
  if (failure !== null) return { status: "failed", reason: failure };
  if (facts.inspected.mains.length === 0) return { status: "skipped", reason: "no main package" };
  return { status: "skipped", reason: `build constraints exclude every main package on ${key}` };
}

function buildFlags(facts: ModuleFacts): readonly string[] {
  const { config } = facts;
  const flags = [...moduleArgs(facts), `-buildvcs=${config.buildvcs}`];
  if (config.trimpath) flags.push("-trimpath");
  if (config.ldflags !== null) flags.push(`-ldflags=${config.ldflags}`);
  return flags;
}

function moduleArgs(facts: ModuleFacts): readonly string[] {
  return [...moduleFlags(facts.inspection, facts.module.vendored), ...tagFlags(facts.config.buildTags)];
}

/** The command that people type. */
function goLine({ module, config, inspection }: ModuleFacts, args: readonly string[]): string {
  return shellCommand(module.dir, ["go", ...args], toolchainEnv(config, inspection));
}

function goCommand(args: Command["args"], env: Command["env"] = {}): Command {
  return { tool: "go", args, env, cwd: "module" };
}

function gofmtCommand(files: readonly string[], cwd: Command["cwd"]): Command {
  return { tool: "gofmt", args: ["-l", "-d", ...files.map((file) => `./${file}`)], env: {}, cwd };
}

function execStep(facts: ModuleFacts, id: StageId, commands: readonly Command[]): ExecStep {
  const { module, config } = facts;
  return {
    type: "exec",
    stage: id,
    module: module.dir,
    commands,
    stopAtFirstFailure: true,
    passes: "exit-zero",
    reuse: "by-sources",
    leaves: [],
    lfCopies: [],
    timeoutMs: config.timeoutMs,
  };
}

/** The reason of a stage that its toggle switches off; null when it is on. */
export function switchedOff(input: string, toggle: Toggle): NotRun | null {
  return toggle === "false" ? { status: "disabled", reason: `switched off by \`${input}: false\`` } : null;
}

interface StageParts extends Pick<Stage, "id" | "kind" | "needs" | "step" | "command"> {
  readonly toggle: Toggle;
}

function stage(facts: ModuleFacts, { toggle, ...parts }: StageParts): Stage {
  return {
    ...parts,
    module: facts.module.dir,
    platform: null,
    after: [],
    warnOnly: toggle === "warn",
    failure: null,
    binaries: [],
  };
}

/** Windows allows 32,767 characters on a command line (CreateProcess); other systems more. */
const commandLineLimit = 24_000;

/** Splits a list of files so that each part fits on a command line. */
function chunks(files: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let room = 0;
  for (const file of files) {
    const size = file.length + 4;
    if (room < size) {
      parts.push([]);
      room = commandLineLimit;
    }
    parts.at(-1)?.push(file);
    room -= size;
  }
  return parts;
}
