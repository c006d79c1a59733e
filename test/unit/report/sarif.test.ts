import { describe, expect, it } from "vitest";
import * as z from "zod";
import { kindsOf } from "../../../src/gates/index.ts";
import type { Report, StageResult } from "../../../src/model/report.ts";
import { type ColumnOf, maxResults, sarifOf } from "../../../src/report/sarif.ts";
import { sarif } from "../../../src/report/targets/sarif.ts";
import { makeConfig } from "../../support/config.ts";
import { noFiles } from "../../support/no-files.ts";
import { createMemoryPlatform } from "./memory-platform.ts";
import { context, everyStatus, finding, green, hostile, hostileTexts, localContext, stage } from "./reports.ts";

const text = z.object({ text: z.string() });
const note = z.object({ level: z.string(), message: text });
const logSchema = z.object({
  runs: z.tuple([
    z.object({
      tool: z.object({
        driver: z.object({ name: z.string(), rules: z.array(z.object({ id: z.string(), shortDescription: text })) }),
      }),
      automationDetails: z.object({ id: z.string() }),
      versionControlProvenance: z.array(z.object({ repositoryUri: z.string(), revisionId: z.string() })).optional(),
      invocations: z.tuple([
        z.object({ executionSuccessful: z.boolean(), toolExecutionNotifications: z.array(note).optional() }),
      ]),
      results: z.array(
        z.object({
          ruleId: z.string(),
          ruleIndex: z.int(),
          level: z.string(),
          message: text,
          locations: z.tuple([
            z.object({
              physicalLocation: z.object({
                artifactLocation: z.object({ uri: z.string(), uriBaseId: z.literal("%SRCROOT%") }),
                region: z.object({ startLine: z.int(), startColumn: z.int().optional() }).optional(),
              }),
            }),
          ]),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ]),
});

/** Of lines without anything but ASCII. */
const asItIs: ColumnOf = ({ column }) => column;

function runOf(gate: string, stages: readonly StageResult[], how = context) {
  return logSchema.parse(sarifOf(gate, stages, how, asItIs)).runs[0];
}

const failed = (gate: string, findings: StageResult["findings"], over: Partial<StageResult> = {}): StageResult =>
  stage(gate, { status: "failed", reason: "found something", findings, ...over });

describe("a log", () => {
  it("has a result with rule, region and a path of the repository", () => {
    const { results, tool } = runOf("vet", [failed("vet", [finding()])]);
    expect(results).toMatchObject([
      {
        ...{ ruleId: "vet", ruleIndex: 0, level: "error" },
        message: { text: "fmt.Printf format %d has arg name of wrong type string" },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "greet/greet.go", uriBaseId: "%SRCROOT%" },
              region: { startLine: 12, startColumn: 5 },
            },
          },
        ],
      },
    ]);
    expect(tool.driver).toMatchObject({
      name: "Go pipeline vet",
      rules: [{ id: "vet", shortDescription: { text: "go vet." } }],
    });
  });

  it("names the linter and the advisory as the rule", () => {
    const lint = finding({ source: "lint", title: "errcheck", message: "not checked (errcheck)" });
    const vulnerable = finding({ source: "vulncheck", title: "GO-2022-1059" });
    const other = { ...lint, title: "unused", line: 3 };
    const { results, tool } = runOf("lint", [failed("lint", [lint, vulnerable, other, { ...lint, line: 40 }])]);
    expect(results.map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex])).toEqual([
      ["lint/errcheck", 0],
      ["lint/unused", 1],
      ["lint/errcheck", 0],
      ["vulncheck/GO-2022-1059", 2],
    ]);
    expect(tool.driver.rules.map(({ shortDescription }) => shortDescription.text)).toEqual([
      "golangci-lint: errcheck.",
      "golangci-lint: unused.",
      "Vulnerabilities: GO-2022-1059.",
    ]);
  });

  it("is empty where nothing was found, so that alerts are closed", () => {
    const { results, invocations } = runOf("vet", [stage("vet")]);
    expect([results, invocations]).toEqual([[], [{ executionSuccessful: true }]]);
  });

  it.each(["errored", "cancelled", "blocked"] as const)(
    "is not made of what was %s, which would close alerts",
    (status) => {
      const stages = [stage("build:linux/amd64", { gate: "build" }), stage("build:js/wasm", { gate: "build", status })];
      expect(sarifOf("build", stages, context, asItIs)).toBeNull();
    },
  );

  it("is not made of what did not run, nor of gates that look at no files", () => {
    expect(sarifOf("vet", [stage("vet", { status: "disabled" })], context, asItIs)).toBeNull();
    expect(sarifOf("vet", [stage("vet", { status: "skipped" })], context, asItIs)).toBeNull();
    expect(sarifOf("deliver", [stage("deliver")], context, asItIs)).toBeNull();
    expect([kindsOf("deliver"), kindsOf("no such gate")]).toEqual([[], []]);
    expect(
      sarifOf("vet", [stage("vet"), stage("lib#vet", { gate: "vet", status: "skipped" })], context, asItIs),
    ).not.toBeNull();
  });

  it("says the same of a gate on `warn` that was stopped", () => {
    const { invocations } = runOf("lint", [stage("lint", { status: "warned", reason: "stopped after 30m" })]);
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: "warning", message: { text: "lint: stopped after 30m" } }],
      },
    ]);
  });

  it("says that what failed without a finding may not have looked at everything", () => {
    const { invocations } = runOf("vet", [failed("vet", [], { reason: "stopped after 30m" })]);
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: "error", message: { text: "vet: stopped after 30m" } }],
      },
    ]);
  });

  it("has what is at no place of the repository as a notification", () => {
    const found = [finding({ path: null, line: null }), finding({ path: "../else.go" }), finding({ path: "/abs.go" })];
    const { results, invocations } = runOf("vet", [failed("vet", found)]);
    expect(results).toEqual([]);
    const told = `go vet: ${finding().message}`;
    expect(invocations[0].toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([told, told, told]);
  });

  it("has no errors of a stage that only warns, and the same finding of several stages once", () => {
    const { results } = runOf("vet", [
      failed("vet", [finding()], { status: "warned" }),
      failed("lib#vet", [finding()], { gate: "vet", status: "warned" }),
    ]);
    expect(results.map(({ level }) => level)).toEqual(["warning"]);
  });

  it("keeps a fingerprint when the finding moves, and tells apart what is alike", () => {
    const prints = (lines: readonly number[]) =>
      runOf("vet", [
        failed(
          "vet",
          lines.map((line) => finding({ line })),
        ),
      ]).results.map(({ partialFingerprints }) => partialFingerprints["goPipelineFinding/v1"] ?? "");
    expect(prints([12])).toEqual(prints([99]));
    expect(new Set(prints([12, 99])).size).toBe(2);
    expect(prints([12])[0]).toMatch(/^[0-9a-f]{32}:1$/);
  });

  it("keeps to the limits of code scanning, the gravest first, and says what was left out", () => {
    const many = Array.from({ length: maxResults + 2 }, (_, index) =>
      finding({ line: index + 1, severity: index < 3 ? "warning" : "error", message: "x".repeat(5_000) }),
    );
    const { results, invocations } = runOf("vet", [failed("vet", many)]);
    expect(results).toHaveLength(maxResults);
    expect(results.filter(({ level }) => level === "warning")).toHaveLength(1);
    expect(results[0]?.message.text).toHaveLength(1_000);
    expect(invocations[0].toolExecutionNotifications).toEqual([
      { level: "note", message: { text: "2 more results are in report.json" } },
    ]);
  });

  it("says where the repository is, as far as that is known", () => {
    const where = { repositoryUri: "https://github.com/acme/greeter", revisionId: context.source?.sha };
    expect(runOf("vet", [stage("vet")]).versionControlProvenance).toEqual([where]);
    expect(runOf("vet", [stage("vet")], localContext).versionControlProvenance).toBeUndefined();
  });

  it("says of a diff what is to be done, not the diff", () => {
    const diff = finding({
      source: "format",
      title: "not formatted by gofmt",
      message: "--- a\n+++ b\n",
      column: null,
    });
    expect(runOf("format", [failed("format", [diff])]).results[0]).toMatchObject({
      ruleId: "format",
      message: { text: "not formatted by gofmt" },
    });
    const nothing = finding({ source: "vet", message: " " });
    expect(runOf("vet", [failed("vet", [nothing])]).results[0]?.message.text).toBe("found");
  });

  it("holds nothing of hostile names but characters, and addresses that stay below the root", () => {
    const found = hostileTexts.map((said, index) =>
      finding({
        source: index % 2 === 0 ? "lint" : "vet",
        path: `a/x${said.replaceAll("/", "|")}`,
        title: said,
        message: said,
        line: index + 1,
      }),
    );
    const { results, tool } = runOf("lint", [failed("lint", found)]);
    expect(results).toHaveLength(hostileTexts.length);
    const uris = results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation.uri);
    expect(uris.filter((uri) => !/^a\/[\w.~%/-]*$/.test(uri))).toEqual([]);
    const all = JSON.stringify([results, tool]);
    expect(all).not.toMatch(/\\u001b|\u202e|\\u0000/);
    expect(tool.driver.rules.filter(({ id }) => id.length > 130)).toEqual([]);
  });
});

