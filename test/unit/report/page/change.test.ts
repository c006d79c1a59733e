import { describe, expect, it } from "vitest";
import type { Comparison, Patch } from "../../../../src/model/report.ts";
import { pageChange } from "../../../../src/report/page/change.ts";
import { green, withTotals } from "../reports.ts";

const base = "0123456789abcdef0123456789abcdef01234567";
const patch: Patch = {
  ...{ base, percent: 75, covered: 3, statements: 4 },
  files: [
    { path: "a.go", uncovered: [[7, 7]] },
    { path: "b.go", uncovered: [[3, 9]] },
    { path: "c.go", uncovered: [] },
  ],
};
const now = green.totals.coverage;
const baseline = {
  ...{ percent: 50, covered: 1, statements: 2 },
  packages: [{ importPath: "example.com/greeter/gone", covered: 1, statements: 2 }],
};

function change(of: Patch | null, comparison: Partial<Comparison>, limited = false) {
  const limit = { what: "patch", name: null, floor: 80, covered: 3, statements: 4, met: false } as const;
  const compared = { base, baseline: null, notes: [], ...comparison };
  return pageChange({
    ...withTotals(green, { patch: of }),
    ...{ comparison: compared, thresholds: limited ? [limit] : [] },
  });
}

describe("the change on the page", () => {
  it("is none where nothing was compared", () => {
    expect(pageChange(green)).toBeNull();
    expect(change(null, {})).toBeNull();
    expect(
      pageChange({ ...withTotals(green, { coverage: null }), comparison: { base, baseline: null, notes: [] } }),
    ).toBeNull();
  });

  it("has sentences", () => {
    expect(change(null, { notes: ["git knows no commit `a`", "two"] })?.notes).toEqual([
      "Git knows no commit `a`.",
      "Two.",
    ]);
  });

  it("says why it is not known", () => {
    expect(change(null, { notes: ["no base: \u001b[31mshallow"] })).toMatchObject({
      patch: null,
      notes: [expect.not.stringContaining("\u001b")],
    });
  });

  it("has the files with most uncovered changed lines first", () => {
    const found = change(patch, {});
    expect(found?.files.map(({ path }) => path)).toEqual(["b.go", "a.go"]);
    expect(found).toMatchObject({
      patch: { percent: 75, words: "75.0 % of changed statements (3 of 4), compared with 0123456789ab", met: null },
      ...{ total: null, packages: [], notes: [] },
    });
  });

  it("says whether a limit is met", () => {
    const found = change(patch, {}, true);
    expect(found?.patch?.met).toBe(false);
    expect(found?.patch?.words).toContain("threshold 80 % missed");
  });

  it("says what became of the whole, and of packages", () => {
    const found = change(patch, { baseline });
    expect(found?.total).toMatch(/^[+−][\d.]+ points, from 50\.0 % \(1 of 2\) to /);
    expect(found?.packages).toContainEqual({
      ...{ name: "example.com/greeter/gone", before: "50.0 % (1 / 2)", now: "–", points: "gone" },
    });
    const { covered = 0, statements = 0, percent = 0 } = now ?? {};
    expect(change(patch, { baseline: { percent, covered, statements, packages: [] } })?.total).toMatch(/, as before$/);
    const empty = { percent: null, covered: 0, statements: 0, packages: [] };
    expect(change(patch, { baseline: empty })?.total).toMatch(/ before, .* now$/);
  });
});
