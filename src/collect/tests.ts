import { join } from "node:path";
import { readHead, readLines } from "../files/lines.ts";
import type { OutputDir } from "../files/output-dir.ts";
import { readStepEnd } from "../files/step-end.ts";
import { TextFile } from "../files/text-file.ts";
import { lackingPackages } from "../go/coverage/lacking.ts";
import { withoutCountedColumns } from "../go/covered-build.ts";
import { createEventReader } from "../go/event-reader.ts";
import { settingFault } from "../go/named-setting.ts";
import type { Again } from "../go/package-report.ts";
import type { SourceMap } from "../go/source-map.ts";
import { createTestLog } from "../go/test-log.ts";
import { createTestReader, type FinishedPackage, type TestRunResult, totalLimit } from "../go/test-reader.ts";
import { flakyWords, noTestFiles } from "../go/test-verdict.ts";
import { groupBy } from "../group-by.ts";
import type { CoverageBuild, Thresholds } from "../model/coverage.ts";
import type { Judgement, Product } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import { deathOf } from "../model/passes.ts";
import type { Inspection, Module, Package, Project } from "../model/project.ts";
import type { TestReport } from "../model/report.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import type { Redactor } from "../platform/mask.ts";
import { redactAttributes, redactPackage } from "../results/redact.ts";
import { type Attempt, type AttemptOptions, commandsAgain, readAttempt, stderrLimit } from "./attempts.ts";
import type { ReadPatchLines } from "./change-coverage.ts";
import { collectCoverage } from "./coverage.ts";
import { partData } from "./coverage-data.ts";
import { moveRedacted } from "./files.ts";
import { seenModules } from "./seen-modules.ts";
import { sourceFiles } from "./source-files.ts";
import { type ArtifactDir, artifactsDir, collectArtifacts, withArtifacts } from "./test-artifacts.ts";

/** Brings an XML library along: whoever wants it loads it while there is nothing else to do. */
export const loadJUnit = () => import("../go/junit.ts");

