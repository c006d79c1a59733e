import { describe, expect, it } from "vitest";
import { kinds } from "../../../src/gates/index.ts";
import type { Comparison, Patch, Report } from "../../../src/model/report.ts";
import { outputsOf } from "../../../src/report/outputs.ts";
import { annotationsOf } from "../../../src/report/targets/annotations.ts";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { changedPackages, pointsBetween, pointsWords } from "../../../src/report/view/change.ts";
import { expectHarmless } from "./harmless.ts";
import { context, finding, green, localContext, stage, withTotals } from "./reports.ts";
import { verdictLines } from "./verdict-lines.ts";

const base = "0123456789abcdef0123456789abcdef01234567";

const patch: Patch = {
  ...{ base, percent: (100 * 6) / 7, covered: 6, statements: 7 },
  files: [
    { path: "greet/greet.go", uncovered: [[12, 14]] },
    {
      path: "greet/cache.go",
      uncovered: [
        [3, 3],
        [9, 30],
      ],
    },
    { path: "greet/new.go", uncovered: [] },
  ],
};

const baseline: NonNullable<Comparison["baseline"]> = {
  ...{ percent: 80, covered: 112, statements: 140 },
  packages: [
    { importPath: "example.com/greeter/greet", covered: 118, statements: 120 },
    { importPath: "example.com/greeter/gone", covered: 2, statements: 20 },
  ],
};

const limit = { what: "patch", name: null, floor: 80, covered: 6, statements: 7, met: true } as const;

function compared(over: Partial<Comparison> = {}, of: Patch | null = patch): Report {
  return { ...withTotals(green, { patch: of }), comparison: { base, baseline, notes: [], ...over } };
}

function section(report: Report, how = context): string {
  const [, text = ""] = renderSummary(report, how).split("### Coverage of the change\n");
  return text.split("\n### ")[0] ?? "";
}

describe("what changed in coverage", () => {
  it("comes before the stages, as it is committed for review", async () => {
    const markdown = renderSummary({ ...compared(), thresholds: [limit] }, context);
    expect(markdown.indexOf("### Coverage of the change")).toBeLessThan(markdown.indexOf("### Stages"));
    await expect(markdown).toMatchFileSnapshot("../../fixtures/summary/change.md");
  });

  it("tells a limit that was missed", () => {
    expect(section({ ...compared(), thresholds: [{ ...limit, floor: 90, met: false }] })).toContain(
      "**85.7 %** of changed statements covered (6 of 7), compared with `0123456789ab`; threshold 90 % missed ❌",
    );
  });

  it("tells a change without statements, and a total that is as before", () => {
    const { covered, statements, percent } = green.totals.coverage ?? { covered: 0, statements: 0, percent: null };
    const same = { covered, statements, percent, packages: [] };
    const report = compared({ baseline: same }, { base, percent: null, covered: 0, statements: 0, files: [] });
    expect(section(report)).toBe(
      "\n**0 changed statements**, compared with `0123456789ab`.\n\nAll statements: 83.3 % (120 of 144), as before.\n",
    );
    expect(verdictLines(report, localContext)).toContain("  change    0 changed statements");
    expect(outputsOf(report, "r")["patch-coverage"]).toBe("");
    expect(renderSummary(report, context)).not.toContain("changed statements covered");
    expect(renderSummary(compared(), context)).toContain(" · 6 of 7 changed statements covered · ");
  });

  it("compares nothing with a base that had no statements", () => {
    const empty = { percent: null, covered: 0, statements: 0, packages: [] };
    expect(section(compared({ baseline: empty }))).toContain(
      "All statements: – (0 of 0) before, 83.3 % (120 of 144) now.",
    );
  });

  it("is one sentence without a base, and nothing where nobody looked", () => {
    const note = "what the change covers is not known: git knows no commit origin/HEAD";
    expect(section(compared({ base: null, baseline: null, notes: [note] }, null))).toBe(
      "\nWhat the change covers is not known: git knows no commit origin/HEAD.\n",
    );
    expect(renderSummary(compared({ base: null, baseline: null }, null), context)).not.toContain("of the change");
    expect(renderSummary(green, context)).not.toContain("of the change");
    const noCoverage = { ...compared(), totals: { ...green.totals, patch, coverage: null } };
    expect(renderSummary(noCoverage, context)).not.toContain("Coverage of the change");
  });

  it("lists several notes, and is shortened before it is too long", () => {
    expect(section(compared({ notes: ["one", "two"] }))).toContain("- One.\n- Two.\n");
    const files = Array.from({ length: 60 }, (_, at) => ({
      path: `f${at}.go`,
      uncovered: [[1, 2]] as [number, number][],
    }));
    const many = compared({}, { ...patch, files });
    expect(section(many)).toContain("… 10 more files in report.json.");
    const short = renderSummary(many, context, 1_000);
    expect(short).toContain("… 60 more files in report.json.");
    expect(short).toContain("… 3 more packages in report.json.");
  });

  it("does no harm whatever names it holds", () => {
    const evil = "a|b`<script>@me #1 [x](y)\n### x\u202e.go";
    const files = [{ path: evil, uncovered: [[1, 2]] as [number, number][] }];
    const before = { ...baseline, packages: [{ importPath: evil, covered: 1, statements: 2 }] };
    const report = compared({ baseline: before, notes: [evil, `\`${evil}\``] }, { ...patch, files });
    expectHarmless(renderSummary({ ...report, traceUrl: null }, context));
    expect(verdictLines(report, localContext).join("\n")).not.toContain("\u202e");
  });
});

