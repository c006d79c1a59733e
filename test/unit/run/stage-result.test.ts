import { describe, expect, it } from "vitest";
import type { Judgement } from "../../../src/model/judgement.ts";
import type { StepOutcome } from "../../../src/model/outcome.ts";
import type { Stage } from "../../../src/model/stage.ts";
import { notRunResult, stageResult, unknownBase } from "../../../src/run/stage-result.ts";
import { command } from "../../support/fake-engine.ts";
import { makeOutcome, makeStage } from "../../support/stages.ts";
import { execStep } from "../../support/steps.ts";

const startedAt = new Date("2026-01-02T03:04:05Z");
const ended = makeOutcome("deps", { startedAt, durationMs: 7, commands: [command(0)] });

function judge(outcome: Partial<StepOutcome>, judgement: Partial<Judgement> = {}, stage: Partial<Stage> = {}) {
  const { status, reason } = stageResult(
    makeStage("deps", { step: execStep({ timeoutMs: 1_800_000 }), ...stage }),
    { ...ended, ...outcome },
    { failure: null, findings: [], ...judgement },
  );
  return [status, reason];
}

describe("stageResult", () => {
  it("passes, or fails with its reason", () => {
    expect(judge({})).toEqual(["passed", null]);
    expect(judge({}, { failure: "2 errors" })).toEqual(["failed", "2 errors"]);
  });

  it("adds what was known from planning", () => {
    expect(judge({}, {}, { failure: "needs cgo" })).toEqual(["failed", "needs cgo"]);
    expect(judge({}, { failure: "1 error" }, { failure: "needs cgo" })).toEqual(["failed", "1 error; needs cgo"]);
  });

  it("turns a failure into a warning where the stage only warns, but never an engine's fault", () => {
    expect(judge({}, { failure: "x" }, { warnOnly: true })).toEqual(["warned", "x"]);
    const problem = { message: "engine lost", remedy: "Run it again." };
    expect(judge({ end: "errored", problem }, {}, { warnOnly: true })).toEqual([
      "errored",
      "engine lost Run it again.",
    ]);
  });

  it("keeps how a step ended without running, and turns no such end into a warning", () => {
    const problem = { message: "deps failed", remedy: "" };
    expect(judge({ end: "blocked", problem }, {}, { warnOnly: true })).toEqual(["blocked", "deps failed"]);
    expect(judge({ end: "blocked" })).toEqual(["blocked", null]);
    expect(judge({ end: "cancelled", problem })).toEqual(["cancelled", "deps failed"]);
    expect(judge({ end: "cancelled" }, { failure: "x" })).toEqual(["cancelled", "the run was cancelled"]);
    expect(judge({ end: "errored" })).toEqual(["errored", null]);
    expect(judge({ end: "timed-out" }, {}, { step: { status: "skipped", reason: "x" } })).toEqual([
      "failed",
      "stopped at its time limit (input `timeout`)",
    ]);
  });

  it("names the variant of a stage that has one", () => {
    const build = makeStage("build:linux/amd64");
    expect(stageResult(build, ended, { failure: null, findings: [] }).variant).toBe("linux/amd64");
  });

  it("names the limit that was reached", () => {
    expect(judge({ end: "timed-out" })).toEqual(["failed", "stopped at its time limit of 30m0s (input `timeout`)"]);
    const overtime = "tool did not end within 30 s";
    expect(judge({ end: "timed-out" }, { failure: overtime, overtime })).toEqual(["failed", overtime]);
  });

  it("keeps an environment's fault apart from the repository's", () => {
    expect(judge({}, { failure: "the proxy does not answer", broken: true })).toEqual([
      "errored",
      "the proxy does not answer",
    ]);
  });

  it("lets a smoke test warn and go on", () => {
    expect(judge({}, { warning: "exited with 2" })).toEqual(["warned", "exited with 2"]);
    expect(judge({}, { skipped: "no test files" })).toEqual(["skipped", "no test files"]);
    expect(judge({}, { skipped: "no test files", failure: "build failed" })).toEqual(["failed", "build failed"]);
  });
});

describe("notRunResult", () => {
  const stage = makeStage("build:linux/arm/v7", { module: "tools", needs: ["deps"], command: "go build ./..." });

  it("says what is known of a stage that did not run", () => {
    expect(notRunResult(stage, "blocked", "deps did not pass")).toEqual({
      id: "build:linux/arm/v7",
      gate: "build",
      module: "tools",
      variant: "linux/arm/v7",
      status: "blocked",
      startedAt: null,
      durationMs: 0,
      cached: false,
      reason: "deps did not pass",
      findings: [],
      command: "go build ./...",
    });
    expect(notRunResult({ ...stage, variant: null }, "blocked", "").variant).toBe(null);
  });

  it("never lets a stage that only warns fail, and leaves every other status", () => {
    expect(notRunResult(stage, "failed", "").status).toBe("failed");
    const warnOnly = { ...stage, warnOnly: true };
    expect(notRunResult(warnOnly, "failed", "").status).toBe("warned");
    expect(notRunResult(warnOnly, "cancelled", "").status).toBe("cancelled");
  });
});

describe("a base that cannot be had", () => {
  const change = { limited: true, patch: null, problem: "no base", notes: [] };
  const judged = makeStage("test");
  const told = (...[stage, found, named]: Parameters<typeof unknownBase>) => {
    const { results, warnings } = unknownBase(stage, found, named);
    return [results.map(({ id, module, status, reason, command }) => [id, module, status, reason, command]), warnings];
  };

  it("breaks what was asked for, where one was named", () => {
    expect(told(judged, change, true)).toEqual([[["test:patch", null, "errored", "no base", ""]], []]);
    const warning = makeStage("test", { warnOnly: true });
    expect(told(warning, change, true)).toEqual([[["test:patch", null, "warned", "no base", ""]], []]);
  });

  it("is a warning where none was named", () => {
    expect(told(judged, change, false)).toEqual([[], ["the patch threshold is held against nothing: no base"]]);
  });

  it("is nobody's concern without a limit, without a change, and where it is there", () => {
    const nothing = [[], []];
    expect(told(judged, { ...change, limited: false }, true)).toEqual(nothing);
    expect(told(judged, { ...change, problem: null }, true)).toEqual(nothing);
    expect(told(judged, null, true)).toEqual(nothing);
  });
});
