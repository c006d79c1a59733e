import { join } from "node:path";
import {
  expectedCounts,
  failEvery,
  fullSize,
  packageDir,
  packagePath,
  type ScaleSize,
  skipEvery,
} from "../../../bench/scale/size.ts";
import { functionsPerFile, profileStream, sourceFile } from "../../../bench/scale/streams.ts";
import { writePieces } from "../../../src/files/text-file.ts";
import { coveredFiles } from "../../../src/go/coverage/files.ts";
import { createProfileReader } from "../../../src/go/coverage/profile.ts";
import { runsOf } from "../../../src/go/coverage/spans.ts";
import { summarizeCoverage } from "../../../src/go/coverage/summary.ts";
import { type Evidence, noEvidence } from "../../../src/model/evidence.ts";
import type { Report, TestPackage, TestResult } from "../../../src/model/report.ts";
import { pagePieces } from "../../../src/report/page/page.ts";
import type { ReportContext } from "../../../src/report/target.ts";
import { context, failedTest, failingTests, finding, stage, testPackage } from "../../unit/report/reports.ts";

/** Writes report.html of a report; answers its path. */
export async function writeReportPage(
  dir: string,
  report: Report,
  evidence: Evidence = noEvidence,
  over: Partial<ReportContext> = {},
): Promise<string> {
  const path = join(dir, "report.html");
  await writePieces(path, pagePieces({ report, context: { ...context, ...over }, evidence }));
  return path;
}

/** Names that would do something where they are not escaped. */
export const hostileNames = [
  "</script><script>alert(1)</script>",
  "<img src=https://evil.example/x onerror=alert(1)>",
  "<!--<script>",
  "javascript:alert(1)",
  "\u202egnp.exe\u2066",
  "a|b`c`\n::error::d",
  "%%{init: {}}%% graph TD; A-->B; click A callback",
  "' onmouseover='alert(1)",
  "constructor",
  "__proto__",
  "long".repeat(2_500),
];

/** A report that has them everywhere: tests, packages, files, logs, stages, reasons. */
export function hostileReport(): { readonly report: Report; readonly evidence: Evidence } {
  const text = hostileNames.join("\n");
  const tests: readonly TestResult[] = hostileNames.map((name) => ({
    ...{ name, status: "failed", durationMs: 1, reason: name },
    attributes: [{ key: name, value: name }],
    artifacts: [name],
  }));
  const failures = hostileNames.map((name) => failedTest({ name, output: text, path: `${name}.go`, command: name }));
  const packages: readonly TestPackage[] = hostileNames.map((name) =>
    testPackage(name, { status: "failed", reason: name, failed: tests.length, failures, tests }),
  );
  const files = hostileNames.map((name) => ({
    path: `${name}.go`,
    ...{ percent: 50, covered: 1, statements: 2 },
    uncovered: [[1, 1] as [number, number]],
  }));
  const counts = { percent: 50, covered: files.length, statements: files.length * 2 };
  const coverage = {
    ...counts,
    missing: hostileNames,
    files,
    packages: hostileNames.map((importPath) => ({ importPath, percent: 50, covered: 1, statements: 2 })),
  };
  const stages = hostileNames.map((id) =>
    stage(id, {
      ...{ status: "failed", reason: id, command: id },
      findings: [finding({ path: `${id}.go`, title: id, message: text, source: id })],
    }),
  );
  const tally = { passed: 0, failed: 121, skipped: 0, flaky: 0, interrupted: 0, packages };
  return {
    report: {
      ...failingTests,
      ...{ stages, reasons: hostileNames, warnings: hostileNames },
      traceUrl: "javascript:alert(1)",
      modules: [{ dir: ".", path: hostileNames[0] ?? "", goVersion: "go1.26.8", tests: tally, coverage }],
      totals: { tests: tally, coverage, patch: null },
    },
    evidence: {
      sourceSize: () => text.length,
      source: () => ({ text, runs: [text.length, 0] }),
      log: () => Promise.resolve({ path: "logs/x.log", bytes: 5, head: text, tail: text }),
    },
  };
}

/** What `npm run bench:scale` makes of its streams, without the streams of tests: 5,000 packages, 200,000 tests. */
export function scaleReport(full: ScaleSize = fullSize): { readonly report: Report; readonly evidence: Evidence } {
  const size = { ...full, profileBytes: full.profileBytes / full.profileCopies, profileCopies: 1 };
  const functions = functionsPerFile(size);
  const reader = createProfileReader();
  for (const piece of profileStream(size)) for (const line of piece.split("\n")) reader.line(line);
  const source = { root: "/r", modules: [{ dir: ".", path: "example.com/scale" }] };
  const covered = coveredFiles(reader.end(), { ...source, cwd: ".", exclude: [] });
  const coverage = { ...summarizeCoverage(covered), missing: [] };
  const byPath = new Map(covered.map((file) => [file.path, file]));
  const textOf = (path: string): string => sourceFile(path.includes("cmd/") ? "main" : "pkg", functions);
  const packages = Array.from({ length: size.packages }, (_, index) => scalePackage(index, size));
  const tests = { ...expectedCounts(size), flaky: 0, interrupted: 0, packages };
  return {
    report: {
      ...failingTests,
      modules: [{ dir: ".", path: "example.com/scale", goVersion: "go1.26.8", tests, coverage }],
      totals: { tests, coverage, patch: null },
    },
    evidence: {
      ...noEvidence,
      sourceSize: (path) => (byPath.has(path) ? textOf(path).length : null),
      source: (path) => {
        const text = textOf(path);
        const blocks = [...(byPath.get(path)?.blocks ?? [])];
        return { text, runs: runsOf(text, blocks) };
      },
    },
  };
}

function scalePackage(index: number, { packages, tests }: ScaleSize): TestPackage {
  const all: TestResult[] = [];
  for (let test = index; test < tests; test += packages) {
    const number = test + 1;
    const status = number % failEvery === 0 ? "failed" : number % skipEvery === 0 ? "skipped" : "passed";
    all.push({ name: `Test${test}`, status, durationMs: 10 });
  }
  const failed = all.filter(({ status }) => status === "failed");
  const output = `${"output of a test ".repeat(300)}\n`;
  const path = `${packageDir(index)}/code_test.go`;
  return testPackage(packagePath(index), {
    status: failed.length > 0 ? "failed" : "passed",
    tests: all,
    failures: failed.map(({ name }) => failedTest({ name, output, path, line: 5 })),
  });
}
