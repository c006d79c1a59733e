import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { writeCobertura } from "../../src/go/coverage/cobertura.ts";
import { writeLcov } from "../../src/go/coverage/lcov.ts";
import { createJUnitWriter } from "../../src/go/junit.ts";
import { junitHead, junitTail } from "../../src/go/junit-frame.ts";
import { sarifOf } from "../../src/report/sarif.ts";
import { context, failedTest, finding, hostileTexts, stage, testPackage } from "../unit/report/reports.ts";
import { againstDtd, codecov, jenkinsProblems, junitparser, run, sarifProblems, xml2js } from "./support/readers.ts";

const dir = mkdtempSync(join(tmpdir(), "hostile-"));
afterAll(() => rmSync(dir, { recursive: true }));

const texts: readonly string[] = [
  ...hostileTexts.filter((text) => text !== ""),
  "]]> <![CDATA[x]]> &amp; &#0; <!DOCTYPE x>",
  "nul \u0000 bell \u0007 escape \u001b[31m half \ud800 not \ufffe",
  "\u202eabc\u2066def\u2069",
  "x".repeat(10_000),
];

function file(name: string, text: string): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

function junit(): string {
  let xml = "";
  const writer = createJUnitWriter(
    (text) => {
      xml += text;
    },
    { module: texts[0] ?? null, declared: () => new Map() },
  );
  const packages = texts.map((text) =>
    testPackage(`m/${text}`, {
      ...{ status: "failed", reason: text, passed: 0, failed: 1, skipped: 1, interrupted: 1, flaky: 1 },
      failures: [failedTest({ name: `Fails/${text}`, output: text, path: text })],
      flakes: [failedTest({ name: `Flaky/${text}`, output: text })],
    }),
  );
  for (const [index, report] of packages.entries()) {
    const text = texts[index] ?? "";
    const test = { durationMs: 1, output: text };
    const tests = (["failed", "skipped", "interrupted", "flaky"] as const).map((result) => ({
      ...test,
      result,
      name: `${{ failed: "Fails", skipped: "Skips", interrupted: "Cut", flaky: "Flaky" }[result]}/${text}`,
    }));
    writer.suite({ report, startedAt: null, tests, output: text });
  }
  return junitHead(packages) + xml + junitTail;
}

it("a file of JUnit with hostile names is the same for every reader", async () => {
  const xml = junit();
  const path = file("junit.xml", xml);
  const { cases, ...totals } = junitparser(path);
  expect(totals).toMatchObject({ tests: texts.length * 5, failures: texts.length, errors: texts.length });
  expect(cases).toHaveLength(texts.length * 5);
  const names = cases.map(({ name }) => name);
  const read = codecov(path);
  expect(read.map(({ name }) => name)).toEqual(names);
  const outcomes = ["failure", "skip", "skip", "pass", "error"];
  expect(read.map(({ outcome }) => outcome)).toEqual(texts.flatMap(() => outcomes));
  const third = await xml2js(xml);
  expect(third.map(({ name }) => name)).toEqual(names);
  const results = ["failed", "skipped", "skipped", "success", "failed"];
  expect(third.map(({ result }) => result)).toEqual(texts.flatMap(() => results));
  expect(jenkinsProblems(path).filter((problem) => !/attribute '(?:file|line)'/.test(problem))).toEqual([]);
});

it("coverage of hostile names is valid Cobertura with a class for each", () => {
  const files = texts.map((path) => ({
    path: `d/${path}`,
    importPath: path,
    lines: Int32Array.of(1, 2),
    hits: Int32Array.of(1, 0),
    covered: 1,
  }));
  const path = file("cobertura.xml", [...writeCobertura(files, 0)].join(""));
  expect(againstDtd(path, join(import.meta.dirname, "support/coverage-04.dtd"))).toEqual({
    ...{ status: 0, stdout: "", stderr: "" },
  });
  expect(run("xmllint", ["--xpath", "count(//class)", path]).stdout.trim()).toBe(`${texts.length}`);
});

it("lcov reads every record whose name its format can hold", () => {
  const files = texts.map((path) => ({
    path: `d/${path}`,
    importPath: path,
    lines: Int32Array.of(1, 2),
    hits: Int32Array.of(1, 0),
    covered: 1,
  }));
  const held = files.filter(({ path }) => !/[\r\n]/.test(path)).length;
  const { stdout, stderr } = run("lcov", ["--summary", file("lcov.info", [...writeLcov(files)].join(""))]);
  expect(`${stdout}${stderr}`).toContain(`(${held} of ${held * 2} lines)`);
});

it("SARIF of hostile names is valid for code scanning", () => {
  const findings = texts.map((text, index) =>
    finding({ source: "lint", path: `d/x${text.replaceAll("/", "|")}`, title: text, message: text, line: index + 1 }),
  );
  const log = sarifOf("lint", [stage("lint", { status: "failed", findings })], context, ({ column }) => column);
  const path = file("lint.sarif", JSON.stringify(log));
  const problems = sarifProblems([path], join(dir, "log.sarif"));
  expect(problems.filter((problem) => problem.startsWith("error"))).toEqual([]);
});