describe("the files", () => {
  async function filesOf(report: Report): Promise<readonly string[]> {
    const written: string[] = [];
    const write = async (name: string, content: string): Promise<void> => {
      logSchema.parse(JSON.parse(content));
      written.push(name);
    };
    await sarif.show({ report, context, platform: createMemoryPlatform(), config: makeConfig(), write, ...noFiles });
    return written;
  }

  it("are one per gate that looked at files", async () => {
    const names = ["deps", "format", "vet", "test", "build", "image", "smoke"];
    expect(await filesOf(green)).toEqual(names.map((name) => `sarif/${name}.sarif`));
    expect(await filesOf(everyStatus)).toEqual(["sarif/deps.sarif", "sarif/format.sarif", "sarif/vet.sarif"]);
  });

  it("count columns in UTF-16 units where the line is known, and name none where it is not", async () => {
    const lines = ['\tx := "äé😀" + y', "\tplain + y"];
    const at = (line: number, column: number, path = "a.go") => finding({ path, line, column });
    // Of `y` on both lines; behind the end of a line; in a file that is no source.
    const findings = [at(1, 20), at(2, 10), at(2, 40), at(1, 2, "b.yml")];
    const report = { ...green, stages: [failed("vet", findings)] };
    const regions: unknown[] = [];
    const source = (path: string) => (path === "a.go" ? { text: lines.join("\n"), runs: [] } : null);
    const write = async (_: string, content: string): Promise<void> => {
      const { results } = logSchema.parse(JSON.parse(content)).runs[0];
      regions.push(...results.map(({ locations }) => locations[0].physicalLocation.region));
    };
    const platform = createMemoryPlatform();
    const evidence = { ...noFiles.evidence, source };
    await sarif.show({ ...{ report, context, platform, config: makeConfig(), write }, ...noFiles, evidence });
    expect(regions).toEqual([
      { startLine: 1, startColumn: 16 },
      { startLine: 2, startColumn: 10 },
      { startLine: 2 },
      { startLine: 1 },
    ]);
  });

  it("have names that are names", async () => {
    const how = { ...context, kindsOf: () => kindsOf("vet") };
    const written: string[] = [];
    const write = async (name: string): Promise<void> => void written.push(name);
    const report = { ...hostile, stages: [stage("x", { gate: "../<b>|own" })] };
    await sarif.show({
      report,
      context: how,
      platform: createMemoryPlatform(),
      config: makeConfig(),
      write,
      ...noFiles,
    });
    expect(written).toEqual(["sarif/..--b--own.sarif"]);
  });
});
