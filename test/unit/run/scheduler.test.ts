import { describe, expect, it } from "vitest";
import type { Batch, PlannedStep, StepOutcome } from "../../../src/engine/engine.ts";
import type { Stage, StageId } from "../../../src/plan/model.ts";
import type { RunEvent } from "../../../src/run/events.ts";
import { notRunResult } from "../../../src/run/not-run.ts";
import { runPlan, type Settled } from "../../../src/run/scheduler.ts";
import { command, FakeEngine } from "../../support/fake-engine.ts";

function stage(id: StageId, needs: readonly StageId[] = [], more: Partial<Stage> = {}): Stage {
  const step: Stage["step"] = {
    type: "exec",
    stage: id,
    module: ".",
    commands: [],
    stopAtFirstFailure: true,
    lfCopies: [],
    timeoutMs: 1,
  };
  const kind = id === "deps" || id === "format" || id === "vet" || id === "test" ? id : "build";
  const rest = {
    after: [],
    module: ".",
    platform: null,
    warnOnly: false,
    failure: null,
    binaries: [],
    command: `run ${id}`,
  };
  return { id, kind, needs, step, ...rest, ...more };
}

function settle(of: Stage, outcome: StepOutcome): Promise<Settled> {
  const red = outcome.commands.some(({ exitCode }) => exitCode !== 0);
  const status =
    outcome.end === "exited" ? (red ? "failed" : "passed") : outcome.end === "timed-out" ? "failed" : outcome.end;
  return Promise.resolve({ result: notRunResult(of, status, outcome.problem?.message ?? ""), log: null });
}

const red: Partial<StepOutcome> = { commands: [command(1)] };

function start(stages: readonly Stage[], engine: FakeEngine, more: Partial<Parameters<typeof runPlan>[0]> = {}) {
  const events: RunEvent[] = [];
  const done = runPlan({
    plan: { stages, warnings: [] },
    engine,
    resultDir: (id) => Promise.resolve(`/results/${id}`),
    concurrency: 8,
    cold: false,
    failFast: false,
    signal: new AbortController().signal,
    settle,
    emit: (event) => events.push(event),
    ...more,
  });
  return { done, events };
}

const statuses = (results: readonly { id: string; status: string }[]): Record<string, string> =>
  Object.fromEntries(results.map(({ id, status }) => [id, status]));

describe("runPlan", () => {
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

  it("never runs more batches at a time than it may", async () => {
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

  it("gives a step of a fused batch its verdict although another one is dropped from it", async () => {
    const fuse = (steps: readonly PlannedStep[]): readonly Batch[] => [steps.slice(0, 1), steps.slice(1)];
    const engine = new FakeEngine(fuse);
    const { done } = start([stage("deps"), stage("vet", ["deps"]), stage("format")], engine);
    await engine.runs("deps");
    engine.end("deps", red);
    await engine.runs("format");
    engine.end("format");
    expect(statuses(await done)).toEqual({ deps: "failed", vet: "blocked", format: "passed" });
  });

  it("turns an engine that throws into errored stages", async () => {
    const engine = new FakeEngine();
    engine.run = () => Promise.reject(new Error("connection lost"));
    const results = await start([stage("deps"), stage("test", ["deps"])], engine).done;
    expect(statuses(results)).toEqual({ deps: "errored", test: "blocked" });
    expect(results[0]?.reason).toBe("connection lost");
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
