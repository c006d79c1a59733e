import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Directory } from "@dagger.io/dagger";
import { afterAll, describe, expect, it } from "vitest";
import type { GoContainer, StepRequest } from "../../../../src/engine/dagger/go-container.ts";
import { type GoStepOptions, runGoStep } from "../../../../src/engine/dagger/go-step.ts";
import type { ContainerResult } from "../../../../src/engine/dagger/step-results.ts";
import type { StageId } from "../../../../src/model/stage.ts";
import type { ExecStep } from "../../../../src/model/step.ts";
import { execStep, getsOf, passesOf, reuseOf } from "../../../support/steps.ts";

const temp = mkdtempSync(join(tmpdir(), "go-steps-"));
afterAll(() => rmSync(temp, { recursive: true }));
let made = 0;

function directory(): string {
  made += 1;
  const path = join(temp, String(made));
  mkdirSync(path);
  return path;
}

function stepOf(stage: StageId, more: Partial<ExecStep> = {}): ExecStep {
  return execStep({
    stage,
    commands: [{ tool: "go", args: [stage], env: {}, cwd: "module" }],
    timeoutMs: 1_000,
    gets: getsOf(stage),
    passes: passesOf(stage),
    reuse: reuseOf(stage),
    leaves: stage.startsWith("build:") ? ["bin/app"] : [],
    ...more,
  });
}

/** What a step left behind in a session. */
function resultOf(session: string, exitCode: number, more: Partial<ContainerResult> = {}): ContainerResult {
  const dir = directory();
  const [stdout, stderr, files] = [join(dir, "0.stdout"), join(dir, "0.stderr"), join(dir, "result")];
  for (const path of [stdout, stderr]) writeFileSync(path, "");
  mkdirSync(join(files, "bin"), { recursive: true });
  if (exitCode === 0) writeFileSync(join(files, "bin/app"), "");
  const commands = [{ exitCode, signal: null, durationMs: 5, stdout, stderr }];
  return { session, end: "exited", durationMs: 5, madeAtMs: Date.now(), commands, files, ...more };
}

/** Answers one run after the other, and notes what was asked. */
function container(...answers: readonly ContainerResult[]): GoContainer & { readonly asked: StepRequest[] } {
  const asked: StepRequest[] = [];
  const not = (): never => {
    throw new Error("not asked for");
  };
  return {
    asked,
    step: async (request) => {
      asked.push(request);
      return answers[asked.length - 1] ?? not();
    },
    ...{ inspect: not, pulled: not, bare: not, program: not, resolvedImage: not, zoneinfo: not },
  };
}

async function run(step: ExecStep, engine: GoContainer, more: Partial<GoStepOptions> = {}) {
  const options = { ...more, sessionId: "now", root: temp, hasTestEnv: true, container: engine };
  const { signal } = new AbortController();
  const { end, cached, commands } = await runGoStep(step, directory(), { ...options, signal });
  return { ended: end === "exited" ? commands[0]?.exitCode : end, cached };
}

const stages: readonly StageId[] = ["deps", "format", "vet", "test", "build:linux/amd64"];

