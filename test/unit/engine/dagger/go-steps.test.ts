import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { BatchResult, StepResult } from "../../../../src/engine/dagger/batch-results.ts";
import type { BatchRequest, GoContainer } from "../../../../src/engine/dagger/go-container.ts";
import { type GoStepsOptions, type PlannedExec, runGoSteps } from "../../../../src/engine/dagger/go-steps.ts";
import type { StageId } from "../../../../src/model/stage.ts";
import { execStep, getsOf, passesOf, plannedStep, reuseOf } from "../../../support/steps.ts";

const temp = mkdtempSync(join(tmpdir(), "go-steps-"));
afterAll(() => rmSync(temp, { recursive: true }));
let made = 0;

function directory(): string {
  made += 1;
  const path = join(temp, String(made));
  mkdirSync(path);
  return path;
}

function planned(stage: StageId, needs: readonly StageId[] = []): PlannedExec {
  const command = { tool: "go", args: [stage], env: {}, cwd: "module" } as const;
  const step = execStep({
    stage,
    commands: [command],
    timeoutMs: 1_000,
    gets: getsOf(stage),
    passes: passesOf(stage),
    reuse: reuseOf(stage),
    leaves: stage.startsWith("build:") ? ["bin/app"] : [],
  });
  return plannedStep(step, { needs, resultDir: directory() });
}

/** What a step left behind: its exit code, or the index of the step that blocked it. */
function stepResult(ended: number | { readonly blockedBy: number }): StepResult {
  const dir = directory();
  const [stdout, stderr, files] = [join(dir, "0.stdout"), join(dir, "0.stderr"), join(dir, "result")];
  for (const path of [stdout, stderr]) writeFileSync(path, "");
  mkdirSync(files);
  const times = { beforeEndMs: 10, durationMs: 5 };
  if (typeof ended !== "number") return { end: "blocked", ...ended, ...times, commands: [], files };
  mkdirSync(join(files, "bin"));
  if (ended === 0) writeFileSync(join(files, "bin/app"), "");
  const commands = [{ exitCode: ended, signal: null, durationMs: 5, stdout, stderr }];
  return { end: "exited", blockedBy: null, ...times, commands, files };
}

/** Answers one run after the other, and notes what was asked. */
function container(...answers: readonly BatchResult[]): GoContainer & { readonly asked: BatchRequest[] } {
  const asked: BatchRequest[] = [];
  const not = (): never => {
    throw new Error("not asked for");
  };
  return {
    asked,
    run: async (request) => {
      asked.push(request);
      return answers[asked.length - 1] ?? not();
    },
    ...{ pulled: not, bare: not, program: not, zoneinfo: not },
  };
}

async function run(batch: readonly PlannedExec[], engine: GoContainer, more: Partial<GoStepsOptions> = {}) {
  const options = { ...more, sessionId: "now", root: temp, hasTestEnv: true, jobs: 2, failFast: false };
  const outcomes = await runGoSteps(batch, { ...options, container: engine, signal: new AbortController().signal });
  return outcomes.map(({ stage, end, cached, problem, commands }) => ({
    stage,
    ended: end === "exited" ? commands[0]?.exitCode : (problem?.message ?? end),
    cached,
  }));
}

/** The tools' arguments of what a request would run. */
const wordsOf = ({ spec }: BatchRequest): readonly (string | undefined)[] =>
  spec.steps.map(({ commands }) => commands[0]?.words.at(-1));

