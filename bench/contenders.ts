import { mkdir, readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { type Report, reportSchema } from "../src/model/report.ts";
import {
  actionCommand,
  type CommandFacts,
  parallelSteps,
  plainSteps,
  stageSteps,
  type TimedCommand,
} from "./commands.ts";
import { cacheEnv, type Lab, placeOf } from "./lab.ts";
import { cpuOfChildren, type Measured, measure } from "./measure.ts";
import type { Contender, Sample, StepTime } from "./model.ts";
import type { BenchOptions } from "./options.ts";
import { phasesOf } from "./phases.ts";
import type { Subject } from "./subject.ts";
import { removeTree } from "./tools.ts";

export interface Contest {
  readonly lab: Lab;
  readonly subject: Subject;
  readonly options: BenchOptions;
  /** Where modules come from that the module cache does not hold; `off` where it holds all, so that no figure depends on a network. */
  readonly goproxy: string;
  /** Further variables of the action: those of the runner that it seems to run on. */
  readonly runner: Readonly<Record<string, string>>;
}

/** What one run of a contender took; the round belongs to the case, and so do transfers, except those that the action does by itself. */
export type Run = Omit<Sample, "round">;

/** Lets one contender do the checks once. */
export async function runContender(contest: Contest, contender: Contender): Promise<Run> {
  switch (contender) {
    case "ours":
      return runAction(contest);
    case "earlier":
      return runEarlier(contest);
    case "parallel":
      return runBeside(contest, (await factsOf(contest, contender)).flatMap(plainSteps));
    default: {
      const stepsOf = contender === "plain" ? plainSteps : stageSteps;
      return runSteps(contest, contender, (await factsOf(contest, contender)).flatMap(stepsOf));
    }
  }
}

/**
 * What the commands of each module depend on. Binaries of the run before must not be there: `go build` links nothing when its target is up to date, which a fresh
 * checkout has not.
 */
async function factsOf({ lab, subject }: Contest, contender: Contender): Promise<readonly CommandFacts[]> {
  const outputs = join(lab.temp, "out", contender);
  await removeTree(outputs);
  const { modules, directory: root } = lab.project;
  const scope = { modules: modules.map(({ dir }) => dir), root };
  return Promise.all(
    subject.modules.map(async ({ module, mains }, index) => {
      const out = join(outputs, `${index}`);
      await mkdir(out, { recursive: true });
      const { dir, env, vendored } = module;
      return { dir, env, vendored, scope, mains, out, cwd: placeOf(lab, module) };
    }),
  );
}

async function runSteps(contest: Contest, contender: Contender, commands: readonly TimedCommand[]): Promise<Run> {
  const load = currentLoad();
  const steps = await lane(contest, contender, commands);
  const cpu = steps.map(({ cpuMs }) => cpuMs);
  const wallMs = sum(steps.map((step) => step.wallMs));
  return stepsRun({ contender, load, steps, wallMs, cpuMs: cpu.every((ms) => ms !== null) ? sum(cpu) : null });
}

/** The steps of plain, as far as possible beside each other. */
async function runBeside(contest: Contest, commands: readonly TimedCommand[]): Promise<Run> {
  const contender = "parallel";
  const load = currentLoad();
  const { first, beside } = parallelSteps(commands);
  const cpuBefore = cpuOfChildren();
  const downloads = await lane(contest, contender, first);
  const start = performance.now();
  const others = (await Promise.all(beside.map((steps) => lane(contest, contender, steps)))).flat();
  const wallMs = sum(downloads.map((step) => step.wallMs)) + performance.now() - start;
  const cpuAfter = cpuOfChildren();
  // Of which step it was is not known.
  const steps = [...downloads, ...others].map((step) => ({ ...step, cpuMs: null }));
  const cpuMs = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore;
  return stepsRun({ contender, load, steps, wallMs, cpuMs });
}

/** One command after the other; a failing one ends nothing. */
async function lane(
  contest: Contest,
  contender: Contender,
  commands: readonly TimedCommand[],
): Promise<readonly StepTime[]> {
  const steps: StepTime[] = [];
  for (const command of commands) {
    const { wallMs, cpuMs, exitCode } = await timed(contest, contender, command);
    steps.push({ name: command.name, wallMs, cpuMs, exitCode });
  }
  return steps;
}

function stepsRun(run: Pick<Run, "contender" | "load" | "wallMs" | "cpuMs"> & { steps: readonly StepTime[] }): Run {
  const failed = run.steps.find(({ exitCode }) => exitCode !== 0);
  const exitCode = failed === undefined ? 0 : failed.exitCode;
  return { ...run, steps: [...run.steps], exitCode, peakMemoryBytes: null, phases: null, transfer: null };
}

async function runAction(contest: Contest): Promise<Run> {
  const { ours } = contest.options;
  const flags = flagsOf(contest);
  // The runner that it seems to run on has a cache service and no artifact service; plain uploads nothing either.
  const passed = "ACTIONS_RESULTS_URL" in contest.runner ? ["--no-upload-artifacts", ...flags] : flags;
  const { run, measured, reportPath } = await runBuild(contest, "ours", ours, passed);
  const report = await readReport(reportPath);
  return { ...run, phases: phasesOf(report, measured.startedAt, measured.endedAt), transfer: transferOf(report) };
}

/** What other builds write into their reports may be of another schema: of those there is the time alone. */
async function runEarlier(contest: Contest): Promise<Run> {
  const { run, reportPath } = await runBuild(contest, "earlier", contest.options.earlier ?? [], flagsOf(contest));
  await readFile(reportPath);
  return { ...run, phases: null, transfer: null };
}

/** The modules of plain are those of the action. */
function flagsOf({ options: { modules, flags } }: Contest): readonly string[] {
  return modules.length === 0 ? flags : [`--modules=${modules.join(",")}`, ...flags];
}

interface MeasuredBuild {
  readonly run: Omit<Run, "phases" | "transfer">;
  readonly measured: Measured;
  readonly reportPath: string;
}

/** Runs one build of the action; its report lies beside the products of that build. */
async function runBuild(
  contest: Contest,
  contender: "ours" | "earlier",
  command: readonly string[],
  flags: readonly string[],
): Promise<MeasuredBuild> {
  const { lab, options } = contest;
  const load = currentLoad();
  const outputDirectory = join(lab.temp, "out", contender);
  const facts = { command, engine: options.engine, workingDirectory: lab.directory, outputDirectory, flags };
  const measured = await timed(contest, contender, actionCommand(facts));
  const { wallMs, cpuMs, peakMemoryBytes, exitCode } = measured;
  return {
    run: { contender, wallMs, cpuMs, peakMemoryBytes, exitCode, load, steps: [] },
    measured,
    reportPath: join(outputDirectory, "report.json"),
  };
}

/** Throws when there is no report: then the action did not do the checks, and its time means nothing. */
async function readReport(path: string): Promise<Report> {
  return reportSchema.parse(JSON.parse(await readFile(path, "utf8")));
}

/** What the action itself restored and saved; part of its time already. */
function transferOf({ cache }: Report): Run["transfer"] {
  if (cache === null) return null;
  const { restoreMs, saveMs, restoredBytes, savedBytes } = cache;
  return { restoreMs, saveMs, restoredBytes, savedBytes };
}

function timed(contest: Contest, contender: Contender, command: TimedCommand): Promise<Measured> {
  const { lab, options, goproxy, runner } = contest;
  const go = cacheEnv(lab, contender, goproxy);
  const own = options.engine === "dagger" ? daggerEnv(lab) : { ...go, ...runner };
  const env = contender === "ours" || contender === "earlier" ? own : go;
  return measure(command, { env, log: join(lab.temp, `${contender}.log`) });
}

/** An engine has its own toolchain and caches: what it needs of ours is the way to it, which the environment of steps never holds. */
function daggerEnv(lab: Lab): Readonly<Record<string, string>> {
  const own = Object.entries(process.env).filter(([name]) => /^(_EXPERIMENTAL_)?DAGGER_/.test(name));
  return { ...lab.env, ...Object.fromEntries(own.map(([name, value]) => [name, value ?? ""])) };
}

function currentLoad(): number {
  return loadavg()[0] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
