import { describe, expect, it } from "vitest";
import { contractCases } from "../../contract/cases.ts";
import { comparable, expectedReport, minorOf } from "../../contract/expectation.ts";
import { merge } from "../../contract/merge.ts";

const stage = (id: string, status: string) => ({ id, status, reason: null });
const report = (...stages: readonly ReturnType<typeof stage>[]) => ({ conclusion: "success", stages });
const named = new Set(["vet", "test"]);

describe("stages that an expectation does not name", () => {
  const [vet, test] = [stage("vet", "passed"), stage("test", "skipped")];
  const expected = report(vet, test);

  it("may be there when they did not run", () => {
    const seen = report(stage("lint", "disabled"), ...expected.stages, stage("tidy", "skipped"));
    expect(comparable(seen, named)).toEqual(expected);
  });

  it.each(["passed", "failed", "warned", "blocked", "cancelled", "errored"])("may not be %s", (status) => {
    const seen = report(...expected.stages, stage("lint", status));
    expect(comparable(seen, named)).not.toEqual(expected);
  });

  it("do not excuse a named one that is missing, differs, occurs twice or has moved", () => {
    const wrong = [[vet], [vet, stage("test", "disabled")], [vet, test, test], [test, vet]];
    for (const stages of wrong) expect(comparable(report(...stages), named)).not.toEqual(expected);
  });

  it("are all part of a new expectation", () => {
    const seen = report(stage("vet", "passed"), stage("lint", "disabled"));
    expect(comparable(seen, null)).toEqual(seen);
  });
});

describe("what differs with one Go", () => {
  const base = {
    percent: 50,
    files: [
      { path: "a.go", uncovered: [[1, 2]] },
      { path: "b.go", uncovered: [] },
    ],
  };

  it("is put over the base, lists by the names of their elements", () => {
    expect(merge(base, { percent: 40, files: { "a.go": { uncovered: [[2, 2]] } } })).toEqual({
      percent: 40,
      files: [
        { path: "a.go", uncovered: [[2, 2]] },
        { path: "b.go", uncovered: [] },
      ],
    });
    expect(merge(base, { files: [] })).toEqual({ percent: 50, files: [] });
    expect(base.files[0]?.uncovered).toEqual([[1, 2]]);
  });

  it("cannot name what is not there", () => {
    expect(() => merge(base, { percents: 40 })).toThrow("there is no percents to differ from");
    expect(() => merge(base, { files: { "c.go": {} } })).toThrow("the list has no element c.go to differ from");
  });

  it("is known for a minor version", () => {
    expect([minorOf("go1.27.4"), minorOf("go1.28rc1"), minorOf("go1.26")]).toEqual(["1.27", "1.28", "1.26"]);
    expect(() => minorOf("devel")).toThrow("not a version of Go: devel");
  });

  it("fits the base of its case", () => {
    for (const { name } of contractCases) expect(() => expectedReport(name, "go1.27.4")).not.toThrow();
  });
});
