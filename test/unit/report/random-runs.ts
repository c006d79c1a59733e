import fc from "fast-check";
import { judgeCoverage } from "../../../src/go/coverage/threshold.ts";
import type { FinishedTest } from "../../../src/go/package-run.ts";
import type { FinishedPackage } from "../../../src/go/test-reader.ts";
import type { Thresholds } from "../../../src/model/coverage.ts";
import { percentOf } from "../../../src/model/percent.ts";
import { stageStatuses } from "../../../src/model/report/stage.ts";
import type { Coverage, Report, StageResult, TestReport } from "../../../src/model/report.ts";
import type { Stage, StageKey } from "../../../src/model/stage.ts";
import { idOf } from "../../../src/model/stage-id.ts";
import type { ReportContext } from "../../../src/report/target.ts";
import { assembleReport, nothingCollected } from "../../../src/results/assemble.ts";
import { exitCodes, judgeRun } from "../../../src/results/verdict.ts";
import { makeProject } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";
import { makeStage } from "../../support/stages.ts";
import { context, failedTest, stage, testPackage } from "./reports.ts";

/** A run as the last chapters of a real one see it: stages of any fate, tests and coverage that have nothing to do with them. */
export interface RandomRun {
  readonly report: Report;
  readonly context: ReportContext;
  readonly exitCode: number;
  /** Ids of stages that only warn. */
  readonly warnOnly: ReadonlySet<string>;
  readonly cancelled: boolean;
  readonly problems: readonly string[];
  /** What JUnit is written from. */
  readonly packages: readonly FinishedPackage[];
}

/** Directories of several modules: one is without stages, and one means something to Markdown. */
const dirs = [".", "a|b`c", "lib", "tools/gen", "without"] as const;

const reason = fc.constantFrom(null, "no Dockerfile", "2 findings", "nothing to do");

/** Names that mean nothing to anybody, in Markdown either. */
const ids = ["one", "two", "three", "four", "five", "six", "seven:linux/amd64", "lib#eight"] as const;

/** Stages of several modules; `work` is where a go.work lies. */
const keys: readonly StageKey[] = [
  { gate: "shared", module: "work", variant: null },
  { gate: "one", module: ".", variant: null },
  { gate: "two", module: ".", variant: null },
  { gate: "one", module: "lib", variant: null },
  { gate: "two", module: "lib", variant: null },
  ...["linux/amd64", "linux/arm/v7", "x|y"].map((variant) => ({ gate: "three", module: "lib", variant })),
  { gate: "one", module: "tools/gen", variant: null },
  { gate: "four", module: "tools/gen", variant: null },
  { gate: "two", module: "a|b`c", variant: null },
  { gate: "five", module: null, variant: null },
  { gate: "six", module: null, variant: null },
];

const fates = fc.array(
  fc.record({
    status: fc.constantFrom(...stageStatuses),
    reason,
    warnOnly: fc.boolean(),
    needs: fc.array(fc.nat(keys.length - 1), { maxLength: 3 }),
  }),
  { maxLength: keys.length },
);

type Fate = typeof fates extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

interface RandomStage {
  readonly planned: Stage;
  readonly result: StageResult;
}

/** Stages with these fates, of one module or of several. */
function stagesOf(fates: readonly Fate[], several: boolean): readonly RandomStage[] {
  const scope = { modules: dirs, root: "." };
  const names = several ? keys.map((key) => ({ ...key, id: idOf(key, scope) })) : ids.map((id) => ({ id }));
  return names.flatMap((name, index) => {
    const fate = fates[index];
    if (fate === undefined) return [];
    const { status, reason, warnOnly, needs } = fate;
    const before = [...new Set(needs.filter((need) => need < index))].map((need) => names[need]?.id ?? "");
    // The scheduler gives no stage that only warns the status `failed`.
    const shown = warnOnly && status === "failed" ? "warned" : status;
    const planned = makeStage(name.id, { ...name, warnOnly, needs: before });
    return [{ planned, result: stage(name.id, { ...name, status: shown, reason, at: index * 100 }) }];
  });
}

const testResult = fc.constantFrom<FinishedTest["result"]>("passed", "failed", "flaky", "skipped", "interrupted");

const packages: fc.Arbitrary<readonly FinishedPackage[]> = fc
  .array(fc.record({ results: fc.array(testResult, { maxLength: 6 }), broken: fc.boolean() }), { maxLength: 4 })
  .map((all) => all.map(({ results, broken }, index) => finishedPackage(`example.com/m/p${index}`, results, broken)));

