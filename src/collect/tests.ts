import { join } from "node:path";
import { readHead } from "../files/lines.ts";
import type { OutputDir } from "../files/output-dir.ts";
import { lackingPackages } from "../go/coverage/lacking.ts";
import { withoutCountedColumns } from "../go/covered-build.ts";
import { settingFault } from "../go/named-setting.ts";
import type { Again } from "../go/package-report.ts";
import type { SourceMap } from "../go/source-map.ts";
import type { TestEvent } from "../go/test-event.ts";
import { totalLimit } from "../go/test-reader.ts";
import { flakyWords, noTestFiles } from "../go/test-verdict.ts";
import type { CoverageBuild, Thresholds } from "../model/coverage.ts";
import type { Judgement, Product, TestsProduct } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Inspection, Module, Package, Project } from "../model/project.ts";
import type { TestReport } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import type { Redactor } from "../platform/mask.ts";
import { type Attempt, type AttemptOptions, commandsAgain, readAttempt, stderrLimit } from "./attempts.ts";
import type { ReadPatchLines } from "./change-coverage.ts";
import { type CollectedCoverage, collectCoverage } from "./coverage.ts";
import { partData } from "./coverage-data.ts";
import { moveRedacted } from "./files.ts";
import { seenModules } from "./seen-modules.ts";
import { sourceFiles } from "./source-files.ts";
import { artifactsDir, collectArtifacts, withArtifacts } from "./test-artifacts.ts";
import { briefPath, type ReadingOptions, suitesPath, TestReading } from "./test-reading.ts";

/** The inputs that decide what tests and coverage mean; percentages are 0-100. */
export interface TestSettings {
  /** Patterns of packages whose coverage all tests count for. */
  readonly coverpkg: readonly string[];
  readonly testEnv: readonly { readonly name: string }[];
  /** Seed of the order in which tests run; null: the order of the files. */
  readonly shuffle: string | null;
  /** What a test is worth that failed, and passed when it was run again. */
  readonly flaky: "warn" | "fail";
  readonly coverageThreshold: number | null;
  readonly coveragePackageThreshold: number | null;
  readonly coverageFileThreshold: Thresholds["perFile"];
  readonly coveragePatchThreshold: number | null;
  /** Glob patterns relative to the repository. */
  readonly coverageExclude: readonly string[];
  readonly coverageExcludeGenerated: boolean;
}

/** What the judge of tests works with; see Bench. */
export interface TestBench {
  readonly config: TestSettings;
  readonly source: SourceMap;
  readonly project: Project;
  readonly inspection: Inspection;
  readonly output: OutputDir;
  readonly redactor: Redactor;
  /** The one that is tested. */
  readonly module: Module;
  /** What `coverage-data` holds. */
  readonly coverageBuilds: readonly CoverageBuild[];
  readonly rerun: TestRerun;
  readonly patchLines: ReadPatchLines;
}

export interface TestFacts extends TestBench {
  readonly packages: readonly Package[];
  /** Of the Go that runs inside the module. */
  readonly goVersion: string;
}

/** What a command for a single test needs to run it as the stage did. */
export interface TestRerun {
  /** Words for `go test` after the package, `-args` and what follows included. */
  readonly flags: readonly string[];
  /** The command with its variables, for the root of the repository. */
  readonly wrap: (command: string) => string;
}

/**
 * Reads the streams of a test stage once, one of each of its commands, as one, writing its log, its part of `tests/test2json.jsonl` and that of `tests/junit.xml` on the way, then the coverage
 * profile.
 */
