import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createImageRunner, type ImageRunner } from "../../../../src/engine/image/pipeline.ts";
import { EnvironmentError } from "../../../../src/errors.ts";
import type { OnImage } from "../../../../src/model/step.ts";
import { builtImage, builtWell, endedWell, FakeBackend } from "../../../support/image-backend.ts";
import { deliverStep, imageStep, smokeStep } from "../../../support/steps.ts";

let dir = "";
let backend: FakeBackend;
let runner: ImageRunner;
let progress: string[] = [];
let steps = 0;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "pipeline-"));
  writeFileSync(join(dir, "Dockerfile"), "FROM base:1\nRUN make\n");
  backend = new FakeBackend(dir);
  progress = [];
  const redact = (text: string): string => text.replaceAll("s3cret", "***");
  runner = createImageRunner({ backend, redact, root: dir, tempDir: dir, retryDelaysMs: [], resultDirOf: () => dir });
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function run(step: OnImage, signal = new AbortController().signal) {
  const resultDir = join(dir, `step-${steps++}`);
  mkdirSync(resultDir);
  const context = { resultDir, progress: (line: string) => void progress.push(line) };
  const outcome = await runner.run(step, context, signal);
  return { ...outcome, log: readFileSync(join(resultDir, "0.stdout"), "utf8") };
}

const image = () => run(imageStep());
const smoke = (over = {}) => run(smokeStep(over));
const deliver = () => run(deliverStep({ outputs: ["load"], tags: ["app:v1"] }));

describe("an image that builds", () => {
  it("has facts, build checks, and goes on to the test and over", async () => {
    const check = { rule: "FromAsCasing", line: 1, message: "a check of s3cret", url: null };
    backend.built = { image: builtImage, report: { ...builtWell, cached: true, checks: [check] }, base: [] };
    const built = await image();
    expect(built).toMatchObject({ stage: "image", end: "exited", cached: true, commands: [{ exitCode: 0 }] });
    expect(built.image).toMatchObject({ configDigest: "sha256:config", base: "base:1", layers: 2, size: 1_000 });
    expect(built.image).toMatchObject({
      judgement: null,
      dockerfileProblems: [],
      dockerfileChecks: [{ ...check, message: "a check of ***", fails: false }],
    });
    expect(progress).toEqual(["linux/amd64, linux/arm64: 2 layers, 1000 bytes"]);
    expect((await smoke()).image).toMatchObject({ judgement: { status: "passed" }, tested: expect.any(String) });
    expect(await deliver()).toMatchObject({ end: "exited", image: { references: ["app:v1"] } });
    expect(backend.asked).toEqual(["prepare", "build", "observer", "watch", "close", "load app:v1"]);
  });
});

describe("# check=error=true", () => {
  const line = { rule: null, line: 1, url: null, fails: false };
  const checks = async () => (await image()).image?.dockerfileChecks;

  it("is a warning at its line where the builder makes no build checks", async () => {
    writeFileSync(join(dir, "Dockerfile"), "# check=skip=FromAsCasing; error = true\nFROM base:1\n");
    expect(await checks()).toEqual([]);
    backend.unchecked = "the fake builder";
    const message = "error=true fails nothing here: the fake builder makes no build checks";
    expect(await checks()).toEqual([{ ...line, message }]);
    backend.built = { image: null, report: { ...builtWell, error: "no such file" }, base: [] };
    expect(await checks()).toEqual([{ ...line, message }]);
  });

  it.each([
    "FROM base:1\n# check=error=true\n",
    "# check=error=false\nFROM base:1\n",
    "# check=skip=all\nFROM base:1\n",
  ])("is not what %j says", async (text) => {
    writeFileSync(join(dir, "Dockerfile"), text);
    backend.unchecked = "the fake builder";
    expect(await checks()).toEqual([]);
  });

  it("is not there where a build argument takes its place", async () => {
    writeFileSync(join(dir, "Dockerfile"), "# check=error=true\nFROM base:1\n");
    backend.unchecked = "the fake builder";
    const { source } = imageStep();
    if (source.type !== "dockerfile") throw new Error("not of a Dockerfile");
    const buildArgs = [["BUILDKIT_DOCKERFILE_CHECK", "skip=all"]] as const;
    expect((await run(imageStep({ source: { ...source, buildArgs } }))).image?.dockerfileChecks).toEqual([]);
  });
});

