import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { Reuse, type ReuseOptions } from "../../../../../src/engine/host/reuse/reuse.ts";
import { ResultStore } from "../../../../../src/engine/host/reuse/store.ts";
import type { StepOutcome } from "../../../../../src/model/outcome.ts";
import type { StageId } from "../../../../../src/model/stage.ts";
import type { ExecStep } from "../../../../../src/model/step.ts";

import { directory, repository } from "../../../../support/repository.ts";
import { execStep, passesOf, reuseOf } from "../../../../support/steps.ts";

const goEnv = { GOVERSION: "go1.26.8", GOROOT: "/nowhere", GOTOOLDIR: "/nowhere/tool", GOFLAGS: "" };

const step = (stage: StageId): ExecStep =>
  execStep({
    stage,
    commands: [{ tool: "go", args: ["vet", "./..."], env: { CGO_ENABLED: "0" }, cwd: "module" }],
    passes: passesOf(stage),
    leaves: stage.startsWith("build:") ? ["bin/app"] : [],
    reuse: reuseOf(stage),
  });

let root = "";
let storeDir = "";
const logged: string[] = [];

beforeEach(() => {
  root = repository({ "go.mod": "module a\n", "main.go": "package main\n" });
  storeDir = join(directory({}), "results");
  logged.length = 0;
});

/** A run over the repository as it is now; Go says `env` of itself. */
function run(options: Partial<ReuseOptions> = {}, env: Readonly<Record<string, string>> | null = goEnv): Reuse {
  const store = new ResultStore(storeDir);
  const log = (line: string): void => void logged.push(line);
  const redact = (text: string): string => text.replaceAll("hunter2", "***");
  const given = { root, without: [], store, env: {}, windows: false, write: true, redact, log };
  const reuse = new Reuse({ ...given, ...options });
  reuse.know({ root, goEnvs: new Map([[".", env]]) });
  return reuse;
}

/** What a step left that printed `stdout`. */
function outcome(stage: StageId, exitCode: number, stdout: string): StepOutcome {
  const resultDir = directory({ "0.stdout": stdout, "0.stderr": "" });
  return {
    ...{ stage, end: "exited", problem: null, startedAt: new Date(), durationMs: 80, cached: false, image: null },
    commands: [
      {
        ...{ exitCode, signal: null, durationMs: 70 },
        ...{ stdout: join(resultDir, "0.stdout"), stderr: join(resultDir, "0.stderr") },
      },
    ],
    resultDir,
  };
}

function killed(stage: ExecStep["stage"]): StepOutcome {
  const of = outcome(stage, 0, "");
  return { ...of, commands: of.commands.map((each) => ({ ...each, exitCode: null, signal: "SIGKILL" })) };
}

/** A run in which the step ends so. */
async function offer(reuse: Reuse, of: StepOutcome, end = true): Promise<void> {
  await reuse.offer(step(of.stage), of);
  if (end) await reuse.end();
}

const find = (reuse: Reuse, stage: StageId = "vet"): Promise<StepOutcome | null> =>
  reuse.find(step(stage), directory({}));

