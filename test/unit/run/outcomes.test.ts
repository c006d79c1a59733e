import { aroundEach, describe, expect, it } from "vitest";
import type { SettledStage } from "../../../src/model/events.ts";
import type { StepOutcome } from "../../../src/model/outcome.ts";

import type { Stage } from "../../../src/model/stage.ts";
import { notRunResult } from "../../../src/run/stage-result.ts";

import { FakeEngine } from "../../support/fake-engine.ts";
import { inTurns } from "../../support/waiting.ts";
import { ended, red, settle, stage, start, statuses } from "./rig.ts";

// A scheduler that waits for nothing shows as a test that hangs.
describe("what runPlan makes of an engine's answers", () => {
  aroundEach(inTurns);

  it("keeps the reason of a stage that ends for one of its own while the rest is stopped", async () => {
    const engine = new FakeEngine();
    const settled = (of: Stage, { end }: StepOutcome): Promise<SettledStage> =>
      Promise.resolve({
        result: notRunResult(of, end === "cancelled" ? "cancelled" : "failed", `own reason: ${end}`),
        log: null,
      });
    engine.run = async ({ step: { stage } }, _, signal) => {
      if (stage === "vet") await new Promise((resolve) => signal.addEventListener("abort", resolve));
      return ended(stage, "exited");
    };
    const { done } = start([stage("deps"), stage("vet")], engine, { settle: settled, failFast: true });
    expect((await done).map(({ reason }) => reason)).toEqual(["own reason: exited", "own reason: exited"]);
  });

  it("keeps what a cancelled stage says of itself when the run was cancelled from outside", async () => {
    const engine = new FakeEngine();
    const abort = new AbortController();
    const settled = (of: Stage): Promise<SettledStage> =>
      Promise.resolve({ result: notRunResult(of, "cancelled", "cancelled after 3 s"), log: null });
    const { done } = start([stage("deps")], engine, { signal: abort.signal, settle: settled });
    await engine.runs("deps");
    abort.abort();
    expect((await done)[0]?.reason).toBe("cancelled after 3 s");
  });

  it("turns an engine that throws into errored stages", async () => {
    const engine = new FakeEngine();
    engine.run = () => Promise.reject(new Error("connection lost"));
    const results = await start([stage("deps"), stage("test", ["deps"])], engine).done;
    expect(statuses(results)).toEqual({ deps: "errored", test: "blocked" });
    expect(results[0]?.reason).toBe("connection lost");
  });

  it("says of a step that was lost what is known of it", async () => {
    const engine = new FakeEngine();
    engine.run = () => Promise.reject(new Error("connection lost"));
    const outcomes: StepOutcome[] = [];
    const kept = (of: Stage, outcome: StepOutcome): Promise<SettledStage> => {
      outcomes.push(outcome);
      return settle(of, outcome);
    };
    await start([stage("deps")], engine, { settle: kept }).done;
    const remedy = "Run it again; if it persists, run with log-level: debug and report it.";
    expect(outcomes).toEqual([
      {
        ...ended("deps", "errored"),
        problem: { message: "connection lost", remedy },
        startedAt: expect.any(Date),
        resultDir: "/results/deps",
      },
    ]);
  });

  it("turns results that cannot be read into an errored stage", async () => {
    const engine = new FakeEngine();
    const { done } = start([stage("deps")], engine, { settle: () => Promise.reject(new Error("disk full")) });
    await engine.runs("deps");
    engine.end("deps");
    const [result] = await done;
    expect(result?.status).toBe("errored");
    expect(result?.reason).toBe("its results could not be read: disk full");
  });

  it("tells what happens while it happens", async () => {
    const engine = new FakeEngine();
    engine.run = async (_, sink) => {
      sink.progress("downloading");
      return ended("deps", "exited");
    };
    const { done, events } = start([stage("deps")], engine);
    const [result] = await done;
    expect(events).toEqual([
      { type: "stage-started", stage: "deps", at: expect.any(Date) },
      { type: "progress", stage: "deps", line: "downloading" },
      { type: "stage-finished", result, log: null },
    ]);
  });

  it("tells of every stage exactly once that it finished", async () => {
    const engine = new FakeEngine();
    const skipped = stage("format", [], { step: { status: "skipped", reason: "no Go files" } });
    const { done, events } = start([stage("deps"), skipped, stage("test", ["deps"])], engine);
    await engine.runs("deps");
    engine.end("deps", red);
    await done;
    const finished = events.flatMap((event) => (event.type === "stage-finished" ? [event.result.id] : []));
    expect(finished.sort()).toEqual(["deps", "format", "test"]);
  });
});
