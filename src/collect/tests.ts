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
 * Reads the streams of a test stage once, one of each of its commands, as one, writing its log, its part of `tests/test2json.jsonl` and that of `tests/junit.xml` on the way, then the coverage
 * profile.
 */
export async function collectTests(stage: Stage, outcome: StepOutcome, bench: TestBench): Promise<Judgement> {
  const { commands, resultDir } = outcome;
  if (commands.length === 0) return { failure: "go test did not run", findings: [] };
  const facts = await factsOf(bench);
  const stderr = await readErrors(commands);
  const told = new Set<string>();
  const suites = join(resultDir, "junit.part");
  const events = commands.map((_, index) => join(resultDir, `test2json-${index}.part`));
  const exitCode = exitCodeOf(commands);
  const run = await readStreams(stage, outcome, facts, { stderr, told, suites, exitCode });
  for (const [index, path] of events.entries()) {
    await moveRedacted(commands[index]?.stdout ?? "", path, facts.redactor);
  }
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
    { type: "tests", tests: run.report, parts: { suites: [suites], events } },
    { type: "coverage", coverage, thresholds: thresholds?.thresholds ?? [], share },
  ];
  const spoken = [stderr, ...run.findings.filter(({ source }) => source === "compile").map(({ message }) => message)];
  const fault = exitCode === 0 ? null : settingFault(spoken.join("\n"));
  if (fault !== null) return { failure: fault, findings, broken: true, products };
  const untested = run.report.packages.every(({ status }) => status === "skipped");
  return { failure, findings, products, ...reproduced, ...(untested ? { skipped: noTestFiles } : {}) };
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
  /** Packages are added that said how much they covered. */
  readonly told: Set<string>;
  /** Where suites are written to. */
  readonly suites: string;
  readonly exitCode: number | null;
}

async function readStreams(
  stage: Stage,
  outcome: StepOutcome,
  facts: TestFacts,
  { stderr, told, suites, exitCode }: Streams,
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
    for (const { stdout } of outcome.commands) {
      for await (const line of readLines(stdout)) {
        const event = read(line);
        reader.accept(event);
        testLog.accept(event);
        const covered = coverageTold(event);
        if (covered !== null) told.add(covered);
        if (log.full) await log.drain();
        if (junitFile.full) await junitFile.drain();
      }
    }
    log.write(redactor.redact(stderr));
    const timedOut = outcome.end === "timed-out";
    const died = await deathIn(stage, outcome);
    const run = reader.end({ exitCode, timedOut, stderr, died });
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