describe("a result", () => {
  it("of a run that passed is taken by the next one, with its output and its commands' times", async () => {
    const first = run();
    expect(await find(first)).toBeNull();
    await offer(first, outcome("vet", 0, "fine\n"));
    const found = await find(run());
    expect(found).toMatchObject({ stage: "vet", end: "exited", cached: true, problem: null, image: null });
    expect(found?.commands).toEqual([
      {
        ...{ exitCode: 0, signal: null, durationMs: 70 },
        ...{ stdout: join(found?.resultDir ?? "", "0.stdout"), stderr: join(found?.resultDir ?? "", "0.stderr") },
      },
    ]);
    expect(readFileSync(found?.commands[0]?.stdout ?? "", "utf8")).toBe("fine\n");
    expect(logged).toEqual([]);
  });

  it("is kept only at the end of the run", async () => {
    const first = run();
    await offer(first, outcome("vet", 0, ""), false);
    expect(await find(run())).toBeNull();
    await first.end();
    expect(await find(run())).not.toBeNull();
  });

  it("is dropped when somebody wrote to the sources meanwhile", async () => {
    const first = run();
    await offer(first, outcome("vet", 0, ""), false);
    writeFileSync(join(root, "main.go"), "package nain\n");
    await first.end();
    writeFileSync(join(root, "main.go"), "package main\n");
    expect(await find(run())).toBeNull();
    expect(readdirSync(storeDir)).toEqual([]);
  });

  it.each<[string, () => StepOutcome]>([
    ["failed", () => outcome("vet", 1, "")],
    ["named files that are not formatted", () => outcome("format", 0, "main.go\n")],
    ["was ended by a signal", () => killed("format")],
    ["left less than it had to", () => outcome("build:linux/amd64", 0, "")],
    ["was cancelled", () => ({ ...outcome("vet", 0, ""), end: "cancelled" })],
    ["ended before its last command", () => ({ ...outcome("vet", 0, ""), commands: [] })],
    ["is left to Go's own cache", () => outcome("test", 0, "")],
  ])("that %s is not kept", async (_, make) => {
    const of = make();
    await offer(run(), of);
    expect(await find(run(), of.stage)).toBeNull();
    expect(readdirSync(join(storeDir, ".."))).toEqual([]);
    expect(logged).toEqual([]);
  });

  it("that cannot be read costs a line, not the run", async () => {
    const of = outcome("vet", 0, "");
    rmSync(join(of.resultDir, "0.stdout"));
    await offer(run(), of);
    expect(logged).toContainEqual(expect.stringMatching(/^results of earlier runs cannot be used: ENOENT.*0\.stdout/));
  });

  it("that printed a secret is not kept", async () => {
    await offer(run(), outcome("vet", 0, "password hunter2\n"));
    expect(await find(run())).toBeNull();
  });

  it("of formatting is kept when it says nothing", async () => {
    await offer(run(), outcome("format", 0, ""));
    expect((await find(run(), "format"))?.stage).toBe("format");
  });

  it("is neither kept nor looked for where Go said nothing of the module", async () => {
    await offer(run(), outcome("vet", 0, ""));
    expect(await find(run({}, null))).toBeNull();
    rmSync(storeDir, { recursive: true });
    await offer(run({}, null), outcome("vet", 0, ""));
    expect(readdirSync(join(storeDir, ".."))).toEqual([]);
  });

  it("is taken but not kept by a run that may not write", async () => {
    await offer(run({ write: false }), outcome("vet", 0, ""));
    expect(readdirSync(join(storeDir, ".."))).toEqual([]);
    await offer(run(), outcome("vet", 0, ""));
    expect(await find(run({ write: false }))).not.toBeNull();
  });
});

describe("a result of vet", () => {
  const cgo = { "go.mod": "module a\n", "main.go": 'package main\n\nimport "C"\n\nfunc main() {}\n' };

  it("is not kept where C headers of this machine decide it", async () => {
    root = repository(cgo);
    await offer(run({}, { ...goEnv, CGO_ENABLED: "1" }), outcome("vet", 0, ""));
    expect(await find(run({}, { ...goEnv, CGO_ENABLED: "1" }))).toBeNull();
    await offer(run({}, { ...goEnv, CGO_ENABLED: "0" }), outcome("vet", 0, ""));
    expect(await find(run({}, { ...goEnv, CGO_ENABLED: "0" }))).not.toBeNull();
    expect(logged).toEqual([]);
  });
});

/** A run that checks several modules; Go says this of each. */
function runWith(goEnvs: Readonly<Record<string, typeof goEnv>>): Reuse {
  const reuse = run({}, null);
  reuse.know({ root, goEnvs: new Map(Object.entries(goEnvs)) });
  return reuse;
}

