import type * as z from "zod";
import { coverageSchema } from "../../model/report/coverage.ts";
import { testPackageSchema } from "../../model/report/tests.ts";
import { type Report, reportSchema } from "../../model/report.ts";
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
 * The report as `report.json` holds it: two blanks of indentation, keys in the order of the schema, a line end at the end. Most of it are tests and lines without
 * coverage, which are checked and written package by package and file by file.
 */
export function jsonReport(report: Report): JsonReport {
  const checked = reportSchema.safeParse(withoutLists(report));
  if (!checked.success) return { pieces: text(report), problem: () => schemaProblem(checked.error.issues) };
  const issues: Issue[] = [];
  const withLists = <M extends Measured>(measured: M, whole: Measured | undefined, path: readonly PropertyKey[]) => {
    const { tests, coverage } = measured;
    const listOf = (kind: "tests" | "coverage", list: string): Checking => ({ issues, path: [...path, kind, list] });
    const packages = checkedElements(whole?.tests?.packages ?? [], testPackageSchema, listOf("tests", "packages"));
    const files = checkedElements(whole?.coverage?.files ?? [], fileSchema, listOf("coverage", "files"));
    return {
      ...measured,
      tests: tests === null ? null : { ...tests, packages: new LazyArray(packages) },
      coverage: coverage === null ? null : { ...coverage, files: new LazyArray(files) },
    };
  };
  const { modules, totals } = checked.data;
  const whole = {
    ...checked.data,
    modules: modules.map((module, at) => withLists(module, report.modules[at], ["modules", at])),
    totals: withLists(totals, report.totals, ["totals"]),
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

/** What a module has, and the whole run. */
type Measured = Pick<Report["totals"], "tests" | "coverage">;

const fileSchema = coverageSchema.shape.files.element;

function withoutLists(report: Report): Report {
  const without = <M extends Measured>(measured: M): M => {
    const { tests, coverage } = measured;
    return {
      ...measured,
      tests: tests === null ? null : { ...tests, packages: [] },
      coverage: coverage === null ? null : { ...coverage, files: [] },
    };
  };
  return { ...report, modules: report.modules.map(without), totals: without(report.totals) };
}

interface Checking {
  /** Of the list. */
  readonly path: readonly PropertyKey[];
  /** Gets what is wrong. */
  readonly issues: Issue[];
}

function* checkedElements(
  found: readonly unknown[],
  schema: z.ZodType,
  { path, issues }: Checking,
): Generator<unknown> {
  for (const [at, element] of found.entries()) {
    const { success, data, error } = schema.safeParse(element);
    for (const { path: within, message } of error?.issues ?? []) {
      issues.push({ path: [...path, at, ...within], message });
    }
    yield success ? data : element;
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
