import { describe, expect, it } from "vitest";
import { problemsOf, type ThreatModel, wantedIds } from "../../../scripts/threat-model.ts";

const file = 'it("holds", () => {});\nit.each([1])(\n  "holds for %s",\n  () => {},\n);\n// it says "nothing"\n';

/** A table that is right, with some rows in place of its own. */
function model(rows: Readonly<Record<string, string>> = {}, more: Partial<ThreatModel> = {}): ThreatModel {
  const table = wantedIds.map((id) => rows[id] ?? `| ${id} | what | | Does not apply: no such thing |`);
  const first = rows["S11"] ?? '| S11 | what | `a-fault` | `test/a.test.ts` "holds"; `test/a.test.ts` "holds for %s" |';
  return {
    markdown: ["# Title", "| id | what | faults | tests |", first, ...table.slice(1)].join("\n"),
    catalogue: { "a-fault": { covers: ["S11"] } },
    faultTests: 'fault("a-fault", ',
    read: (path) => (path === "test/a.test.ts" ? file : null),
    ...more,
  };
}

describe("the threat model", () => {
  it("is content when everything it says is so", () => {
    expect(problemsOf(model())).toEqual([]);
  });

  it("answers for S11 to S38 and F01 to F46", () => {
    expect([wantedIds[0], wantedIds[27], wantedIds[28], wantedIds[73]]).toEqual(["S11", "S38", "F01", "F46"]);
    expect(wantedIds).toHaveLength(74);
  });

  it("misses a row, and refuses one that is there twice or belongs elsewhere", () => {
    expect(problemsOf(model({ S12: "" }))).toEqual(["S12 has no row"]);
    const row = "| S13 | what | | Does not apply: x |";
    expect(problemsOf(model({ S13: `${row}\n${row}\n${row.replace("S13", "S99")}` }))).toEqual([
      "S13 has two rows",
      "S99 is no requirement of this table",
    ]);
  });

  it("wants a test or a reason", () => {
    expect(problemsOf(model({ S12: "| S12 | what | | |" }))).toEqual([
      "S12 names no test and no reason for having none",
    ]);
    expect(problemsOf(model({ S12: "| S12 | what | | Does not apply: |" }))).toHaveLength(1);
  });

  it("wants tests that are there", () => {
    expect(problemsOf(model({ S12: '| S12 | what | | `test/b.test.ts` "holds" |' }))).toEqual([
      "S12 names test/b.test.ts, which is not there",
    ]);
    for (const title of ["nothing", "hold", "holds for .."]) {
      expect(problemsOf(model({ S12: `| S12 | what | | \`test/a.test.ts\` "${title}" |` }))).toEqual([
        `S12: test/a.test.ts has no test "${title}"`,
      ]);
    }
  });

  it("wants faults where the catalogue says they belong, and their tests", () => {
    const row = "| S12 | what | `b-fault` `a-fault` | |";
    expect(problemsOf(model({ S12: row }))).toEqual([
      "S12 names b-fault, which is not in the catalogue",
      "S12 names a-fault, which does not cover it",
    ]);
    expect(problemsOf(model({}, { catalogue: { "a-fault": { covers: ["S11", "S12", "F62"] } } }))).toEqual([
      "a-fault covers S12, whose row does not name it",
    ]);
    const elsewhere = { "a-fault": { covers: ["S11"] }, "c-fault": { covers: ["F62"] } };
    expect(problemsOf(model({}, { catalogue: elsewhere, faultTests: '"a-fault" "c-fault"' }))).toEqual([
      "c-fault is not named",
    ]);
    expect(problemsOf(model({}, { faultTests: "" }))).toEqual(["a-fault is injected by no test"]);
  });
});
