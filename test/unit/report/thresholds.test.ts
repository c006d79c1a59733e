import fc from "fast-check";
import { expect, it } from "vitest";
import { judgeCoverage } from "../../../src/go/coverage/threshold.ts";
import { percentOf } from "../../../src/model/percent.ts";
import type { Report } from "../../../src/model/report.ts";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { context, green, withTotals } from "./reports.ts";
import { verdictLines } from "./verdict-lines.ts";

/** As somebody types it: at most three decimals. */
const floor = fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1000);

/** Counts near the floor as well, where a product of binary fractions goes wrong. */
const counts = fc
  .tuple(fc.integer({ min: 1, max: 2_000 }), floor, fc.integer({ min: -1, max: 1 }), fc.boolean(), fc.nat())
  .map(([statements, limit, off, near, any]) => {
    const at = Math.round((statements * limit) / 100) + off;
    return { statements, limit, covered: Math.max(0, Math.min(statements, near ? at : any % (statements + 1))) };
  });

function reportOf(covered: number, statements: number, limit: number, missing: readonly string[]): Report {
  const all = { covered, statements, percent: percentOf(covered, statements) };
  const packages = [{ importPath: "example.com/m", ...all }];
  const limits = { total: limit, perPackage: limit, perFile: [], patch: null };
  const counted = { ...all, packages, files: [] };
  const { thresholds } = judgeCoverage({ counts: counted, missing, problem: null, patch: null }, limits);
  return { ...withTotals(green, { coverage: { ...all, missing, packages, files: [] } }), thresholds };
}

it("summary and terminal say of every threshold what the verdict says", () => {
  fc.assert(
    fc.property(counts, fc.boolean(), ({ statements, limit, covered }, complete) => {
      const missing = complete ? [] : ["example.com/m/panics"];
      const report = reportOf(covered, statements, limit, missing);
      const [whole, part] = report.thresholds;
      const exact = BigInt(covered) * 100_000n >= BigInt(Math.round(limit * 1000)) * BigInt(statements);
      expect([whole?.met, part?.met]).toEqual([exact && complete, exact]);
      const markdown = renderSummary(report, context);
      expect(markdown.includes(`threshold ${limit} % ${exact && complete ? "met ✅" : "missed ❌"}`)).toBe(true);
      expect(markdown.includes(`❌ (threshold ${limit} %)`)).toBe(!exact);
      const row = verdictLines(report, context).find((line) => line.startsWith("  coverage"));
      expect(row).toContain(`threshold ${limit} % ${exact && complete ? "met" : "missed"}`);
      expect(row?.includes("no profile from example.com/m/panics")).toBe(!complete);
    }),
    { numRuns: 300 },
  );
});
