import type {
  Comparison,
  Coverage,
  FailedTest,
  ModuleResult,
  Report,
  StageResult,
  TestPackage,
  TestReport,
} from "../model/report.ts";
import { clipEnd } from "../text/clip.ts";
import { isTrouble } from "./view/status.ts";

/** Bytes of a report that somebody else made, at most: whoever comments on a pull request reads no more (docs/pr-comments.md). */
export const readableReport = 1024 * 1024;

/** What is kept. */
interface Room {
  /** Elements of each list. */
  readonly length: number;
  /** Characters of what a test or a tool said; the comment shows a few lines. */
  readonly said: number;
}

/** From all that a comment could show to a handful. */
const rooms: readonly Room[] = [
  { length: Number.POSITIVE_INFINITY, said: 4_000 },
  { length: 2_000, said: 1_000 },
  { length: 500, said: 500 },
  { length: 100, said: 500 },
  { length: 20, said: 200 },
];

/**
 * What a comment shows of a report, as JSON by the same schema: without the tests and packages that have nothing to say, the files, and the ends of long texts.
 * Lists are cut as far as it takes, which is said as a warning of the report. null: it is too large even so.
 */
export function briefJson(report: Report, limit = readableReport): string | null {
  for (const room of rooms) {
    const text = `${JSON.stringify(briefReport(report, room))}\n`;
    if (Buffer.byteLength(text) <= limit) return text;
  }
  return null;
}

const cutNote =
  "The report of this run is large: lists in this comment were cut before it was made, and what is counted as left out is less than there is.";

function briefReport(report: Report, room: Room): Report {
  const { modules, totals, stages, comparison } = report;
  const cut = new Cut(room);
  const several = modules.length > 1;
  const troubled = new Set(stages.filter(isTrouble).map(({ module }) => module));
  return {
    ...report,
    reasons: cut.texts(report.reasons),
    warnings: [...cut.texts(report.warnings), ...(Number.isFinite(room.length) ? [cutNote] : [])],
    modules: cut.worst(modules, ({ dir }) => troubled.has(dir)).map((module) => briefModule(module, several, cut)),
    // No comment shows them.
    ...(report.benchmarks === undefined ? {} : { benchmarks: [] }),
    ...(report.notices === undefined ? {} : { notices: [] }),
    totals: {
      // The comment lists the packages of the modules where there are several, else those of the totals.
      tests: briefTests(totals.tests, !several, cut),
      coverage: totals.coverage === null ? null : briefCoverage(totals.coverage, cut),
      patch: totals.patch === null ? null : { ...totals.patch, files: cut.first(totals.patch.files) },
    },
    ...(comparison === undefined ? {} : { comparison: briefComparison(comparison, cut) }),
    thresholds: cut.first([...report.thresholds].sort((a, b) => Number(a.met) - Number(b.met))),
    stages: cut.worst(stages, isTrouble).map((stage) => briefStage(stage, cut)),
    artifacts: cut.first(report.artifacts),
    testReuse: report.testReuse === null ? null : { ...report.testReuse, runs: [] },
  };
}

/** Cuts lists and texts to the room that there is. */
class Cut {
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  first<T>(items: readonly T[]): readonly T[] {
    return items.slice(0, this.#room.length);
  }

  /** What has trouble stands before what has none, where not all have room. */
  worst<T>(items: readonly T[], hasTrouble: (item: T) => boolean): readonly T[] {
    return this.firstBy(items, (a, b) => Number(hasTrouble(b)) - Number(hasTrouble(a)));
  }

  /** In that order where not all have room, else in their own. */
  firstBy<T>(items: readonly T[], order: (a: T, b: T) => number): readonly T[] {
    return items.length <= this.#room.length ? items : this.first([...items].sort(order));
  }

  text(text: string): string {
    return clipEnd(text, this.#room.said);
  }

  texts(texts: readonly string[]): readonly string[] {
    return this.first(texts).map((text) => this.text(text));
  }
}

function briefModule(module: ModuleResult, listed: boolean, cut: Cut): ModuleResult {
  return {
    ...module,
    tests: briefTests(module.tests, listed, cut),
    coverage: module.coverage === null ? null : { ...module.coverage, missing: [], packages: [], files: [] },
  };
}

function briefTests(found: TestReport | null, listed: boolean, cut: Cut): TestReport | null {
  if (found === null) return null;
  const packages = listed ? cut.first(found.packages.filter(hasTrouble)) : [];
  return { ...found, packages: packages.map((pkg) => briefPackage(pkg, cut)) };
}

function hasTrouble({ status, interrupted, failures }: TestPackage): boolean {
  return status === "failed" || status === "flaky" || interrupted > 0 || failures.length > 0;
}

function briefPackage(found: TestPackage, cut: Cut): TestPackage {
  const failures = (tests: readonly FailedTest[]) =>
    cut.first(tests).map((test) => ({ ...test, output: cut.text(test.output), command: cut.text(test.command) }));
  return {
    ...found,
    reason: found.reason === null ? null : cut.text(found.reason),
    failures: failures(found.failures),
    flakes: failures(found.flakes),
    unfinished: failures(found.unfinished),
    tests: cut
      .first(found.tests.filter(({ status }) => status === "failed"))
      .map(({ name, status, durationMs }) => ({ name, status, durationMs })),
  };
}

/** Its packages least covered first, as a comment shows them. */
function briefCoverage(found: Coverage, cut: Cut): Coverage {
  const packages = cut.firstBy(found.packages, (a, b) => (a.percent ?? 101) - (b.percent ?? 101));
  return { ...found, missing: cut.first(found.missing), packages, files: [] };
}

function briefComparison(comparison: Comparison, cut: Cut): Comparison {
  const { baseline, notes } = comparison;
  return {
    ...comparison,
    baseline: baseline === null ? null : { ...baseline, packages: [] },
    notes: cut.texts(notes),
  };
}

function briefStage(stage: StageResult, cut: Cut): StageResult {
  return {
    ...stage,
    reason: stage.reason === null ? null : cut.text(stage.reason),
    findings: cut.first(stage.findings).map((finding) => ({ ...finding, message: cut.text(finding.message) })),
  };
}