describe("an image that does not build", () => {
  it("fails for what its Dockerfile says, and nothing is done with it", async () => {
    const report = { ...builtWell, failedStep: "[2/2] RUN make", failedOutput: ["no rule, s3cret"] };
    const error = 'process "make" did not complete successfully: exit code: 2';
    backend.built = { image: null, report: { ...report, error }, base: [] };
    const built = await image();
    expect(built).toMatchObject({ end: "exited", commands: [{ exitCode: 1 }] });
    expect(built.image?.judgement).toEqual({
      status: "failed",
      reason: "Dockerfile:2: RUN make failed with exit code 2",
    });
    expect(built.image?.dockerfileProblems).toEqual([{ line: 2, message: expect.stringContaining("no rule, ***") }]);
    for (const later of [await smoke(), await deliver()]) {
      expect(later).toMatchObject({ end: "blocked", problem: { message: "image did not pass" } });
    }
  });

  it("is an error of the environment where that is to blame", async () => {
    backend.built = { image: null, report: { ...builtWell, error: "write /x: no space left on device" }, base: [] };
    expect(await image()).toMatchObject({
      end: "errored",
      problem: { message: expect.stringMatching(/^the disk is/) },
    });
  });

  const onBase = imageStep({
    source: {
      type: "binary",
      binaries: [
        { platform: { os: "linux", arch: "arm64", variant: null }, stage: "build:linux/arm64", out: "program" },
      ],
      entrypoint: "app",
      base: "base:1",
    },
  });
  const wrong = {
    status: "failed",
    reason: "docker-base: base:1 is an image for linux/amd64, and the image is for linux/arm64",
  };

  it("fails on a base for another platform, and nothing is done with it", async () => {
    // No more of a program than its head is looked at.
    writeFileSync(join(dir, "program"), readFileSync(process.execPath).subarray(0, 65_536));
    const base = [{ wanted: "linux/arm64", found: "linux/amd64" }];
    backend.built = { image: builtImage, report: builtWell, base };
    expect((await run(onBase)).image?.judgement).toEqual(wrong);
    expect(await smoke()).toMatchObject({ end: "blocked" });
    const error = "was found but does not match the specified platform: wanted linux/arm64, actual: linux/amd64";
    backend.built = { image: null, report: { ...builtWell, error }, base: [] };
    expect((await run(onBase)).image?.judgement).toEqual(wrong);
  });

  it("fails without a Dockerfile, once the backend could build at all", async () => {
    const step = imageStep({
      source: {
        type: "dockerfile",
        context: ".",
        dockerfile: "no/Dockerfile",
        target: null,
        buildArgs: [],
        secretIds: [],
      },
    });
    backend.problems.set("prepare", new EnvironmentError("no daemon", "start it"));
    expect(await run(step)).toMatchObject({ end: "errored", problem: { message: "no daemon", remedy: "start it" } });
    backend.problems.clear();
    const reason = "no Dockerfile at no/Dockerfile";
    expect((await run(step)).image?.judgement).toEqual({ status: "failed", reason });
    expect(backend.asked).toEqual(["prepare", "prepare"]);
  });

  it("fails when a binary cannot run alone, which time zones do not change", async () => {
    writeFileSync(join(dir, "app"), "#!/bin/sh\n");
    const platform = { os: "linux", arch: "amd64", variant: null };
    const binaries = [{ platform, stage: "build:linux/amd64", out: "app" }];
    const built = await run(imageStep({ source: { type: "binary", binaries, entrypoint: "app", base: null } }));
    expect(built.image?.judgement?.reason).toBe("linux/amd64: the build stage's app is no Linux program");
    expect(built.log).toBe("the image has no time zones: this Go toolchain has no lib/time/zoneinfo.zip\n");
    expect(backend.asked).toEqual(["prepare", "zoneinfo"]);
  });
});