describe("in other places", () => {
  it("terminal, verdict and outputs say the same", () => {
    const report = { ...compared({ notes: ["a note"] }), thresholds: [limit] };
    const lines = verdictLines(report, localContext);
    expect(lines).toContain("  coverage  83.3 % of statements (120 of 144), +3.3 points");
    expect(lines).toContain("  change    85.7 % of changed statements (6 of 7), threshold 80 % met");
    expect(lines).toContain("            a note");
    expect(renderSummary(report, context)).toContain("· 6 of 7 changed statements covered ·");
    expect(outputsOf(report, "r")["patch-coverage"]).toBe("85.7");
  });

  const annotate = (report: Report) => annotationsOf(report, { kinds, reasons: [] });

  it("annotations mark the lines, longest ranges first", () => {
    expect(annotate(compared()).map(({ level, path, line, endLine }) => [level, path, line, endLine])).toEqual([
      ["notice", "greet/cache.go", 9, 30],
      ["notice", "greet/greet.go", 12, 14],
      ["notice", "greet/cache.go", 3, undefined],
    ]);
    expect(annotate(compared()).map(({ message }) => message)).toEqual([
      "No test reaches these changed lines.",
      "No test reaches these changed lines.",
      "No test reaches this changed line.",
    ]);
  });

  it("annotations of lines have the room of notices, and no other", () => {
    const uncovered = (count: number) =>
      Array.from({ length: count }, (_, at) => [at * 2 + 1, at * 2 + 1] as [number, number]);
    const of = (count: number) => compared({}, { ...patch, files: [{ path: "a.go", uncovered: uncovered(count) }] });
    expect(annotate(of(10)).map(({ title }) => title)).toEqual(Array.from({ length: 10 }, () => "Not covered"));
    const many = annotate(of(12));
    expect([many.length, many.at(-1)]).toMatchObject([
      10,
      {
        title: "More lines not covered",
        message: "3 more ranges of changed lines that no test reaches in the job summary and in report.json.",
      },
    ]);
    const findings = Array.from({ length: 12 }, (_, at) => finding({ line: at + 1 }));
    const both = annotate({ ...of(10), stages: [stage("vet", { status: "failed", findings })] });
    expect([both.length, both.at(-1)?.message]).toEqual([
      20,
      "2 more findings and 1 more range of changed lines that no test reaches in the job summary and in report.json.",
    ]);
  });

  it("annotations leave out paths that a runner would take for others", () => {
    const files = [{ path: "../up.go", uncovered: [[1, 1]] as [number, number][] }];
    expect(annotate(compared({}, { ...patch, files }))).toEqual([]);
  });
});

describe("points", () => {
  it.each([
    [0, "±0.0"],
    [0.4, "+0.4"],
    [-12, "−12.0"],
    [0.01, "+<0.1"],
    [-0.049, "−<0.1"],
    [0.05, "+0.1"],
  ])("%d is %s", (points, words) => {
    expect(pointsWords(points)).toBe(words);
  });

  it("are there between two counts of something", () => {
    expect(pointsBetween({ covered: 1, statements: 2 }, { covered: 3, statements: 4 })).toBe(25);
    expect(pointsBetween({ covered: 0, statements: 0 }, { covered: 3, statements: 4 })).toBeNull();
    expect(pointsBetween({ covered: 1, statements: 2 }, { covered: 0, statements: 0 })).toBeNull();
  });

  it("of packages: those that lost most first, none that stayed", () => {
    const of = (importPath: string, covered: number, statements: number) => ({
      importPath,
      covered,
      statements,
      percent: 0,
    });
    const now = { percent: 0, covered: 9, statements: 9, missing: [], files: [] };
    const packages = [of("up", 2, 2), of("same", 1, 2), of("down", 0, 2), of("new", 1, 1), of("empty", 0, 0)];
    const before = { ...baseline, packages: [of("up", 1, 2), of("same", 1, 2), of("down", 1, 2), of("gone", 1, 1)] };
    expect(changedPackages({ ...now, packages }, before).map(({ importPath }) => importPath)).toEqual([
      "down",
      "gone",
      "new",
      "up",
    ]);
    expect(changedPackages({ ...now, packages }, { ...before, packages: [] })).toEqual([]);
  });
});