describe("results that the engine remembers", () => {
  it("are taken when they are green", async () => {
    const engine = container({ session: "before", steps: [stepResult(0), stepResult(0)] });
    expect(await run([planned("deps"), planned("vet", ["deps"])], engine)).toEqual([
      { stage: "deps", ended: 0, cached: true },
      { stage: "vet", ended: 0, cached: true },
    ]);
    expect(engine.asked.map(({ nonce }) => nonce)).toEqual([null]);
  });

  it.each<StageId>(["deps", "format", "vet", "test", "build:linux/amd64"])(
    "are taken where %s passed",
    async (stage) => {
      const engine = container({ session: "before", steps: [stepResult(0)] });
      expect(await run([planned(stage)], engine)).toEqual([{ stage, ended: 0, cached: true }]);
    },
  );

  it("do not count for a release, which is asked for anew", async () => {
    const engine = container({ session: "now", steps: [stepResult(0)] });
    expect(await run([planned("build:linux/amd64")], engine, { fresh: true })).toEqual([
      { stage: "build:linux/amd64", ended: 0, cached: false },
    ]);
    expect(engine.asked.map(({ nonce }) => nonce)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  it("are made again where they are red, with the others as they were", async () => {
    const first = { session: "before", steps: [stepResult(0), stepResult(1), stepResult(0)] };
    const engine = container(first, { session: "now", steps: [stepResult(2)] });
    expect(await run([planned("vet"), planned("test"), planned("build:linux/amd64")], engine)).toEqual([
      { stage: "vet", ended: 0, cached: true },
      { stage: "test", ended: 2, cached: false },
      { stage: "build:linux/amd64", ended: 0, cached: true },
    ]);
    expect(engine.asked.map(wordsOf)).toEqual([["vet", "test", "build:linux/amd64"], ["test"]]);
    expect(engine.asked.map(({ nonce }) => nonce === null)).toEqual([true, false]);
    expect(engine.asked.map(({ testEnv }) => testEnv)).toEqual([true, true]);
  });

  it.each<[StageId, (result: StepResult) => void]>([
    ["deps", ({ commands: [command] }) => writeFileSync(command?.stdout ?? "", "missing")],
    ["format", ({ commands: [command] }) => writeFileSync(command?.stdout ?? "", "main.go")],
    ["build:linux/amd64", ({ files }) => rmSync(join(files, "bin/app"))],
  ])("are red although every tool of %s exited with 0", async (stage, spoil) => {
    const remembered = stepResult(0);
    spoil(remembered);
    const engine = container({ session: "before", steps: [remembered] }, { session: "now", steps: [stepResult(0)] });
    expect(await run([planned(stage)], engine)).toEqual([{ stage, ended: 0, cached: false }]);
  });

  it.each<StageId>(["deps", "format", "vet", "test", "build:linux/amd64"])(
    "are red when a tool of %s died",
    async (stage) => {
      const died = stepResult(0);
      const commands = died.commands.map((command) => ({ ...command, exitCode: null, signal: "SIGKILL" }));
      const engine = container(
        { session: "before", steps: [{ ...died, commands }] },
        { session: "now", steps: [stepResult(0)] },
      );
      expect(await run([planned(stage)], engine)).toEqual([{ stage, ended: 0, cached: false }]);
    },
  );

  it("are made again where the step says so, green or not", async () => {
    const test = planned("test");
    const again: PlannedExec = { ...test, step: { ...test.step, reuse: { never: "-count=1" } } };
    const first = { session: "before", steps: [stepResult(0), stepResult(0)] };
    const engine = container(first, { session: "now", steps: [stepResult(0)] });
    expect(await run([planned("vet"), again], engine)).toEqual([
      { stage: "vet", ended: 0, cached: true },
      { stage: "test", ended: 0, cached: false },
    ]);
    expect(engine.asked.map(wordsOf)).toEqual([["vet", "test"], ["test"]]);
  });

  it("are made again with what they have blocked, which then names the step that blocks it", async () => {
    const batch = [planned("format"), planned("deps"), planned("vet", ["deps"])];
    const first = { session: "before", steps: [stepResult(0), stepResult(1), stepResult({ blockedBy: 1 })] };
    const engine = container(first, { session: "now", steps: [stepResult(1), stepResult({ blockedBy: 0 })] });
    expect(await run(batch, engine)).toEqual([
      { stage: "format", ended: 0, cached: true },
      { stage: "deps", ended: 1, cached: false },
      { stage: "vet", ended: "deps did not pass", cached: false },
    ]);
    expect(engine.asked[1]?.spec.steps.map(({ needs }) => needs)).toEqual([[], [0]]);
  });

  it("of this session are news, red or not", async () => {
    const engine = container({ session: "now", steps: [stepResult(1), stepResult(0)] });
    expect(await run([planned("vet"), planned("test")], engine)).toEqual([
      { stage: "vet", ended: 1, cached: false },
      { stage: "test", ended: 0, cached: false },
    ]);
    expect(engine.asked).toHaveLength(1);
  });

  it("give no step a login that it had not beside the others", async () => {
    const first = { session: "before", steps: [stepResult(1), stepResult(0)] };
    const engine = container(first, { session: "now", steps: [stepResult(1)] });
    const vet = planned("vet");
    const fetching = { ...vet, step: { ...vet.step, gets: { logins: true, testEnv: false } } };
    await run([fetching, planned("test")], engine);
    expect(engine.asked.map(({ logins }) => logins)).toEqual([false, false]);
  });
});
