import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFailure, checkStep } from "../../../src/gates/binary-check.ts";
import type { StepOutcome } from "../../../src/model/outcome.ts";
import type { Platform } from "../../../src/model/platform.ts";
import { directory } from "../../support/repository.ts";
import { makeOutcome, makeStage } from "../../support/stages.ts";

const native: Platform = { os: "linux", arch: "amd64", variant: null };
const args = ["--version"];
const output = { bin: "/repo/.pipeline/bin", relative: (path: string) => path.replace("/repo/", "") };
const stageFor = (platform: Platform) =>
  makeStage("build", {
    module: "a",
    binaries: ["tool", "other"].map((name) => ({ package: name, platform, out: `bin/0/${name}`, file: `${name}-x` })),
  });
const stage = stageFor(native);
const built = makeOutcome("build", { resultDir: "/results" });

/** A command that has printed this. */
function command(exitCode: number | null, { stdout = "", stderr = "", signal = null as string | null } = {}) {
  const dir = directory({ stdout, stderr });
  return { exitCode, signal, durationMs: 1, stdout: join(dir, "stdout"), stderr: join(dir, "stderr") };
}

const checked = (over: Partial<StepOutcome>): StepOutcome => ({ ...built, followUps: [makeOutcome("build", over)] });

describe("the step that runs what was built", () => {
  it("brings every program and runs it, without logins, in the module", () => {
    expect(checkStep(stage, built, { args, native })).toMatchObject({
      ...{ module: "a", timeoutMs: 60_000, gets: { logins: false, testEnv: false } },
      brings: [
        { from: join("/results", "bin/0/tool"), to: "tool-x", executable: true },
        { from: join("/results", "bin/0/other"), to: "other-x", executable: true },
      ],
      commands: ["tool-x", "other-x"].map((name) => ({
        ...{ tool: { name, brought: name }, args, env: {}, cwd: "module" },
      })),
    });
  });

  it.each([
    ["nobody asks", stage, built, []],
    ["it was run", stage, checked({}), args],
    ["the build failed", stage, { ...built, commands: [command(1)] }, args],
    ["another system", stageFor({ ...native, os: "windows" }), built, args],
    ["another processor", stageFor({ ...native, arch: "arm64" }), built, args],
    ["a variant", stageFor({ ...native, variant: "v3" }), built, args],
    ["nothing is built", makeStage("build"), built, args],
  ])("is none where %s", (_, of, outcome, given) => {
    expect(checkStep(of, outcome, { args: given, native })).toBeNull();
  });
});

describe("what became of it", () => {
  const failure = async (over: Partial<StepOutcome>) => await checkFailure(stage, checked(over), { args, output });

  it("is nothing where all is well, or nothing was run", async () => {
    expect(await checkFailure(stage, built, { args, output })).toEqual({ failure: null });
    expect(await failure({ commands: [command(0), command(0)] })).toEqual({ failure: null });
  });

  it("names the program, how it ended and what it printed", async () => {
    expect(await failure({ commands: [command(0), command(2, { stdout: "usage\n", stderr: "no flag\n" })] })).toEqual({
      failure: "other-x --version exited with 2: no flag\nusage",
      command: ".pipeline/bin/other-x --version",
    });
    expect((await failure({ commands: [command(1)] })).failure).toBe("tool-x --version exited with 1 and said nothing");
    expect((await failure({ commands: [command(null, { signal: "SIGSEGV" })] })).failure).toBe(
      "tool-x --version was ended by SIGSEGV and said nothing",
    );
    expect((await failure({ commands: [command(null)] })).failure).toBe(
      "tool-x --version was ended by a signal and said nothing",
    );
  });

  it("is a limit of its own", async () => {
    const why = "tool-x --version did not end: the programs of the stage had 60 s: serving";
    const commands = [command(null, { signal: "SIGTERM", stderr: "serving" })];
    expect(await failure({ end: "timed-out", commands })).toMatchObject({ failure: why, overtime: why });
    expect((await failure({ end: "timed-out", commands: [] })).overtime).toBe(
      "tool-x --version did not end: the programs of the stage had 60 s and said nothing",
    );
  });
});
