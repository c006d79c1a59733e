import { mkdir, readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { type Report, reportSchema } from "../src/model/report.ts";
import { actionCommand, type CommandFacts, plainSteps, stageSteps, type TimedCommand } from "./commands.ts";
import type { Keys } from "./hosted.ts";
import { cacheEnv, type Lab } from "./lab.ts";
import { type Measured, measure } from "./measure.ts";
import type { Contender, Sample } from "./model.ts";
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
export type Run = Omit<Sample, "round"> & { readonly keys: Keys };

const noKeys: Keys = { restored: null, saved: null };

/** Lets one contender do the checks once. */
export async function runContender(contest: Contest, contender: Contender): Promise<Run> {
  if (contender === "ours") return runAction(contest);
  if (contender === "earlier") return runEarlier(contest);
  const facts = { ...contest.subject, vendored: contest.lab.vendored, out: await freshOut(contest.lab, contender) };
  return runSteps(contest, contender, stepsOf(contender, facts));
}

function stepsOf(contender: "plain" | "alone", facts: CommandFacts): readonly TimedCommand[] {
  return contender === "plain" ? plainSteps(facts) : stageSteps(facts);
}

/** Binaries of the run before must not be there: `go build` links nothing when its target is up to date, which a fresh checkout has not. */
async function freshOut(lab: Lab, contender: Contender): Promise<string> {
  const out = join(lab.temp, "out", contender);
  await removeTree(out);
  await mkdir(out, { recursive: true });
  return out;
}

async function runSteps(contest: Contest, contender: Contender, commands: readonly TimedCommand[]): Promise<Run> {
  const load = currentLoad();
  const steps: { name: string; measured: Measured }[] = [];
  for (const command of commands)
    steps.push({ name: command.name, measured: await timed(contest, contender, command) });
  const cpu = steps.map(({ measured }) => measured.cpuMs);
  return {
    contender,
    wallMs: sum(steps.map(({ measured }) => measured.wallMs)),
    cpuMs: cpu.every((ms) => ms !== null) ? sum(cpu) : null,
    peakMemoryBytes: null,
    exitCode: steps.find(({ measured }) => measured.exitCode !== 0)?.measured.exitCode ?? 0,
    load,
    steps: steps.map(({ name, measured: { wallMs, cpuMs, exitCode } }) => ({ name, wallMs, cpuMs, exitCode })),
    phases: null,
    transfer: null,
    keys: noKeys,
  };
}

async function runAction(contest: Contest): Promise<Run> {
  const { ours, flags } = contest.options;
  // The runner that it seems to run on has a cache service and no artifact service; plain uploads nothing either.
  const passed = "ACTIONS_RESULTS_URL" in contest.runner ? ["--no-upload-artifacts", ...flags] : flags;
  const { run, measured, reportPath } = await runBuild(contest, "ours", ours, passed);
  const report = await readReport(reportPath);
  return { ...run, phases: phasesOf(report, measured.startedAt, measured.endedAt), ...transferOf(report) };
}

/** What other builds write into their reports may be of another schema: of those there is the time alone. */
async function runEarlier(contest: Contest): Promise<Run> {
  const { run, reportPath } = await runBuild(contest, "earlier", contest.options.earlier ?? [], contest.options.flags);
  await readFile(reportPath);
  return { ...run, phases: null, transfer: null, keys: noKeys };
}

interface MeasuredBuild {
  readonly run: Omit<Run, "phases" | "transfer" | "keys">;
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
  const facts = { command, engine: options.engine, workingDirectory: lab.module, outputDirectory, flags };
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
function transferOf({ cache }: Report): Pick<Run, "transfer" | "keys"> {
  if (cache === null) return { transfer: null, keys: noKeys };
  const { key, savedKey, restoreMs, saveMs, restoredBytes, savedBytes } = cache;
  return { transfer: { restoreMs, saveMs, restoredBytes, savedBytes }, keys: { restored: key, saved: savedKey } };
}

function timed(contest: Contest, contender: Contender, command: TimedCommand): Promise<Measured> {
  const { lab, options, goproxy, runner } = contest;
  const go = cacheEnv(lab, contender, goproxy);
  const own = options.engine === "dagger" ? daggerEnv(lab) : { ...go, ...runner };
  const env = contender === "ours" || contender === "earlier" ? own : go;
  return measure(command, { cwd: lab.module, env, log: join(lab.temp, `${contender}.log`) });
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
