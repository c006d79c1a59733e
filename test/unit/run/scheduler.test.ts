import { getEventListeners } from "node:events";
import { aroundEach, describe, expect, it } from "vitest";
import type { SettledStage } from "../../../src/model/events.ts";
import type { StepOutcome } from "../../../src/model/outcome.ts";
import type { Stage } from "../../../src/model/stage.ts";
import { notRunResult } from "../../../src/run/stage-result.ts";

import { FakeEngine } from "../../support/fake-engine.ts";
import { execStep } from "../../support/steps.ts";
import { inTurns } from "../../support/waiting.ts";
import { red, settle, stage, start, statuses } from "./rig.ts";

// A scheduler that waits for nothing shows as a test that hangs.
describe("runPlan", () => {
  aroundEach(inTurns);

  it("starts independent stages together and dependants when what they need has passed", async () => {
    const engine = new FakeEngine();
    const { done } = start([stage("deps"), stage("format"), stage("test", ["deps"])], engine);
    await Promise.all([engine.runs("deps"), engine.runs("format")]);
    expect(engine.started).toEqual(["deps", "format"]);
    engine.end("deps");
    await engine.runs("test");
    engine.end("test");
    engine.end("format");
    expect(statuses(await done)).toEqual({ deps: "passed", format: "passed", test: "passed" });
  });

  it("gives what runs alone the machine, one after the other, whatever the others came to", async () => {
    const engine = new FakeEngine();
    const alone = { alone: true } as const;
    const stages = [stage("bench", [], alone), stage("bench:2", [], alone), stage("vet"), stage("tell", ["bench"])];
    const { done } = start(stages, engine);
    await engine.runs("vet");
    expect(engine.started).toEqual(["vet"]);
    engine.end("vet", red);
    await engine.runs("bench");
    expect(engine.started).toEqual(["vet", "bench"]);
    engine.end("bench");
    await engine.runs("bench:2");
    expect(engine.started).toEqual(["vet", "bench", "bench:2"]);
    engine.end("bench:2");
    await engine.runs("tell");
    engine.end("tell");
    expect(statuses(await done)).toEqual({ bench: "passed", "bench:2": "passed", vet: "failed", tell: "passed" });
  });

  it("runs what follows from an outcome, one after the other, as part of the stage", async () => {
    const engine = new FakeEngine();
    const seen: (readonly number[])[] = [];
    const settled: StepOutcome[] = [];
    const dirs: string[] = [];
    const { done } = start([stage("test")], engine, {
      resultDir: (id) => {
        dirs.push(id);
        return Promise.resolve(`/results/${dirs.length}`);
      },
      followUp: (_, outcome) => {
        seen.push([outcome.followUps?.length ?? 0, outcome.durationMs]);
        return Promise.resolve(seen.length < 3 ? execStep({ stage: "test" }) : null);
      },
      settle: (of, outcome) => {
        settled.push(outcome);
        return settle(of, outcome);
      },
    });
    for (let at = 0; at < 3; at++) {
      await engine.runs("test");
      engine.end("test", at === 2 ? {} : red);
      engine.forget("test");
    }
    await done;
    expect(seen).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(settled[0]).toMatchObject({ end: "exited", durationMs: 3, resultDir: "/results/1" });
    expect(settled[0]?.followUps?.map(({ resultDir }) => resultDir)).toEqual(["/results/2", "/results/3"]);
    expect(dirs).toEqual(["test", "test:again", "test:again"]);
  });

  it("follows nothing that did not come to its end, and ends a stage as its last step did", async () => {
    const engine = new FakeEngine();
    const followUp = () => Promise.resolve(execStep({ stage: "test" }));
    const late = start([stage("test")], engine, { followUp });
    await engine.runs("test");
    engine.end("test", { end: "timed-out" });
    expect(statuses(await late.done)).toEqual({ test: "failed" });
    engine.forget("test");
    const lost = start([stage("test")], engine, { followUp });
    await engine.runs("test");
    engine.end("test", red);
    engine.forget("test");
    await engine.runs("test");
    engine.end("test", { end: "errored", problem: { message: "gone", remedy: "" } });
    expect(statuses(await lost.done)).toEqual({ test: "errored" });
  });

  it("blocks dependants of a failed stage, also indirectly, and lets the others run to the end", async () => {
    const engine = new FakeEngine();
    const { done } = start(
      [stage("deps"), stage("vet"), stage("test", ["deps"]), stage("build:a/b", ["test"])],
      engine,
    );
    await engine.runs("vet");
    engine.end("deps", red);
    engine.end("vet");
    const results = await done;
    expect(statuses(results)).toEqual({ deps: "failed", vet: "passed", test: "blocked", "build:a/b": "blocked" });
    expect(results[2]?.reason).toBe("deps did not pass");
    expect(results[3]?.reason).toBe("test did not pass");
  });

  it("runs the dependants of stages that are disabled or skipped", async () => {
    const engine = new FakeEngine();
    const off = stage("deps", [], { step: { status: "disabled", reason: "off" } });
    const { done } = start([off, stage("test", ["deps"])], engine);
    await engine.runs("test");
    engine.end("test");
    expect(statuses(await done)).toEqual({ deps: "disabled", test: "passed" });
  });

  it("never runs more stages at a time than it may", async () => {
    const engine = new FakeEngine();
    const { done } = start([stage("deps"), stage("format"), stage("vet")], engine, { concurrency: 1 });
    for (const id of ["deps", "format", "vet"] as const) {
      await engine.runs(id);
      expect(engine.started.at(-1)).toBe(id);
      expect(engine.started.length).toBe(["deps", "format", "vet"].indexOf(id) + 1);
      engine.end(id);
    }
    expect(statuses(await done)).toEqual({ deps: "passed", format: "passed", vet: "passed" });
  });

  it("starts what matters most first when there is not room for all", async () => {
    const engine = new FakeEngine();
    const { done } = start([stage("vet"), stage("build:a/b"), stage("test")], engine, { concurrency: 1 });
    for (const id of ["vet", "test", "build:a/b"] as const) {
      await engine.runs(id);
      engine.end(id);
    }
    await done;
    // The first one starts before there is anything to choose from.
    expect(engine.started).toEqual(["vet", "test", "build:a/b"]);
  });

  it("lets a stage wait for those that compile the same while the cache is cold, however they end", async () => {
    const stages = [stage("vet"), stage("test", [], { after: ["vet"] }), stage("build:a/b")];
    const cold = new FakeEngine();
    const first = start(stages, cold, { cold: true });
    await Promise.all([cold.runs("vet"), cold.runs("build:a/b")]);
    expect(cold.started).toEqual(["vet", "build:a/b"]);
    cold.end("vet", red);
    await cold.runs("test");
    cold.end("test");
    cold.end("build:a/b");
    expect(statuses(await first.done)).toEqual({ vet: "failed", test: "passed", "build:a/b": "passed" });

    const warm = new FakeEngine();
    const second = start(stages, warm, { cold: false });
    await Promise.all([warm.runs("vet"), warm.runs("test"), warm.runs("build:a/b")]);
    for (const id of ["vet", "test", "build:a/b"] as const) warm.end(id);
    await second.done;
  });

  it("stops the rest on the first failure when asked to, and says why", async () => {
    const engine = new FakeEngine();
    const { done } = start([stage("deps"), stage("vet"), stage("test", ["vet"])], engine, { failFast: true });
    await engine.runs("vet");
    engine.end("deps", red);
    const results = await done;
    expect(statuses(results)).toEqual({ deps: "failed", vet: "cancelled", test: "cancelled" });
    expect(results[1]?.reason).toBe("stopped because deps failed (fail-fast)");
    expect(results[2]?.reason).toBe("stopped because deps failed (fail-fast)");
  });

  it("cancels what runs and what waits when aborted from outside", async () => {
    const engine = new FakeEngine();
    const abort = new AbortController();
    const { done } = start([stage("deps"), stage("test", ["deps"])], engine, { signal: abort.signal });
    await engine.runs("deps");
    abort.abort();
    const results = await done;
    expect(statuses(results)).toEqual({ deps: "cancelled", test: "cancelled" });
    expect(results[1]?.reason).toBe("the run was cancelled");
  });

  it("lets a stage start while one that does not matter to it is blocked", async () => {
    const engine = new FakeEngine();
    const { done } = start([stage("deps"), stage("vet", ["deps"]), stage("format")], engine, { concurrency: 1 });
    await engine.runs("deps");
    engine.end("deps", red);
    await engine.runs("format");
    engine.end("format");
    expect(statuses(await done)).toEqual({ deps: "failed", vet: "blocked", format: "passed" });
    expect(engine.started).toEqual(["deps", "format"]);
  });

  it("starts nothing when aborted before, and leaves no listener on the signal", async () => {
    const engine = new FakeEngine();
    const results = await start([stage("deps")], engine, { signal: AbortSignal.abort() }).done;
    expect(engine.started).toEqual([]);
    expect(results.map(({ status, reason }) => [status, reason])).toEqual([["cancelled", "the run was cancelled"]]);

    const { signal } = new AbortController();
    await start([stage("format", [], { step: { status: "skipped", reason: "" } })], engine, { signal }).done;
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it.each(["passed", "warned", "skipped", "disabled"] as const)(
    "lets a stage that is %s open the way",
    async (status) => {
      const engine = new FakeEngine();
      const settled = (of: Stage): Promise<SettledStage> =>
        Promise.resolve({ result: notRunResult(of, status, ""), log: null });
      const { done } = start([stage("deps"), stage("test", ["deps"])], engine, { settle: settled, failFast: true });
      await engine.runs("deps");
      engine.end("deps");
      await engine.runs("test");
      engine.end("test");
      expect(statuses(await done)).toEqual({ deps: status, test: status });
    },
  );
});