describe("modules", () => {
  it("lose their results by changes of their own sources alone, made before the run or while it lasts", async () => {
    const both = { a: goEnv, b: goEnv };
    root = repository({ "a/go.mod": "module a\n", "b/go.mod": "module b\n", "README.md": "" });
    const reuse = runWith(both);
    for (const module of ["a", "b"]) await reuse.offer({ ...step("vet"), module }, outcome("vet", 0, ""));
    writeFileSync(join(root, "a/new.go"), "package a\n");
    writeFileSync(join(root, "README.md"), "changed\n");
    await reuse.end();
    rmSync(join(root, "a/new.go"));
    const found = ["a", "b"].map((module) => runWith(both).find({ ...step("vet"), module }, directory({})));
    expect((await Promise.all(found)).map((outcome) => outcome !== null)).toEqual([false, true]);
  });

  it("are not kept from reuse by files of another module", async () => {
    root = repository({
      "a/go.mod": "module a\n",
      "a/a.go": 'package a\n\nimport "C"\n',
      "b/go.mod": "module b\n",
      "c/go.mod": "module c\n\nreplace d => ../../d\n",
    });
    const withCgo = { ...goEnv, CGO_ENABLED: "1" };
    const all = { a: withCgo, b: withCgo, c: withCgo };
    const reuse = runWith(all);
    for (const module of ["a", "b", "c"]) await reuse.offer({ ...step("vet"), module }, outcome("vet", 0, ""));
    await reuse.end();
    const next = runWith(all);
    const found = ["a", "b", "c"].map((module) => next.find({ ...step("vet"), module }, directory({})));
    expect((await Promise.all(found)).map((outcome) => outcome !== null)).toEqual([false, true, false]);
  });

  it("have their own environment, and share what the log says", async () => {
    const elsewhere = { ...goEnv, GOWORK: "/elsewhere/go.work" };
    const reuse = runWith({ a: elsewhere, b: goEnv, c: elsewhere });
    for (const module of ["a", "b", "c"]) await reuse.offer({ ...step("vet"), module }, outcome("vet", 0, ""));
    await reuse.end();
    const next = runWith({ a: goEnv, b: goEnv, c: goEnv });
    const found = ["a", "b", "c"].map((module) => next.find({ ...step("vet"), module }, directory({})));
    expect((await Promise.all(found)).map((outcome) => outcome !== null)).toEqual([false, true, false]);
    expect(logged).toEqual(["no results are reused: go.work lies outside the repository"]);
  });
});

describe("the log says", () => {
  it.skipIf(process.platform === "win32")("that nobody knows what a build would read", async () => {
    symlinkSync(directory({ "go.mod": "module b\n" }), join(root, "dep"));
    const reuse = run();
    await offer(reuse, outcome("vet", 0, ""));
    expect(await find(run())).toBeNull();
    const line = "no results are reused: the link dep leads out of the repository";
    expect(logged).toEqual([line, line]);
  });

  it("why nothing is reused here", async () => {
    const reuse = run({}, { ...goEnv, GO111MODULE: "off" });
    await offer(reuse, outcome("vet", 0, ""));
    expect(await find(reuse)).toBeNull();
    expect(logged).toEqual(["no results are reused: GO111MODULE is off"]);
  });

  it("that sources cannot be read; the step then runs", async () => {
    mkdirSync(join(root, "gone"));
    const reuse = run({ root: join(root, "gone/deeper") });
    await offer(reuse, outcome("vet", 0, ""));
    expect(await find(reuse)).toBeNull();
    expect(logged).toEqual([expect.stringMatching(/^results of earlier runs cannot be used: /)]);
  });

  it("that the store is broken; the step then runs", async () => {
    writeFileSync(storeDir, "");
    const reuse = run();
    await offer(reuse, outcome("vet", 0, ""));
    expect(await find(reuse)).toBeNull();
    expect(logged).toEqual([expect.stringMatching(/^results of earlier runs cannot be used: EEXIST: /)]);
  });
});