describe("a result that the engine remembers", () => {
  it.each(stages)("is taken when it is green: %s", async (stage) => {
    const engine = container(resultOf("before", 0));
    expect(await run(stepOf(stage), engine)).toEqual({ ended: 0, cached: true });
    expect(engine.asked.map(({ nonce }) => nonce)).toEqual([null]);
  });

  it("does not count for a release, which is asked for anew", async () => {
    const engine = container(resultOf("now", 0));
    expect(await run(stepOf("build:linux/amd64"), engine, { fresh: true })).toEqual({ ended: 0, cached: false });
    expect(engine.asked.map(({ nonce }) => nonce)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  it.each(stages)("is made again where it is red: %s", async (stage) => {
    const engine = container(resultOf("before", 1), resultOf("now", 2));
    expect(await run(stepOf(stage), engine)).toEqual({ ended: 2, cached: false });
    expect(engine.asked.map(({ nonce }) => nonce)).toEqual([null, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    const [first, second] = engine.asked.map(({ spec, logins, testEnv }) => ({ spec, logins, testEnv }));
    expect(second).toEqual(first);
  });

  it.each<[StageId, (result: ContainerResult) => void]>([
    ["deps", ({ commands: [command] }) => writeFileSync(command?.stdout ?? "", "missing")],
    ["format", ({ commands: [command] }) => writeFileSync(command?.stdout ?? "", "main.go")],
    ["build:linux/amd64", ({ files }) => rmSync(join(files, "bin/app"))],
  ])("is red although every tool of %s exited with 0", async (stage, spoil) => {
    const remembered = resultOf("before", 0);
    spoil(remembered);
    const engine = container(remembered, resultOf("now", 0));
    expect(await run(stepOf(stage), engine)).toEqual({ ended: 0, cached: false });
  });

  it.each(stages)("is red when a tool of %s died", async (stage) => {
    const died = resultOf("before", 0);
    const commands = died.commands.map((command) => ({ ...command, exitCode: null, signal: "SIGKILL" }));
    const engine = container({ ...died, commands }, resultOf("now", 0));
    expect(await run(stepOf(stage), engine)).toEqual({ ended: 0, cached: false });
  });

  it.each(stages)("is red when %s was out of time", async (stage) => {
    const engine = container(resultOf("before", 0, { end: "timed-out" }), resultOf("now", 0, { end: "timed-out" }));
    expect(await run(stepOf(stage), engine)).toEqual({ ended: "timed-out", cached: false });
    expect(engine.asked).toHaveLength(2);
  });

  const ready = { image: "golang@sha256:1", times: true, maxAgeMs: () => 60_000, all: false };
  const old = { madeAtMs: Date.now() - 120_000 };
  const program = {} as Directory;

  it("is too old for tests that it is too old for, and for nothing else", async () => {
    const readyTests = { ...ready, program };
    const tests = stepOf("test", { keepsTests: true });
    const again = container(resultOf("before", 0, old), resultOf("now", 0));
    expect(await run(tests, again, { readyTests })).toEqual({ ended: 0, cached: false });
    expect(again.asked[0]).toMatchObject({
      tests: readyTests,
      spec: { tests: { program: "/pipeline/tests/program", root: "/src", image: "golang@sha256:1" } },
    });
    const young = container(resultOf("before", 0));
    expect(await run(tests, young, { readyTests })).toEqual({ ended: 0, cached: true });
    const others = container(resultOf("before", 0, old));
    expect(await run(stepOf("vet"), others, { readyTests })).toEqual({ ended: 0, cached: true });
    expect(others.asked[0]).toMatchObject({ tests: null });
    const byItself = container(resultOf("before", 0, old));
    expect(await run(tests, byItself, { readyTests: null })).toEqual({ ended: 0, cached: true });
  });

  it("does not count where all tests run", async () => {
    const engine = container(resultOf("now", 0), resultOf("now", 0));
    const readyTests = { ...ready, program, all: true, times: false };
    await run(stepOf("test", { keepsTests: true }), engine, { readyTests });
    await run(stepOf("vet"), engine, { readyTests });
    expect(engine.asked.map(({ nonce }) => nonce)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), null]);
    expect(engine.asked[0]?.spec.tests?.root).toBe(null);
  });

  it("is made again where the step says so, green or not", async () => {
    const engine = container(resultOf("before", 0), resultOf("now", 0));
    const again = stepOf("test", { reuse: { never: "-count=1" } });
    expect(await run(again, engine)).toEqual({ ended: 0, cached: false });
  });
});

describe("a step in its container", () => {
  it.each([0, 1])("is news in its own session, however it ends: %i", async (exitCode) => {
    const engine = container(resultOf("now", exitCode));
    expect(await run(stepOf("vet"), engine)).toEqual({ ended: exitCode, cached: false });
    expect(engine.asked).toHaveLength(1);
  });

  it.each(stages)("gets what it asks for and nothing else: %s", async (stage) => {
    const engine = container(resultOf("now", 0));
    await run(stepOf(stage), engine);
    const [{ logins, testEnv, spec } = { logins: null, testEnv: null, spec: null }] = engine.asked;
    expect({ logins, testEnv }).toEqual(getsOf(stage));
    expect(spec?.variablesFile).toBe(stage === "test" ? "/run/pipeline/test-env" : null);
    expect(spec?.commands.map(({ words }) => words)).toEqual([["go", stage]]);
  });

  it("leaves the mark of a warm build cache where it compiles", async () => {
    const engine = container(resultOf("now", 0), resultOf("now", 0));
    const platform = { os: "linux", arch: "amd64", variant: null };
    await run(stepOf("vet", { compiles: { platform, race: false } }), engine);
    await run(stepOf("format"), engine);
    expect(engine.asked.map(({ spec }) => spec.compiles)).toEqual([true, false]);
  });
});