describe("a smoke test", () => {
  it("needs an image", async () => {
    expect(await smoke()).toMatchObject({ end: "blocked", problem: { message: "there is no image" } });
  });

  it("that fails lets nothing be handed over", async () => {
    await image();
    backend.watched = [{ ...endedWell, exitCode: 3, output: "s3cret\nlast words\n", stubborn: true }];
    const tested = await smoke({ command: ["check"], commandGiven: true });
    expect(tested.image?.judgement).toMatchObject({ status: "failed", reason: expect.stringMatching(/last words$/) });
    expect(tested.log.split("\n").slice(0, 4)).toEqual([
      "***",
      "last words",
      "(it did not end on SIGTERM and was killed)",
      "(exit code 3)",
    ]);
    expect(await deliver()).toMatchObject({ end: "blocked", problem: { message: "smoke did not pass" } });
  });

  it("starts a second container for the service after a command that ends well", async () => {
    await image();
    const probe = { port: 80, path: null, statuses: [] };
    backend.watched = [
      endedWell,
      { ...endedWell, running: true, exitCode: null, probe: { answered: true, status: null, error: null, afterMs: 5 } },
    ];
    const tested = await smoke({ command: ["migrate"], commandGiven: true, probe });
    expect(tested.image?.judgement?.status).toBe("passed");
    expect(backend.asked.slice(2)).toEqual(["observer", "watch migrate", "watch", "close"]);
  });

  it("starts nothing where there is nothing to start", async () => {
    backend.built = { image: { ...builtImage, hasCommand: false }, report: builtWell, base: [] };
    await image();
    expect((await smoke()).image?.judgement?.reason).toMatch(/^the container cannot start: the image has neither /);
    expect(backend.asked).not.toContain("observer");
  });

  it("of a foreign image is a warning, and it is handed over", async () => {
    backend.built = { image: { ...builtImage, platform: "linux/arm64/v8" }, report: builtWell, base: [] };
    await image();
    const reason = "linux/arm64/v8: built, not run (the fake is on linux/amd64)";
    expect((await smoke()).image).toMatchObject({ judgement: { status: "warned", reason }, tested: null });
    expect((await deliver()).end).toBe("exited");
    expect(backend.asked).not.toContain("observer");
  });

  it("leaves nothing behind when it breaks", async () => {
    await image();
    backend.problems.set("watch", new EnvironmentError("docker create: no room", "make some"));
    expect(await smoke()).toMatchObject({ end: "errored", problem: { message: "docker create: no room" } });
    expect(backend.asked.at(-1)).toBe("close");
  });
});

describe("a step that ends early", () => {
  const never = (): Promise<never> => new Promise(() => undefined);

  it("is cancelled or out of time, though the backend does not stop", async () => {
    backend.endsWithSignal = false;
    backend.build = never;
    const stop = new AbortController();
    const cancelled = run(imageStep(), stop.signal);
    stop.abort();
    expect(await cancelled).toMatchObject({ end: "cancelled", problem: null, commands: [{ exitCode: null }] });
    expect(await run(imageStep({ timeoutMs: 1 }))).toMatchObject({ end: "timed-out", problem: null });
    expect(await deliver()).toMatchObject({ end: "blocked", problem: { message: "image did not pass" } });
  });

  it("waits for a backend that leaves nothing behind", async () => {
    const stop = new AbortController();
    const build = backend.build.bind(backend);
    backend.build = async () => {
      stop.abort();
      await new Promise((resolve) => setImmediate(resolve));
      backend.asked.push("cleaned up");
      stop.signal.throwIfAborted();
      return await build();
    };
    expect(await run(imageStep(), stop.signal)).toMatchObject({ end: "cancelled" });
    expect(backend.asked.at(-1)).toBe("cleaned up");
  });

  it("has the backend's words for what was thrown; a defect stays one", async () => {
    backend.problems.set("build", new Error("engine lost"));
    expect(await image()).toMatchObject({ end: "errored", problem: { message: "explained", remedy: "look" } });
    backend.problems.set("build", new Error("a defect"));
    await expect(image()).rejects.toThrow("a defect");
  });
});