/** The inputs that decide what tests and coverage mean; percentages are 0-100. */
export interface TestSettings {
  /** Patterns of packages whose coverage all tests count for. */
  readonly coverpkg: readonly string[];
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
export async function collectTests(stage: Stage, all: StepOutcome, bench: TestBench): Promise<Judgement> {
  // What is run again is so only after the first run has come to its end.
  const { tests, data } = partData(stage, all);
  const outcome: StepOutcome = all.followUps === undefined ? tests : { ...tests, end: "exited" };
  const { commands, resultDir } = outcome;
  if (commands.length === 0) return { failure: "go test did not run", findings: [] };
  const facts = await factsOf(bench);
  const stderr = await readErrors(commands);
  const exitCode = exitCodeOf(commands);
  const attempts = await readAttempts(outcome, facts);
  const streams = [...commands, ...commandsAgain(outcome)];
  const parts = {
    suites: [join(resultDir, "junit.part")],
    events: streams.map((_, index) => join(resultDir, `test2json-${index}.part`)),
  };
  const dirs = commands.map((): ArtifactDir[] => []);
  const left = dirs.map((found, index) => ({ resultDir, outputDir: artifactsDir(index), dirs: found }));
  const [suites = ""] = parts.suites;
  const run = await readStreams(stage, outcome, facts, { stderr, attempts, dirs, suites, exitCode });
  for (const [index, path] of parts.events.entries()) {
    await moveRedacted(streams[index]?.stdout ?? "", path, facts.redactor);
  }
  const told = new Set([run, ...attempts].flatMap(({ profiled }) => [...profiled]));
  const kept = await collectArtifacts([...left, ...attempts.flatMap(({ artifacts }) => artifacts)], facts);
  const failed = run.report.packages.filter(({ status }) => status === "failed").map(({ importPath }) => importPath);
  const collected = await collectCoverage(outcome, data, facts, { told, failed: new Set(failed) });
  const { coverage, thresholds, share, change, covered } = collected;
  const missed = thresholds?.failedBecause ?? null;
  const floor = facts.config.coverageThreshold;
  const lacking = missed === null || coverage === null || floor === null ? null : lackingPackages(coverage, floor);
  const flaky = flakyWords(run.report);
  const fatal = facts.config.flaky === "fail" ? flaky : null;
  const refused = collected.refused.length === 0 ? null : collected.refused.join("; ");
  const reasons = [run.failedBecause, fatal, refused, missed, lacking].filter((reason) => reason !== null);
  const failure = reasons.length === 0 ? null : reasons.join("; ");
  // Of a threshold alone: the command would pass.
  const reproduced = run.failedBecause === null && fatal === null && reasons.length > 0 ? { command: "" } : {};
  const findings = [...withoutCountedColumns(run.findings), ...(thresholds?.findings ?? [])];
  const products: readonly Product[] = [
    { type: "tests", tests: withArtifacts(shuffled(run.report, facts.config), kept), parts },
    { type: "coverage", coverage, thresholds: thresholds?.thresholds ?? [], share, change, covered },
  ];
  const spoken = [stderr, ...run.findings.filter(({ source }) => source === "compile").map(({ message }) => message)];
  const fault = exitCode === 0 ? null : settingFault(spoken.join("\n"));
  if (fault !== null) return { failure: fault, findings, broken: true, products };
  const untested = run.report.packages.every(({ status }) => status === "skipped") && facts.coverageBuilds.length === 0;
  const warning = [flaky, kept.refused].filter((said) => said !== null).join("; ");
  return {
    failure,
    warning: warning === "" ? null : warning,
    findings,
    products,
    ...reproduced,
    ...(untested ? { skipped: noTestFiles } : {}),
  };
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

interface Streams {
  readonly stderr: string;
  readonly attempts: readonly Attempt[];
  /** Gets the artifact directories of tests, command by command. */
  readonly dirs: readonly ArtifactDir[][];
  /** Where suites are written to. */
  readonly suites: string;
  readonly exitCode: number | null;
}

async function readStreams(
  stage: Stage,
  outcome: StepOutcome,
  facts: TestFacts,
  { stderr, attempts, dirs, suites, exitCode }: Streams,
): Promise<TestRunResult> {
  const { output, redactor, project, module } = facts;
  const { createJUnitWriter } = await loadJUnit();
  const log = await TextFile.create(output.log(stage.id));
  const junitFile = await TextFile.create(suites);
  try {
    const junit = createJUnitWriter((text) => junitFile.write(text), project.modules.length > 1 ? module.dir : null);
    const testLog = createTestLog((text) => log.write(redactor.redact(text)));
    const reader = createTestReader({
      ...readerOptions(facts),
      stderr,
      later: groupBy(
        attempts.flatMap(({ packages }) => packages),
        ({ report }) => report.importPath,
      ),
      onPackage: (done) => junit.suite(redactor.idle() ? done : redacted(done, redactor)),
    });
    const read = createEventReader(facts.goVersion);
    for (const [index, { stdout }] of outcome.commands.entries()) {
      if (index > 0) reader.next();
      for await (const line of readLines(stdout)) {
        const event = read(line);
        if (event.type === "artifacts") dirs[index]?.push(event);
        reader.accept(event);
        testLog.accept(event);
        if (log.full) await log.drain();
        if (junitFile.full) await junitFile.drain();
      }
    }
    log.write(redactor.redact(stderr));
    await logAgain(outcome, facts, log);
    const timedOut = outcome.end === "timed-out";
    const died = await deathIn(stage, outcome);
    const exitCodes = outcome.commands.map((command) => command.exitCode);
    return reader.end({ exitCode, timedOut, stderr, died }, exitCodes);
  } finally {
    await log.close();
    await junitFile.close();
  }
}

/** What was run again, after the first run, each with a line that says so. */
async function logAgain(
  { followUps = [] }: StepOutcome,
  { redactor, goVersion }: TestFacts,
  log: TextFile,
): Promise<void> {
  const testLog = createTestLog((text) => log.write(redactor.redact(text)));
  for (const [index, { commands }] of followUps.entries()) {
    log.write(`\nFailed tests are run again, attempt ${index + 2}:\n`);
    for (const command of commands) {
      const read = createEventReader(goVersion);
      for await (const line of readLines(command.stdout)) {
        testLog.accept(read(line));
        if (log.full) await log.drain();
      }
      log.write(redactor.redact(await readHead(command.stderr, stderrLimit)));
    }
  }
}

async function deathIn({ step }: Stage, outcome: StepOutcome): Promise<string | null> {
  if (!isRunnable(step) || step.type !== "exec") return null;
  return deathOf(step, await readStepEnd(step, outcome));
}

function redacted(done: FinishedPackage, { redact }: Redactor): FinishedPackage {
  const tests = done.tests.map((test) => ({
    ...{ ...test, name: redact(test.name), output: redact(test.output) },
    ...(test.attributes === undefined ? {} : { attributes: redactAttributes(test.attributes, redact) }),
  }));
  return { ...done, report: redactPackage(done.report, redact), tests, output: redact(done.output) };
}
