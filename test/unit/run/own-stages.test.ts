import { aroundEach, describe, expect, it } from "vitest";
import { FakeEngine } from "../../support/fake-engine.ts";
import { makeStageResult } from "../../support/stages.ts";
import { inTurns } from "../../support/waiting.ts";
import { red, stage, start, statuses } from "./rig.ts";

const always = { always: true } as const;

describe("a stage that always runs", () => {
  aroundEach(inTurns);

  it("waits for what it needs, and runs whatever became of it", async () => {
    const engine = new FakeEngine();
    const stages = [stage("deps"), stage("test", ["deps"]), stage("tell", ["test"], always), stage("more", ["test"])];
    const { done } = start(stages, engine);
    await engine.runs("deps");
    expect(engine.started).toEqual(["deps"]);
    engine.end("deps", red);
    await engine.runs("tell");
    engine.end("tell");
    expect(statuses(await done)).toEqual({ deps: "failed", test: "blocked", tell: "passed", more: "blocked" });
  });

  it("does not run after a cancel, nor after the stop of fail-fast", async () => {
    const cancel = new AbortController();
    const engine = new FakeEngine();
    const { done } = start([stage("test"), stage("tell", ["test"], always)], engine, { signal: cancel.signal });
    await engine.runs("test");
    cancel.abort();
    expect(statuses(await done)).toEqual({ test: "cancelled", tell: "cancelled" });
    const other = new FakeEngine();
    const fast = start([stage("test"), stage("tell", ["test"], always)], other, { failFast: true });
    await other.runs("test");
    other.end("test", red);
    expect(statuses(await fast.done)).toEqual({ test: "failed", tell: "cancelled" });
  });
});

describe("a plan that goes by what was before", () => {
  aroundEach(inTurns);

  it.each(["failed", "errored", "blocked", "cancelled"] as const)("runs nothing after what is %s", async (status) => {
    const before = [makeStageResult("vet"), makeStageResult("test:coverage", { status })];
    const results = await start([stage("ship")], new FakeEngine(), { before }).done;
    expect(results).toMatchObject([{ id: "ship", status: "blocked", reason: "test:coverage did not pass" }]);
  });

  it("runs after what let others run", async () => {
    const engine = new FakeEngine();
    const passing = ["passed", "warned", "skipped", "disabled"] as const;
    const before = passing.map((status) => makeStageResult(status, { status }));
    const { done } = start([stage("ship", ["passed"])], engine, { before });
    await engine.runs("ship");
    engine.end("ship");
    expect(statuses(await done)).toEqual({ ship: "passed" });
  });
});
