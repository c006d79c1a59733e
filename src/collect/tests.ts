import { join } from "node:path";
import { readHead, readLines } from "../files/lines.ts";
import type { OutputDir } from "../files/output-dir.ts";
import { readStepEnd } from "../files/step-end.ts";
import { TextFile } from "../files/text-file.ts";
import { lackingPackages } from "../go/coverage/lacking.ts";
import { coverageTold } from "../go/coverage/missing.ts";
import { withoutCountedColumns } from "../go/covered-build.ts";
import { createEventReader } from "../go/event-reader.ts";
import { settingFault } from "../go/named-setting.ts";
import type { SourceMap } from "../go/source-map.ts";
import { createTestLog } from "../go/test-log.ts";
import { createTestReader, type FinishedPackage, type TestRunResult, totalLimit } from "../go/test-reader.ts";
import { noTestFiles } from "../go/test-verdict.ts";
import type { Judgement, Product } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import { deathOf } from "../model/passes.ts";
import type { Inspection, Module, Package, Project } from "../model/project.ts";
import type { TestReport } from "../model/report.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import type { Redactor } from "../platform/mask.ts";
import { redactPackage } from "../results/redact.ts";
import { collectCoverage } from "./coverage.ts";
import { moveRedacted } from "./files.ts";
import { seenModules } from "./seen-modules.ts";
import { sourceFiles } from "./source-files.ts";

/** Brings an XML library along: whoever wants it loads it while there is nothing else to do. */
export const loadJUnit = () => import("../go/junit.ts");

/** The inputs that decide what tests and coverage mean; percentages are 0-100. */
export interface TestSettings {
  readonly testFlags: readonly string[];
  /** Seed of the order in which tests run; null: the order of the files. */
  readonly shuffle: string | null;
  readonly coverageThreshold: number | null;
  readonly coveragePackageThreshold: number | null;
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
  readonly rerun: TestRerun;
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

/** Standard error of `go test` holds what Go before 1.24 says of builds. */
const stderrLimit = 4 * 1024 * 1024;

/**
 * Reads the stream of a test stage once, writing its log, its part of `tests/test2json.jsonl` and that of `tests/junit.xml` on the way, then the coverage
 * profile.
 */
export async function collectTests(stage: Stage, outcome: StepOutcome, bench: TestBench): Promise<Judgement> {
  const [command] = outcome.commands;
  if (command === undefined) return { failure: "go test did not run", findings: [] };
  const facts = await factsOf(bench);
  const stderr = await readHead(command.stderr, stderrLimit);
  const told = new Set<string>();
  const parts = {
    suites: join(outcome.resultDir, "junit.part"),
    events: join(outcome.resultDir, "test2json.part"),
  };
  const run = await readStream(stage, outcome, facts, { stderr, told, suites: parts.suites });
  await moveRedacted(command.stdout, parts.events, facts.redactor);
  const failed = run.report.packages.filter(({ status }) => status === "failed").map(({ importPath }) => importPath);
  const { coverage, thresholds, share } = await collectCoverage(outcome, facts, { told, failed: new Set(failed) });
  const missed = thresholds?.failedBecause ?? null;
  const floor = facts.config.coverageThreshold;
  const lacking = missed === null || coverage === null || floor === null ? null : lackingPackages(coverage, floor);
  const reasons = [run.failedBecause, missed, lacking].filter((reason) => reason !== null);
  const failure = reasons.length === 0 ? null : reasons.join("; ");
  // Of a threshold alone: the command would pass.
  const reproduced = run.failedBecause === null && missed !== null ? { command: "" } : {};
  const findings = [...withoutCountedColumns(run.findings), ...(thresholds?.findings ?? [])];
  const products: readonly Product[] = [
    { type: "tests", tests: shuffled(run.report, facts.config), parts },
    { type: "coverage", coverage, thresholds: thresholds?.thresholds ?? [], share },
  ];
  const spoken = [stderr, ...run.findings.filter(({ source }) => source === "compile").map(({ message }) => message)];
  const fault = command.exitCode === 0 ? null : settingFault(spoken.join("\n"));
  if (fault !== null) return { failure: fault, findings, broken: true, products };
  const untested = run.report.packages.every(({ status }) => status === "skipped");
  return { failure, findings, products, ...reproduced, ...(untested ? { skipped: noTestFiles } : {}) };
}

function shuffled(tests: TestReport, { shuffle }: TestSettings): TestReport {
  return shuffle === null ? tests : { ...tests, shuffle };
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

async function readStream(
  stage: Stage,
  outcome: StepOutcome,
  facts: TestFacts,
  { stderr, told, suites }: { readonly stderr: string; readonly told: Set<string>; readonly suites: string },
): Promise<TestRunResult> {
  const { source, output, redactor, rerun, project, module } = facts;
  const { createJUnitWriter } = await loadJUnit();
  const log = await TextFile.create(output.log(stage.id));
  const junitFile = await TextFile.create(suites);
  try {
    const junit = createJUnitWriter((text) => junitFile.write(text), project.modules.length > 1 ? module.dir : null);
    const testLog = createTestLog((text) => log.write(redactor.redact(text)));
    const reader = createTestReader({
      ...source,
      cwd: module.dir,
      sources: sourceFiles(project),
      keptOutput: Math.floor(totalLimit / project.modules.length),
      ...rerun,
      stderr,
      onPackage: (done) => junit.suite(redactor.idle() ? done : redacted(done, redactor)),
    });
    const read = createEventReader(facts.goVersion);
    const [command] = outcome.commands;
    for await (const line of readLines(command?.stdout ?? "")) {
      const event = read(line);
      reader.accept(event);
      testLog.accept(event);
      const covered = coverageTold(event);
      if (covered !== null) told.add(covered);
      if (log.full) await log.drain();
      if (junitFile.full) await junitFile.drain();
    }
    log.write(redactor.redact(stderr));
    const timedOut = outcome.end === "timed-out";
    const died = await deathIn(stage, outcome);
    const run = reader.end({ exitCode: command?.exitCode ?? null, timedOut, stderr, died });
    return run;
  } finally {
    await log.close();
    await junitFile.close();
  }
}

async function deathIn({ step }: Stage, outcome: StepOutcome): Promise<string | null> {
  if (!isRunnable(step) || step.type !== "exec") return null;
  return deathOf(step, await readStepEnd(step, outcome));
}

function redacted(done: FinishedPackage, { redact }: Redactor): FinishedPackage {
  const tests = done.tests.map((test) => ({ ...test, name: redact(test.name), output: redact(test.output) }));
  return { ...done, report: redactPackage(done.report, redact), tests, output: redact(done.output) };
}
