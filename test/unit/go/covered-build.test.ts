import { describe, expect, it } from "vitest";
import { kinds } from "../../../src/gates/index.ts";
import { withoutCountedColumns } from "../../../src/go/covered-build.ts";
import { parseDiagnostics } from "../../../src/go/diagnostics.ts";
import type { Finding, StageResult } from "../../../src/model/report.ts";
import { rankFindings } from "../../../src/report/view/findings.ts";
import { stage } from "../report/reports.ts";
import { captured, readRun, source } from "./fixture.ts";

const options = { ...source, cwd: "." };

function stages(version: string): readonly StageResult[] {
  const read = (run: string, from: "vet" | "compile") =>
    parseDiagnostics(captured(`build/covered/${version}.${run}`).stderr, { ...options, source: from });
  const tests = withoutCountedColumns(readRun(`build/covered/${version}.test`).findings);
  return [
    stage("vet", { findings: read("vet", "vet") }),
    stage("test", { findings: tests }),
    stage("build:linux/amd64", { findings: read("build", "compile") }),
  ];
}

const at = ({ path, line, column }: Finding): string => `${path}:${line}:${column}`;

describe.each(["go1.26.8", "go1.27.4"])(
  "the same error in vet, test and build is one, at the column that was written: %s",
  (version) => {
    const ranked = rankFindings(stages(version), kinds);
    const of = (path: string): readonly string[] =>
      ranked.filter(({ finding }) => finding.path === path).map(({ finding }) => at(finding));

    it.each([
      ["bad/bad.go", ["bad/bad.go:3:25"]],
      ["unused/u.go", ["unused/u.go:6:2", "unused/u.go:3:8"]],
      ["badtest/b_test.go", ["badtest/b_test.go:5:30"]],
      ["ccomp/c.go", ["ccomp/c.go:3:25", "ccomp/c.go:4:25"]],
      ["cname/n.go", ["cname/n.go:6:42"]],
      ["gotype/g.go", ["gotype/g.go:6:23", "gotype/g.go:8:42"]],
      ["header/h.go", ["header/h.go:3:11"]],
      ["incl/own.h", ["incl/own.h:1:47"]],
      ["warn/w.go", ["warn/w.go:10:38", "warn/w.go:5:28", "warn/w.go:6:2"]],
    ])("%s", (path, expected) => {
      expect([...of(path)].sort()).toEqual([...expected].sort());
    });

    it("names the stages that found it", () => {
      const found = ranked.filter(({ finding }) => finding.path === "bad/bad.go");
      expect(found.map(({ stages: ids }) => [...ids].sort())).toEqual([["build:linux/amd64", "test", "vet"]]);
    });
  },
);

function finding(over: Partial<Finding>): Finding {
  const base = {
    source: "compile",
    severity: "error",
    path: "a.go",
    line: 3,
    column: 90,
    title: "compile error",
  } as const;
  return { ...base, message: "undefined: x", ...over };
}

it("leaves out columns that counters have moved, and no others", () => {
  const findings = [
    finding({}),
    finding({ column: 120 }),
    finding({ path: "a_test.go" }),
    finding({ path: "a.c" }),
    finding({ message: "error: 'x' undeclared" }),
    finding({ source: "vet" }),
    finding({ path: null, line: null, column: null }),
    finding({
      message:
        "x redeclared in this block\n\tb.go:4:150: other declaration of x\n\tb_test.go:4:9: other declaration of x",
    }),
  ];
  expect(withoutCountedColumns(findings).map(({ path, column, message }) => [path, column, message])).toEqual([
    ["a.go", null, "undefined: x"],
    ["a_test.go", 90, "undefined: x"],
    ["a.c", 90, "undefined: x"],
    ["a.go", 90, "error: 'x' undeclared"],
    ["a.go", 90, "undefined: x"],
    [null, null, "undefined: x"],
    [
      "a.go",
      null,
      "x redeclared in this block\n\tb.go:4: other declaration of x\n\tb_test.go:4:9: other declaration of x",
    ],
  ]);
});

it("keeps two errors of one line apart where their columns are known", () => {
  const two = [finding({ column: 9 }), finding({ column: 13 })];
  const ranked = rankFindings(
    [stage("test", { findings: [finding({ column: null })] }), stage("build:linux/amd64", { findings: two })],
    kinds,
  );
  expect(ranked.map(({ finding: { column }, stages: ids }) => [column, ids])).toEqual([
    [9, ["test", "build:linux/amd64"]],
    [13, ["build:linux/amd64"]],
  ]);
});