export async function collectTests(
  stage: Stage,
  all: StepOutcome,
  bench: TestBench,
  live: LiveTests | null = null,
): Promise<Judgement> {
  // What is run again is so only after the first run has come to its end.
  const { tests, data } = partData(stage, all);
  const outcome: StepOutcome = all.followUps === undefined ? tests : { ...tests, end: "exited" };
  if (outcome.commands.length === 0) {
    await live?.discard();
    return { failure: "go test did not run", findings: [] };
  }
  const facts = await factsOf(bench);
  const read = await readStreams(stage, outcome, facts, live);
  const { report } = read.run;
  const failed = report.packages.filter(({ status }) => status === "failed").map(({ importPath }) => importPath);
  const collected = await collectCoverage(outcome, data, facts, { told: read.told, failed: new Set(failed) });
  const { coverage, thresholds, share, change, covered } = collected;
  const findings = [...withoutCountedColumns(read.run.findings), ...(thresholds?.findings ?? [])];
  const products: readonly Product[] = [
    {
      type: "tests",
      tests: withArtifacts(shuffled(replayed(report, all), facts.config), read.kept),
      parts: read.parts,
    },
    { type: "coverage", coverage, thresholds: thresholds?.thresholds ?? [], share, change, covered },
  ];
  const brief = briefPath(outcome.resultDir);
  const fault = faultOf(read);
  if (fault !== null) return { failure: fault, findings, broken: true, products, brief };
  const untested = report.packages.every(({ status }) => status === "skipped") && facts.coverageBuilds.length === 0;
  return {
    ...verdictOf(read, collected, facts.config),
    findings,
    products,
    brief,
    ...(untested ? { skipped: noTestFiles } : {}),
  };
}

/** What the streams of a stage say, those of what was run again with them. */
interface ReadTests {
  readonly run: Awaited<ReturnType<TestReading["end"]>>;
  readonly stderr: string;
  readonly exitCode: number | null;
  readonly parts: TestsProduct["parts"];
  /** Packages that left a profile, as far as the streams say so. */
  readonly told: ReadonlySet<string>;
  readonly kept: Awaited<ReturnType<typeof collectArtifacts>>;
}

async function readStreams(
  stage: Stage,
  outcome: StepOutcome,
  facts: TestFacts,
  live: LiveTests | null,
): Promise<ReadTests> {
  const { commands, resultDir } = outcome;
  const stderr = await readErrors(commands);
  const exitCode = exitCodeOf(commands);
  const attempts = await readAttempts(outcome, facts);
  const reading = (await live?.whole(stderr)) ?? (await readWhole(outcome, facts, { stderr, attempts }));
  const streams = [...commands, ...commandsAgain(outcome)];
  const parts = {
    suites: [suitesPath(resultDir)],
    events: streams.map((_, index) => join(resultDir, `test2json-${index}.part`)),
  };
  const run = await reading.end(stage, outcome, { stderr, exitCode });
  const left = reading.dirs.map((dirs, index) => ({ resultDir, outputDir: artifactsDir(index), dirs }));
  for (const [index, path] of parts.events.entries()) {
    await moveRedacted(streams[index]?.stdout ?? "", path, facts.redactor);
  }
  const told = new Set([run, ...attempts].flatMap(({ profiled }) => [...profiled]));
  const kept = await collectArtifacts([...left, ...attempts.flatMap(({ artifacts }) => artifacts)], facts);
  return { run, stderr, exitCode, parts, told, kept };
}

/** A setting with which go cannot work, whatever the tests are. */
function faultOf({ run, stderr, exitCode }: ReadTests): string | null {
  if (exitCode === 0) return null;
  const compiled = run.findings.filter(({ source }) => source === "compile").map(({ message }) => message);
  return settingFault([stderr, ...compiled].join("\n"));
}

/** Why the stage failed, and what it warns of. */
function verdictOf(
  { run, kept }: ReadTests,
  { coverage, thresholds, refused }: CollectedCoverage,
  { coverageThreshold: floor, flaky: worth }: TestSettings,
): Pick<Judgement, "failure" | "warning" | "command"> {
  const missed = thresholds?.failedBecause ?? null;
  const lacking = missed === null || coverage === null || floor === null ? null : lackingPackages(coverage, floor);
  const flaky = flakyWords(run.report);
  const fatal = worth === "fail" ? flaky : null;
  const withheld = refused.length === 0 ? null : refused.join("; ");
  const reasons = [run.failedBecause, fatal, withheld, missed, lacking].filter((reason) => reason !== null);
  const warning = [flaky, kept.refused].filter((said) => said !== null).join("; ");
  return {
    failure: reasons.length === 0 ? null : reasons.join("; "),
    warning: warning === "" ? null : warning,
    // Of a threshold alone: the command would pass.
    ...(run.failedBecause === null && fatal === null && reasons.length > 0 ? { command: "" } : {}),
  };
}