function finishedPackage(name: string, results: readonly FinishedTest["result"][], broken: boolean): FinishedPackage {
  const tests = results.map((result, index) => ({ name: `Test${index}`, result, durationMs: 1, output: "" }));
  const of = (wanted: FinishedTest["result"]) => tests.filter(({ result }) => result === wanted);
  const listed = (some: readonly FinishedTest[]) => some.map((test) => failedTest({ name: test.name, output: "said" }));
  const [failed, cut] = [of("failed"), of("interrupted")];
  const report = testPackage(name, {
    status: broken || failed.length + cut.length > 0 ? "failed" : "passed",
    reason: broken || (failed.length === 0 && cut.length > 0) ? "panic: boom" : null,
    passed: of("passed").length,
    failed: failed.length,
    skipped: of("skipped").length,
    flaky: of("flaky").length,
    interrupted: cut.length,
    flakes: listed(of("flaky")),
    failures: listed(failed),
    unfinished: listed(cut),
  });
  return { report, startedAt: null, tests, output: "", findings: [], again: null };
}

function sumOf(all: readonly FinishedPackage[]): TestReport {
  const sum = (key: "flaky" | "passed" | "failed" | "skipped" | "interrupted") =>
    all.reduce((total, { report }) => total + report[key], 0);
  return {
    passed: sum("passed"),
    failed: sum("failed"),
    skipped: sum("skipped"),
    interrupted: sum("interrupted"),
    flaky: sum("flaky"),
    packages: all.map(({ report }) => report),
  };
}

/** Tests by module, the packages dealt out to the first ones. */
function productsOf(packages: readonly FinishedPackage[] | null, modules: readonly string[]) {
  const holders = modules.slice(0, 3);
  return holders.map((dir, at) => {
    const own = (packages ?? []).filter((_, index) => index % holders.length === at);
    return { dir, tests: packages === null || (at > 0 && own.length === 0) ? null : sumOf(own) };
  });
}

const counts = fc.record({ statements: fc.nat(40), covered: fc.nat(40) });
const floor = fc.option(fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10));
const limits: fc.Arbitrary<Thresholds> = fc.record({
  total: floor,
  perPackage: floor,
  perFile: fc.constant([]),
  patch: fc.constant(null),
});

const coverage = fc.record({
  packages: fc.array(counts, { maxLength: 4 }),
  missing: fc.constantFrom<readonly string[]>([], ["example.com/m/lost"]),
});

function coverageOf({
  packages,
  missing,
}: {
  packages: readonly { statements: number; covered: number }[];
  missing: readonly string[];
}): Coverage {
  const counted = packages.map(({ statements, covered }, index) => {
    const some = Math.min(covered, statements);
    return { importPath: `example.com/m/p${index}`, covered: some, statements, percent: percentOf(some, statements) };
  });
  const covered = counted.reduce((total, item) => total + item.covered, 0);
  const statements = counted.reduce((total, item) => total + item.statements, 0);
  return { percent: percentOf(covered, statements), covered, statements, missing, packages: counted, files: [] };
}

/** Runs of every kind, put together by the code that puts together real ones. */
export const randomRuns: fc.Arbitrary<RandomRun> = fc
  .record({
    fates,
    several: fc.boolean(),
    packages: fc.option(packages),
    coverage: fc.option(coverage),
    limits,
    cancelled: fc.boolean(),
    problems: fc.constantFrom<readonly string[]>([], [], ["no space left"]),
  })
  .map(({ fates, several, packages, coverage, limits, cancelled, problems }) => {
    const stages = stagesOf(fates, several);
    const planned = stages.map(({ planned }) => planned);
    const results = stages.map(({ result }) => result);
    const verdict = judgeRun({ stages: planned, results, cancelled, environmentProblems: problems });
    const counted = coverage === null ? null : coverageOf(coverage);
    const missing = counted?.missing ?? [];
    const { thresholds } =
      counted === null
        ? { thresholds: [] }
        : judgeCoverage({ counts: counted, missing, problem: null, patch: null }, limits);
    const modules = several ? dirs : ["."];
    const products = productsOf(packages, modules);
    const report = assembleReport({
      choice: { name: "host", reason: "engine: host", warning: null },
      engineVersion: "go1.26.8",
      project: makeProject({
        modules: modules.map((dir) => makeModule({ dir, path: several ? null : "example.com/m" })),
      }),
      inspection: null,
      verdict,
      warnings: [],
      notices: [],
      results,
      collected: {
        ...nothingCollected,
        modules: new Map(
          products.map(({ dir, tests }, index) => [dir, { tests, coverage: index > 0 ? null : counted }]),
        ),
        coverage: counted,
        thresholds,
      },
      testReuse: null,
      reusedFrom: [],
      cache: null,
      traceUrl: null,
      startedAt: new Date("2026-03-01T12:00:00.000Z"),
      finishedAt: new Date("2026-03-01T12:00:02.500Z"),
    });
    const needs = new Map(planned.map(({ id, needs }) => [id, needs]));
    return {
      report,
      context: { ...context, reasons: verdict.reasons, needs },
      exitCode: exitCodes[verdict.conclusion],
      warnOnly: new Set(planned.filter(({ warnOnly }) => warnOnly).map(({ id }) => id)),
      cancelled,
      problems,
      packages: packages ?? [],
    };
  });
