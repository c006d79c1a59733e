import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { type BatchResult, readResults } from "../../../../src/engine/dagger/batch-results.ts";
import {
  type BatchSpec,
  type SpecCommand,
  type SpecStep,
  specCommands,
  writeSpec,
} from "../../../../src/engine/dagger/batch-spec.ts";
import { readStepEnd } from "../../../../src/files/step-end.ts";
import { hasPassed } from "../../../../src/model/passes.ts";
import type { Command, ExecStep } from "../../../../src/model/step.ts";

import { slowness } from "../../../support/pace.ts";
import { execStep } from "../../../support/steps.ts";
import { until } from "../../../support/waiting.ts";

const made: string[] = [];

afterAll(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function scratch(): string {
  const dir = mkdtempSync(join(tmpdir(), "runner-"));
  made.push(dir);
  return dir;
}

const step: SpecStep = {
  needs: [],
  after: [],
  soft: false,
  // More than any step takes that no test stops.
  seconds: 600,
  quit: false,
  stopAtFirstFailure: true,
  commands: [],
  variablesFile: null,
  dirs: [],
  leaves: [],
};

function command(words: readonly string[], more: Partial<SpecCommand> = {}): SpecCommand {
  return { dir: "/", words, silent: false, ...more };
}

/** A step that runs shell text with arguments, each given to it as a word of its own. */
function shell(text: string, extra: Partial<SpecStep> = {}, ...args: readonly string[]): SpecStep {
  return { ...step, ...extra, commands: [command(["sh", "-c", text, "sh", ...args])] };
}

interface RuleCase {
  readonly what: string;
  readonly step: ExecStep;
  readonly passes: boolean;
}

/** How each stage's tools can end. What a fake tool does stands in its arguments, as text for the shell. */
function ruleCases(): readonly RuleCase[] {
  const tool = (text: string, more: Partial<Command> = {}): Command => ({
    ...{ tool: "go", args: ["-c", text], env: {}, cwd: "module" },
    ...more,
  });
  const step = (commands: readonly Command[], more: Partial<ExecStep> = {}): ExecStep =>
    execStep({ commands, ...more });
  const silent = { passes: "exit-zero-and-silent" } as const;
  const all = { ...silent, stopAtFirstFailure: false };
  return [
    { what: "exits with 0", step: step([tool("echo fine")]), passes: true },
    { what: "exits with 1", step: step([tool("echo finding >&2; exit 1")]), passes: false },
    { what: "exits with 2 and says nothing", step: step([tool("exit 2")], silent), passes: false },
    { what: "is killed", step: step([tool("kill -KILL $$")], silent), passes: false },
    { what: "is killed after it has spoken", step: step([tool("echo fine; kill -KILL $$")]), passes: false },
    { what: "lists something", step: step([tool("echo missing")], silent), passes: false },
    { what: "warns", step: step([tool("echo downloading >&2")], silent), passes: true },
    { what: "talks", step: step([tool("true"), tool("echo verified", { talks: true })], silent), passes: true },
    { what: "dies first", step: step([tool("exit 2"), tool("true")], all), passes: false },
    { what: "lists first", step: step([tool("echo a.go"), tool("true")], all), passes: false },
    { what: "leaves all", step: step([tool(">'bin/a b'; >bin/c")], { leaves: ["bin/a b", "bin/c"] }), passes: true },
    { what: "leaves one", step: step([tool(">'bin/a b'")], { leaves: ["bin/a b", "bin/c"] }), passes: false },
    { what: "leaves nothing", step: step([tool("true")], { leaves: ["bin/a b"] }), passes: false },
  ];
}

/** As the engine gives it to the script, but with `out` as the directory of the results; tools work where their products belong. */
function specOf({ step: exec }: RuleCase, at: number, out: string): SpecStep {
  const { commands } = specCommands(exec, at);
  return {
    ...step,
    commands: commands.map((each) => ({ ...each, dir: join(out, String(at), "result") })),
    stopAtFirstFailure: exec.stopAtFirstFailure,
    dirs: exec.leaves.length > 0 ? ["bin/"] : [],
    leaves: exec.leaves,
  };
}

interface Ran extends BatchResult {
  readonly out: string;
  text(step: number, command: number, stream: "stdout" | "stderr"): string;
}

/** The shells of Debian and of Alpine images, as far as this machine has them; the applets of busybox come first on PATH for the second. */
const shells = (["dash", "busybox"] as const).filter(
  (name) => existsSync(`/usr/bin/${name}`) || existsSync(`/bin/${name}`),
);

async function run(
  name: (typeof shells)[number],
  given: readonly SpecStep[] | ((out: string) => readonly SpecStep[]),
  more: Partial<BatchSpec> = {},
  variables: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const [spec, out, bin] = [scratch(), scratch(), scratch()];
  const steps = typeof given === "function" ? given(out) : given;
  for (const tool of ["go", "gofmt"]) writeFileSync(join(bin, tool), '#!/bin/sh\nexec sh "$@"\n', { mode: 0o755 });
  await writeSpec(spec, { steps, jobs: 4, failFast: false, ...more });
  const env: Record<string, string> = {
    PATH: `${bin}:${process.env["PATH"]}`,
    TMPDIR: bin,
    PIPELINE_SESSION: "session-1",
    OTEL_TRACES_EXPORTER: "otlp",
    TRACEPARENT: "00-1-2-01",
    KEPT: "yes",
    ...variables,
  };
  if (name === "busybox") await promisify(execFile)("busybox", ["--install", "-s", bin]);
  await promisify(execFile)(name === "busybox" ? join(bin, "sh") : "dash", [join(spec, "run.sh"), spec, out], { env });
  const result = await readResults(out, steps.length);
  const text = (at: number, command: number, stream: string): string =>
    readFileSync(join(out, String(at), `${command}.${stream}`), "utf8");
  return { ...result, out, text };
}

let times = 0;

/** For `sleep`, so that its process can be found again. */
function uniqueTime(): string {
  return `9000.${process.pid}${times++}`;
}

/** Resolves once no process has this in its command line: a killed one takes a moment to go. Those that stay would do so longer than the test may take. */
function gone(text: string): Promise<void> {
  return until(async () => !(await promisify(execFile)("ps", ["-eo", "args"])).stdout.includes(text));
}

describe.runIf(process.platform === "linux").concurrent.each(shells)("run.sh under %s", (name) => {
  it("gives every word to the command as it is", async () => {
    const words = ["a b", "$(touch /tmp/never)", "'\"`;&|<>*?[", "line\nbreak", "", "-n", "ü€", "\\", "A=B"];
    const ran = await run(name, [shell('for word; do printf "%s\\0" "$word"; done', {}, ...words)]);
    expect(ran.text(0, 0, "stdout").split("\0").slice(0, -1)).toEqual(words);
  });

  it("keeps exit codes, signals, both streams and the session's id", async () => {
    const ran = await run(name, [shell("echo out; echo err >&2; exit 7"), shell("kill -SEGV $$"), shell("true")]);
    expect(ran.session).toBe("session-1");
    expect(ran.steps.map(({ end, commands }) => ({ end, ...commands[0] }))).toMatchObject([
      { end: "exited", exitCode: 7, signal: null },
      { end: "exited", exitCode: null, signal: "SIGSEGV" },
      { end: "exited", exitCode: 0, signal: null },
    ]);
    expect(ran.text(0, 0, "stdout")).toBe("out\n");
    expect(ran.text(0, 0, "stderr")).toContain("err\n");
  });

  it("shows commands neither its own variables nor those of the engine", async () => {
    const ran = await run(name, [{ ...step, commands: [command(["MINE=1", "env"])] }]);
    const names = ran
      .text(0, 0, "stdout")
      .split("\n")
      .map((line) => line.split("=")[0]);
    expect(names).toEqual(expect.arrayContaining(["MINE", "KEPT", "PATH"]));
    expect(names.filter((each) => /^(PIPELINE|OTEL|TRACE|BAGGAGE)/.test(each ?? ""))).toEqual([]);
  });

  it("runs the commands of a step in their directory, one after the other, to the first failure", async () => {
    const commands = ["pwd", "exit 3", "echo never"].map((text) => command(["sh", "-c", text], { dir: "/usr" }));
    const ran = await run(name, [
      { ...step, commands },
      { ...step, commands, stopAtFirstFailure: false },
    ]);
    expect(ran.text(0, 0, "stdout")).toBe("/usr\n");
    expect(ran.steps.map((each) => each.commands.map((command) => command.exitCode))).toEqual([
      [0, 3],
      [0, 3, 0],
    ]);
  });

  it("lets a step wait for the one that compiles the same until a batch has filled the build cache", async () => {
    const cache = scratch();
    const steps = (first: string): readonly SpecStep[] => [
      shell(`${first}; echo first >>$1/order; exit 3`, {}, cache),
      shell("echo second >>$1/order; touch $1/second", { after: [0] }, cache),
    ];
    const order = (): string => readFileSync(join(cache, "order"), "utf8");
    await run(name, [shell("true"), shell("true")], {}, { GOCACHE: cache });
    expect(existsSync(join(cache, "pipeline-warm"))).toBe(false);
    const cold = await run(name, steps("sleep 0.5"), {}, { GOCACHE: cache });
    expect(order()).toBe("first\nsecond\n");
    expect(cold.steps.map(({ end }) => end)).toEqual(["exited", "exited"]);
    expect(existsSync(join(cache, "pipeline-warm"))).toBe(true);
    rmSync(join(cache, "second"));
    await run(name, steps("until [ -e $1/second ]; do sleep 0.05; done"), {}, { GOCACHE: cache });
    expect(order()).toBe("first\nsecond\nsecond\nfirst\n");
  });

  it("makes the directories of a step's result files", async () => {
    const ran = await run(name, [{ ...step, dirs: ["bin/a b/", "x"] }]);
    expect(existsSync(join(ran.out, "0", "result", "bin", "a b"))).toBe(true);
  });

  it("starts a step only after what it needs and blocks it, and what needs it, when that failed", async () => {
    const ran = await run(name, [
      shell("exit 1"),
      shell("echo ran", { needs: [0] }),
      shell("echo ran", { needs: [1] }),
      shell("exit 1", { soft: true }),
      shell("echo ran", { needs: [3] }),
    ]);
    expect(ran.steps.map(({ end, blockedBy }) => [end, blockedBy])).toEqual([
      ["exited", null],
      ["blocked", 0],
      ["blocked", 1],
      ["exited", null],
      ["exited", null],
    ]);
    expect(ran.text(4, 0, "stdout")).toBe("ran\n");
  });

  it("lets a step pass by the rule of all engines, with tools that die, speak or leave nothing", async () => {
    const cases = ruleCases();
    const checks = cases.map((_, at) => shell("true", { needs: [at] }));
    const ran = await run(name, (out) => [...cases.map((each, at) => specOf(each, at, out)), ...checks]);
    const passed = ran.steps.slice(cases.length).map(({ end }) => end === "exited");
    const ruled = await Promise.all(
      cases.map(async ({ step }, at) => {
        const result = ran.steps[at];
        if (result === undefined) throw new Error("a step has no result");
        return hasPassed(step, await readStepEnd(step, { ...result, resultDir: result.files }));
      }),
    );
    const told = (outcomes: readonly boolean[]) => outcomes.map((outcome, at) => [cases[at]?.what, outcome]);
    expect(told(passed)).toEqual(told(cases.map((each) => each.passes)));
    expect(told(ruled)).toEqual(told(passed));
  });

  it("runs independent steps at the same time, and no more than it may", async () => {
    const meet = (own: string, other: string): string => `touch ${own}; until [ -e ${other} ]; do sleep 0.05; done`;
    const dir = scratch();
    const pair = [shell(meet(`${dir}/a`, `${dir}/b`)), shell(meet(`${dir}/b`, `${dir}/a`))];
    const together = await run(name, pair);
    expect(together.steps.map((each) => each.commands[0]?.exitCode)).toEqual([0, 0]);
    const log = join(dir, "log");
    const alone = shell(`echo in >>${log}; sleep 0.5; echo out >>${log}`);
    await run(name, [alone, alone], { jobs: 1 });
    expect(readFileSync(log, "utf8")).toBe("in\nout\nin\nout\n");
  });

  it("ends a step with all it started when its time is up", async () => {
    const mark = uniqueTime();
    const ran = await run(name, [
      shell(`trap '' TERM; sleep ${mark} & sleep ${mark}`, { seconds: 1 }),
      shell("true", { needs: [0] }),
      shell("echo fine"),
    ]);
    expect(ran.steps.map((each) => each.end)).toEqual(["timed-out", "blocked", "exited"]);
    expect(ran.steps[0]?.commands[0]?.exitCode).toBeNull();
    await gone(mark);
  });

  it("asks a step for its goroutines first when told so, and waits for them", async () => {
    // Like a Go program, node takes the signal whether or not it was ignored before: shells of busybox ignore it.
    const program = `process.on("SIGQUIT", () => { console.log("dump"); setTimeout(() => { console.log("done"); process.exit(2); }, 700); });
      setInterval(() => {}, 1000);`;
    // Until the program takes signals, its start has to be over.
    const asked = { ...step, seconds: Math.ceil(slowness()), quit: true };
    const ran = await run(name, [{ ...asked, commands: [command([process.execPath, "-e", program])] }]);
    expect(ran.steps[0]).toMatchObject({ end: "timed-out", commands: [{ exitCode: 2, signal: null }] });
    expect(ran.text(0, 0, "stdout")).toBe("dump\ndone\n");
  });

  it("leaves the signals of commands as they are by default", async () => {
    const ran = await run(name, [shell("sh -c 'kill -INT $$; echo alive'")]);
    expect(ran.text(0, 0, "stdout")).toBe("");
  });

  it("leaves nothing running that a finished command started", async () => {
    const mark = uniqueTime();
    const ran = await run(name, [shell(`sleep ${mark} >/dev/null 2>&1 & echo started`)]);
    expect(ran.text(0, 0, "stdout")).toBe("started\n");
    await gone(mark);
  });

  it("stops everything after the first failure when told so", async () => {
    const ran = await run(name, [shell("sleep 0.3; exit 1"), shell("sleep 30"), shell("true", { needs: [1] })], {
      failFast: true,
    });
    expect(ran.steps.map((each) => each.end)).toEqual(["exited", "cancelled", "cancelled"]);
  });

  it("lets steps start in the order of the plan when places are few", async () => {
    const log = join(scratch(), "log");
    const steps = ["a", "b", "c"].map((letter) => shell(`echo ${letter} >>${log}; sleep 0.2; echo ${letter} >>${log}`));
    await run(name, steps, { jobs: 1 });
    expect(readFileSync(log, "utf8")).toMatch(/^a\na\n(b\nb\nc\nc|c\nc\nb\nb)\n$/);
  });

  it("measures how long steps and commands took", async () => {
    const startedAt = performance.now();
    const ran = await run(name, [shell("sleep 0.4")]);
    const whole = performance.now() - startedAt;
    expect(ran.steps[0]?.durationMs).toBeGreaterThanOrEqual(380);
    // Its clock counts hundredths of a second.
    expect(ran.steps[0]?.durationMs).toBeLessThanOrEqual(whole + 10);
    expect(ran.steps[0]?.commands[0]?.durationMs).toBeGreaterThanOrEqual(380);
  });

  it("does not lose a large output", async () => {
    const ran = await run(name, [shell("head -c 50000000 /dev/zero")]);
    expect(ran.text(0, 0, "stdout").length).toBe(50_000_000);
  });
});

describe("writeSpec", () => {
  it("refuses a command line that would be split", async () => {
    const long = { ...step, commands: [command(["x".repeat(120_000)])] };
    await expect(writeSpec(scratch(), { steps: [long], jobs: 0, failFast: false })).rejects.toThrow(
      "a command line of 120001 bytes is too long",
    );
  });
});
