import { type Report, reportSchema, type TestPackage, type TestReport, testPackageSchema } from "../../model/report.ts";
import { briefJson, readableReport } from "../brief-report.ts";
import { jsonPieces, LazyArray } from "../json-pieces.ts";
import { fileNames, type Target } from "../target.ts";

/** The whole result, for programs; what is too large for a comment on a pull request has the part of it beside it that the comment needs. */
export const reportJson: Target = {
  name: fileNames.report,
  show: async ({ report, write, writePieces, platform }) => {
    // Before the file, which a full disk may refuse.
    if (platform.report !== undefined) for (const piece of jsonReport(report).pieces) platform.report(piece);
    const { pieces, problem } = jsonReport(report);
    let size = 0;
    const counted = function* (): Generator<string> {
      for (const piece of pieces) {
        size += Buffer.byteLength(piece);
        yield piece;
      }
    };
    await writePieces(fileNames.report, counted());
    const brief = size > readableReport ? briefJson(report) : null;
    if (brief !== null) await write(fileNames.brief, brief);
    const departs = problem();
    if (departs !== null) throw new Error(`it was written but departs from its schema: ${departs}`);
  },
};

export interface JsonReport {
  readonly pieces: Iterable<string>;
  /** Where the report departs from its schema, when all pieces are there; null as it should be. The text holds the report either way. */
  readonly problem: () => string | null;
}

/**
 * The report as `report.json` holds it: two blanks of indentation, keys in the order of the schema, a line end at the end. Most of it are the tests, which are
 * checked and written package by package.
 */
export function jsonReport(report: Report): JsonReport {
  const checked = reportSchema.safeParse(withoutPackages(report));
  if (!checked.success) return { pieces: text(report), problem: () => schemaProblem(checked.error.issues) };
  const issues: Issue[] = [];
  const packages = (found: readonly TestPackage[], path: readonly PropertyKey[]): LazyArray =>
    new LazyArray(checkedPackages(found, path, issues));
  const { modules, totals } = checked.data;
  const whole = {
    ...checked.data,
    modules: modules.map((module, at) => ({
      ...module,
      tests: withLazy(module.tests, report.modules[at]?.tests, (found) => packages(found, ["modules", at])),
    })),
    totals: { ...totals, tests: withLazy(totals.tests, report.totals.tests, (found) => packages(found, ["totals"])) },
  };
  return { pieces: text(whole), problem: () => (issues.length === 0 ? null : schemaProblem(issues)) };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function* text(value: unknown): Generator<string> {
  yield* jsonPieces(value);
  yield "\n";
}

function withoutPackages(report: Report): Report {
  const without = (tests: TestReport | null): TestReport | null => (tests === null ? null : { ...tests, packages: [] });
  const { modules, totals } = report;
  return {
    ...report,
    modules: modules.map((module) => ({ ...module, tests: without(module.tests) })),
    totals: { ...totals, tests: without(totals.tests) },
  };
}

function withLazy(
  checked: object | null,
  tests: TestReport | null | undefined,
  lazy: (found: readonly TestPackage[]) => LazyArray,
): object | null {
  return checked === null || tests == null ? null : { ...checked, packages: lazy(tests.packages) };
}

function* checkedPackages(
  packages: readonly TestPackage[],
  path: readonly PropertyKey[],
  issues: Issue[],
): Generator<unknown> {
  for (const [at, found] of packages.entries()) {
    const { success, data, error } = testPackageSchema.safeParse(found);
    for (const { path: within, message } of error?.issues ?? []) {
      issues.push({ path: [...path, "tests", "packages", at, ...within], message });
    }
    yield success ? data : found;
  }
}

/** The first departures from the schema, in words. */
export function schemaProblem(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.map(String).join(".")}: ${message}`)
    .join("; ");
}
