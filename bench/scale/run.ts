import { mkdtemp, readdir, readFile, stat } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { hostEnvironment } from "../../src/engine/environment.ts";
import { actionCommand } from "../commands.ts";
import { type Measured, measure } from "../measure.ts";
import type { Phases } from "../model.ts";
import { phasesOf } from "../phases.ts";
import { removeTree } from "../tools.ts";
import { type ScaleReport, scaleReport } from "./report.ts";
import { expectedCounts, type ScaleSize, type ScaleStreams, streamsVariable } from "./size.ts";
import { expectedCoverage } from "./streams.ts";

/** Where the generated repository and its stub tools are. */
export interface ScaleLab {
  readonly temp: string;
  readonly repository: string;
  readonly goroot: string;
  /** For PATH. */
  readonly tools: string;
  readonly streams: ScaleStreams;
}

/** One run of one build. */
export interface ScaleRun {
  readonly measured: Measured;
  readonly phases: Phases | null;
  /** CPU time of the action's own process after the end of the last stage. */
  readonly cpuAfterMs: number | null;
  readonly report: ScaleReport;
  /** Larger ones of the files that it left, in bytes. */
  readonly files: readonly (readonly [name: string, bytes: number])[];
  /** What is wrong with the result. */
  readonly problems: readonly string[];
}

/** Runs a build of the action on the generated streams; what it writes is gone afterwards. `bundle`: its `dist/index.js`. */
export async function runBuild(bundle: string, lab: ScaleLab): Promise<ScaleRun> {
  const { temp, repository, goroot, tools, streams } = lab;
  const outputDirectory = await mkdtemp(join(temp, "out-"));
  try {
    const path = [tools, process.env["PATH"] ?? ""].join(delimiter);
    const added = { PATH: path, SCALE_GOROOT: goroot, [streamsVariable]: JSON.stringify(streams) };
    const command = actionCommand({
      command: [process.execPath, bundle],
      engine: "host",
      workingDirectory: repository,
      outputDirectory,
      flags: [],
    });
    const env = hostEnvironment(process.env, added, false);
    const measured = await measure(command, { env, log: join(temp, "log") });
    const report = scaleReport(await readFile(join(outputDirectory, "report.json"), "utf8"));
    const phases = phasesOf(report, measured.startedAt, measured.endedAt);
    return {
      measured,
      phases,
      cpuAfterMs: cpuAfter(measured, phases),
      report,
      files: await largeFiles(outputDirectory),
      problems: problemsOf(measured, report, streams),
    };
  } finally {
    await removeTree(outputDirectory);
  }
}

function cpuAfter({ ownCpu, wallMs }: Measured, phases: Phases | null): number | null {
  const last = ownCpu.at(-1);
  if (phases === null || last === undefined) return null;
  const end = wallMs - phases.afterLastStageMs;
  const then = ownCpu.findLast(({ atMs }) => atMs <= end);
  return last.cpuMs - (then?.cpuMs ?? 0);
}

async function largeFiles(directory: string): Promise<ScaleRun["files"]> {
  const files: (readonly [string, number])[] = [];
  for (const name of await readdir(directory, { recursive: true })) {
    const found = await stat(join(directory, name));
    if (found.isFile() && found.size > 1024 ** 2) files.push([name, found.size]);
  }
  return files.sort(([a], [b]) => (a < b ? -1 : 1));
}

function problemsOf(measured: Measured, { tests, coverage, conclusion }: ScaleReport, size: ScaleSize): string[] {
  const { passed, failed, skipped } = expectedCounts(size);
  const { covered, statements } = expectedCoverage(size);
  const problems: string[] = [];
  if (measured.exitCode !== 1) problems.push(`exit code ${measured.exitCode}, expected 1 for failing tests`);
  if (conclusion !== "failure") problems.push(`conclusion ${conclusion}, expected failure`);
  if (tests.passed !== passed || tests.failed !== failed || tests.skipped !== skipped)
    problems.push(`expected ${passed} tests to pass, ${failed} to fail and ${skipped} to be skipped`);
  if (coverage.covered !== covered || coverage.statements !== statements)
    problems.push(`expected ${covered} of ${statements} statements to be covered`);
  return problems;
}
