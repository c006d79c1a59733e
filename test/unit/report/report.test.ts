import { describe, expect, it } from "vitest";
import { noEvidence } from "../../../src/model/evidence.ts";
import { reportSchema } from "../../../src/model/report.ts";
import { type CiPlatform, nothingKnown } from "../../../src/platform/platform.ts";
import { type ReportRequest, reportAll } from "../../../src/report/report.ts";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { makeConfig } from "../../support/config.ts";
import { createMemoryPlatform, type MemoryPlatform } from "./memory-platform.ts";
import { context, failingTests } from "./reports.ts";

interface Run {
  readonly platform: MemoryPlatform;
  readonly files: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

async function run(platformOver: Partial<CiPlatform> = {}, over: Partial<ReportRequest> = {}): Promise<Run> {
  const platform = createMemoryPlatform(platformOver);
  const files: Record<string, string> = {};
  const warnings = await reportAll({
    report: failingTests,
    reasons: context.reasons,
    platform,
    kinds: context.kinds,
    kindsOf: context.kindsOf,
    needs: context.needs,
    pathOf: context.pathOf,
    fixable: context.fixable,
    write: async (name, text) => {
      files[name] = text;
    },
    writePieces: async (name, pieces) => {
      let text = "";
      for await (const piece of pieces) text += piece;
      files[name] = text;
    },
    evidence: noEvidence,
    config: makeConfig(),
    ...over,
  });
  return { platform, files, warnings };
}

const lastLine = "✗ pipeline failed in 13 s";

describe("reportAll", () => {
  it("shows the result everywhere, the verdict last", async () => {
    const { platform, files, warnings } = await run();
    expect(warnings).toEqual([]);
    expect(reportSchema.parse(JSON.parse(files["report.json"] ?? ""))).toEqual(failingTests);
    expect(files["summary.md"]).toBe(renderSummary(failingTests, context));
    expect(files["report.html"]).toMatch(/^<!DOCTYPE html>/);
    expect(platform.summaries).toEqual([files["summary.md"]]);
    expect(platform.annotations.map(({ path, line }) => `${path}:${line}`)).toEqual([
      "internal/broken/broken.go:5",
      "greet/greet_test.go:31",
      "greet/cache.go:18",
    ]);
    expect(platform.outputs["conclusion"]).toBe("failure");
    expect(platform.printed.at(-1)).toBe(lastLine);
  });

  it("keeps summary.md when the job summary is switched off", async () => {
    const config = makeConfig({ summary: false, annotations: false });
    const { platform, files } = await run({}, { config });
    expect(files["summary.md"]).toMatch(/^## ❌ Go pipeline failed/);
    expect([platform.summaries, platform.annotations]).toEqual([[], []]);
  });

  it("links to no commit where none is known, and annotates nothing on a terminal", async () => {
    const { platform, files } = await run({ name: "local", context: nothingKnown });
    expect(files["summary.md"]).not.toContain("https://");
    expect(platform.annotations).toEqual([]);
  });

  const boom = (): never => {
    throw new Error("boom");
  };
  const rejects = async (): Promise<never> => boom();

  it.each<[name: string, platform: Partial<CiPlatform>, over: Partial<ReportRequest>, warning: string]>([
    [
      "report.json",
      {},
      { writePieces: async (name) => (name === "report.json" ? rejects() : undefined) },
      "The report.json could not be made: boom",
    ],
    [
      "summary.md",
      {},
      { write: async (name) => (name === "summary.md" ? rejects() : undefined) },
      "The job summary could not be made: boom",
    ],
    [
      "report.html",
      {},
      { writePieces: async (name) => (name === "report.html" ? rejects() : undefined) },
      "The report.html could not be made: boom",
    ],
    ["the job summary", { writeSummary: rejects }, {}, "The job summary could not be made: boom"],
    ["annotations", { annotate: boom }, {}, "The annotations could not be made: boom"],
    ["outputs", { setOutputs: rejects }, {}, "The step outputs could not be made: boom"],
  ])("goes on when %s break", async (name, platformOver, over, warning) => {
    const { platform, files, warnings } = await run(platformOver, over);
    expect(warnings).toEqual([warning]);
    expect(platform.printed).toContain(`warning: ${warning}`);
    expect(platform.printed.at(-1)).toBe(lastLine);
    if (name !== "outputs") expect(platform.outputs["conclusion"]).toBe("failure");
    if (name !== "the job summary") expect(platform.summaries).toHaveLength(1);
    if (name !== "annotations") expect(platform.annotations).toHaveLength(3);
    if (name === "the job summary") expect(files["summary.md"]).toBeDefined();
  });

  it("writes a report that departs from its schema, and says so", async () => {
    const { files, warnings } = await run({}, { report: { ...failingTests, durationMs: 0.5 } });
    expect(JSON.parse(files["report.json"] ?? "").durationMs).toBe(0.5);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(
      /^The report\.json could not be made: it was written but departs from its schema: durationMs: /,
    );
  });
});
