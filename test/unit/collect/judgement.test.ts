import { describe, expect, it } from "vitest";
import { exitFailure, type Judgement, stageResult } from "../../../src/gates/judgement.ts";
import type { StepOutcome } from "../../../src/model/outcome.ts";

import type { Stage } from "../../../src/model/stage.ts";
import { makePlan } from "../../support/facts.ts";
import { command } from "../../support/fake-engine.ts";

const [deps] = makePlan().stages;

const ended: StepOutcome = {
  stage: "deps",
  end: "exited",
  problem: null,
  startedAt: new Date("2026-01-02T03:04:05Z"),
  durationMs: 7,
  cached: false,
  commands: [command(0)],
  resultDir: "/r",
  image: null,
};

function judge(outcome: Partial<StepOutcome>, judgement: Partial<Judgement> = {}, stage: Partial<Stage> = {}) {
  if (deps === undefined) throw new Error("empty plan");
  const { status, reason } = stageResult(
    { ...deps, ...stage },
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

  it("names the platform of a stage that has one", () => {
    const build = makePlan().stages.find(({ kind }) => kind === "build");
    if (build === undefined) throw new Error("no build stage");
    expect(stageResult(build, ended, { failure: null, findings: [] }).platform).toBe("linux/amd64");
  });

  it("names the limit that was reached", () => {
    expect(judge({ end: "timed-out" })).toEqual(["failed", "stopped at its time limit of 30m0s (input `timeout`)"]);
  });

  it("keeps an environment's fault apart from the repository's", () => {
    expect(judge({}, { failure: "the proxy does not answer", broken: true })).toEqual([
      "errored",
      "the proxy does not answer",
    ]);
  });

  it("lets a smoke test warn and go on", () => {
    expect(judge({}, { warning: "exited with 2" })).toEqual(["warned", "exited with 2"]);
  });
});

describe("exitFailure", () => {
  const outcome = (exitCode: number | null, signal: string | null = null) =>
    exitFailure("go vet", { ...ended, commands: [{ ...command(0), exitCode, signal }] });

  it("says how a tool ended that gave no reason", () => {
    expect(outcome(0)).toBeNull();
    expect(outcome(2)).toBe("go vet exited with 2");
    expect(outcome(null)).toBe("go vet was ended by a signal");
    expect(exitFailure("go vet", { ...ended, commands: [] })).toBe("go vet did not run");
    expect(outcome(null, "SIGKILL")).toBe("go vet was ended by SIGKILL");
  });
});