/** Where the engine took the result of the whole stage from an earlier run, it took that of every package. */
function replayed(report: TestReport, { cached }: StepOutcome): TestReport {
  if (!cached) return report;
  const packages = report.packages.map((one) => (one.status === "passed" ? { ...one, cached: true as const } : one));
  return { ...report, packages };
}

function readAttempts({ followUps = [] }: StepOutcome, facts: TestFacts): Promise<readonly Attempt[]> {
  return Promise.all(followUps.map((outcome) => readAttempt(outcome, readerOptions(facts))));
}

/** How streams of the module's tests are read. */
function readerOptions({ source, project, module, rerun, goVersion, config }: TestFacts): AttemptOptions {
  return {
    ...source,
    cwd: module.dir,
    sources: sourceFiles(project),
    keptOutput: Math.floor(totalLimit / project.modules.length),
    ...rerun,
    goVersion,
    flaky: config.flaky === "fail" ? "error" : "warning",
  };
}

/** What of the packages that failed last can be run again, by import path. */
export async function failedAgain(outcome: StepOutcome, bench: TestBench): Promise<ReadonlyMap<string, Again>> {
  const last = outcome.followUps?.at(-1) ?? outcome;
  const { packages } = await readAttempt(last, readerOptions(await factsOf(bench)));
  return new Map(packages.flatMap(({ report, again }) => (again === null ? [] : [[report.importPath, again]])));
}

function shuffled(tests: TestReport, { shuffle }: TestSettings): TestReport {
  return shuffle === null ? tests : { ...tests, shuffle };
}

/** What all commands said, one after the other. */
async function readErrors(commands: StepOutcome["commands"]): Promise<string> {
  let text = "";
  for (const { stderr } of commands) {
    if (text !== "" && !text.endsWith("\n")) text += "\n";
    text += await readHead(stderr, stderrLimit);
  }
  return text;
}

/** The first that is none of a success, else 0: one command for all would have exited so. */
function exitCodeOf(commands: StepOutcome["commands"]): number | null {
  const failed = commands.find(({ exitCode }) => exitCode !== 0);
  return failed === undefined ? 0 : failed.exitCode;
}

async function factsOf(bench: TestBench): Promise<TestFacts> {
  const { source, project, inspection, module } = bench;
  const inspected = inspection.modules.find(({ dir }) => dir === module.dir);
  return {
    ...bench,
    source: { ...source, modules: await seenModules(project, module) },
    packages: inspected?.packages ?? [],
    goVersion: inspected?.goVersion ?? inspection.goVersion,
  };
}

async function readWhole(
  outcome: StepOutcome,
  facts: TestFacts,
  known: Pick<ReadingOptions, "stderr" | "attempts">,
): Promise<TestReading> {
  const { resultDir } = outcome;
  const reading = await TestReading.open({ facts, resultDir, reader: readerOptions(facts), ...known });
  await reading.readAll(outcome);
  return reading;
}

/** The stream of a test stage that is read while it grows. */
export class LiveTests {
  readonly #reading: TestReading;
  #isLost = false;

  private constructor(reading: TestReading) {
    this.#reading = reading;
  }

  static async open(resultDir: string, bench: TestBench): Promise<LiveTests> {
    const facts = await factsOf(bench);
    const reader = readerOptions(facts);
    return new LiveTests(await TestReading.open({ facts, resultDir, reader, stderr: null, attempts: [] }));
  }

  line(text: string): TestEvent {
    return this.#reading.line(text);
  }

  drain(): Promise<void> {
    return this.#reading.drain();
  }

  /** The stream could not be read to its end. */
  lost(): void {
    this.#isLost = true;
  }

  /** null where the stream has to be read again: not all of it was read, or it needs standard error to be understood. */
  async whole(stderr: string): Promise<TestReading | null> {
    if (!this.#isLost && !(this.#reading.lacksErrors && stderr !== "")) return this.#reading;
    await this.discard();
    return null;
  }

  discard(): Promise<void> {
    return this.#reading.discard();
  }
}
