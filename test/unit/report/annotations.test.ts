import { describe, expect, it } from "vitest";
import { kinds } from "../../../src/gates/index.ts";
import type { Annotation } from "../../../src/model/annotation.ts";
import type { Reason } from "../../../src/model/reason.ts";
import type { Finding, Report } from "../../../src/model/report.ts";
import { annotationsOf as annotate, maxMessage } from "../../../src/report/targets/annotations.ts";
import { hostileModules } from "./module-reports.ts";
import { cancelledRun, errorRun, everyStatus, failingTests, finding, green, hostile, stage } from "./reports.ts";
import { isCommand, runnerLines } from "./runner-oracle.ts";

const annotationsOf = (report: Report, reasons: readonly Reason[] = []): readonly Annotation[] =>
  annotate(report, { kinds, reasons });

function withStages(...stages: Report["stages"]): Report {
  return { ...green, conclusion: "failure", stages };
}

function failed(id: string, ...findings: readonly Finding[]): Report["stages"][number] {
  return stage(id, { status: "failed", reason: "it failed", findings, command: `go ${id} ./...` });
}

describe("annotationsOf", () => {
  it("is empty for a run without trouble", () => {
    expect(annotationsOf(green)).toEqual([]);
  });

  it("points at the line and ends with the command", () => {
    expect(annotationsOf(withStages(failed("vet", finding())))).toEqual([
      {
        level: "error",
        title: "go vet",
        message: "fmt.Printf format %d has arg name of wrong type string\n\nReproduce: go vet ./...",
        path: "greet/greet.go",
        line: 12,
        column: 5,
      },
    ]);
  });

  it("ranks what keeps the rest from working first, and errors before warnings", () => {
    const sources = ["coverage", "smoke", "dockerfile", "format", "race", "test", "vet", "deps", "compile"] as const;
    const findings = sources.map((source, index) => finding({ source, line: index + 1, title: source }));
    const report = withStages(
      stage("format", { status: "warned", findings: [finding({ source: "compile", line: 90, title: "a warning" })] }),
      failed("x", ...findings),
    );
    expect(annotationsOf(report).map(({ level, title }) => `${level} ${title}`)).toEqual([
      "error compile",
      "error deps",
      "error vet",
      "error race",
      "error test",
      "error format",
      "error dockerfile",
      "error smoke",
      "error coverage",
      "warning a warning",
    ]);
  });

  it("tells the same finding of several stages once", () => {
    expect(annotationsOf(failingTests).filter(({ message }) => message.startsWith("undefined: missing"))).toHaveLength(
      1,
    );
  });

  it("keeps ten of each level and counts the rest in one notice", () => {
    const many = (severity: "error" | "warning") =>
      Array.from({ length: 500 }, (_, index) => finding({ severity, line: index + 1, message: severity }));
    const annotations = annotationsOf(withStages(failed("vet", ...many("warning"), ...many("error"))));
    expect(annotations.map(({ level }) => level)).toEqual([
      ...Array.from({ length: 10 }, () => "error"),
      ...Array.from({ length: 10 }, () => "warning"),
      "notice",
    ]);
    expect(annotations.slice(0, 10).map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(annotations.at(-1)?.message).toBe("980 more findings in the job summary and in report.json.");
  });

  it("gives a stage in trouble without a finding one of its own", () => {
    const report = withStages(
      stage("test", { status: "failed", reason: "timed out after 30 min", command: "go test ./..." }),
      stage("format", { status: "warned", reason: null, command: "" }),
      stage("image", { status: "errored", reason: "no daemon", command: "docker build ." }),
      stage("smoke", { status: "blocked", reason: "image errored" }),
    );
    expect(annotationsOf(report)).toEqual([
      {
        level: "error",
        title: "test failed",
        message: "timed out after 30 min\n\nReproduce: go test ./...",
        path: null,
        line: null,
        column: null,
      },
      {
        level: "error",
        title: "image could not finish",
        message: "no daemon\n\nReproduce: docker build .",
        path: null,
        line: null,
        column: null,
      },
      { level: "warning", title: "format failed", message: "failed", path: null, line: null, column: null },
    ]);
  });

  it("tells what broke outside of any stage", () => {
    const stageReason: Reason = { kind: "stage", stage: "vet", status: "failed", said: "2 findings" };
    const reasons: readonly Reason[] = [{ kind: "environment", problem: "no space left" }, stageReason];
    expect(annotationsOf(errorRun, reasons).map(({ title, message }) => [title, message])).toEqual([
      ["The pipeline could not finish", "no space left"],
    ]);
    const titles = (told: readonly Reason[]) => annotationsOf(everyStatus, told).map(({ title }) => title);
    expect(titles([stageReason])).not.toContain("The pipeline could not finish");
    // Also beside a stage that broke.
    expect(titles(reasons)).toEqual(
      expect.arrayContaining(["The pipeline could not finish", "image could not finish"]),
    );
    expect(annotationsOf(cancelledRun, [{ kind: "cancelled" }, ...reasons])).toEqual([]);
  });

  it("cuts the message to what the runner takes and keeps the command", () => {
    const [annotation] = annotationsOf(withStages(failed("vet", finding({ message: "世世世\n".repeat(5_000) }))));
    expect(annotation?.message).toHaveLength(maxMessage);
    expect(annotation?.message.endsWith("…\n\nReproduce: go vet ./...")).toBe(true);
  });

  it.each([
    "/etc/passwd",
    "../up.go",
    "a/../b.go",
    "./a.go",
    "a//b.go",
    "C:/a.go",
    "a\\b.go",
    "a\nb.go",
    "a\u001b[0m.go",
    "",
  ])("drops the path %j and its position, and keeps the finding", (path) => {
    const [annotation] = annotationsOf(withStages(failed("vet", finding({ path }))));
    expect([annotation?.path, annotation?.line, annotation?.column]).toEqual([null, null, null]);
    expect(annotation?.message).toContain("wrong type string");
  });

  it("drops a column without a line", () => {
    const [annotation] = annotationsOf(withStages(failed("vet", finding({ line: null, column: 5 }))));
    expect([annotation?.path, annotation?.line, annotation?.column]).toEqual(["greet/greet.go", null, null]);
  });

  it("names the module where there are several, within what a title may take", () => {
    const long = "dir/".repeat(40);
    const dirs = [".", "tools/gen", long, "a\n::error::b"];
    const modules = dirs.map((dir) => ({ dir, path: null, goVersion: null, tests: null, coverage: null }));
    const stages = dirs.map((module, index) =>
      stage(`${index}#vet`, {
        ...{ module, status: "failed", command: "go vet" },
        findings: [finding({ line: index + 1, title: index === 2 ? "x".repeat(300) : "go vet" })],
      }),
    );
    const timedOut = stage("tools/gen#test", { module: "tools/gen", status: "failed", reason: "timed out" });
    const report = { ...withStages(...stages, timedOut), modules };
    const titles = annotationsOf(report).map(({ title }) => title);
    expect(titles).toEqual([
      "go vet (module .)",
      "go vet (module tools/gen)",
      `${"x".repeat(59)}… (module dir/dir/dir/dir/dir/dir/d…dir/dir/dir/dir/dir/dir/)`,
      "go vet (module a \\::error::b)",
      "tools/gen#test failed",
    ]);
    expect(titles.filter((title) => title.length > 120 || isCommand(title))).toEqual([]);
    const all = annotationsOf(hostileModules);
    expect(
      all
        .flatMap(({ title, message }) => [title, message])
        .flatMap(runnerLines)
        .filter(isCommand),
    ).toEqual([]);
    expect(all.filter(({ title }) => title.length > 120 || title.includes("\n"))).toEqual([]);
  });

  it("holds no command of the runner and stays short whatever the report holds", () => {
    const annotations = annotationsOf(hostile);
    const texts = annotations.flatMap(({ title, message }) => [title, message]);
    expect(texts.flatMap((text) => runnerLines(text)).filter(isCommand)).toEqual([]);
    expect(annotations.filter(({ title }) => title.length > 120 || title.includes("\n"))).toEqual([]);
    expect(annotations.filter(({ message }) => message.length > maxMessage)).toEqual([]);
  });
});
