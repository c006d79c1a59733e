import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import {
  inspectionSpecification,
  type Specification,
  stepSpecification,
} from "../../../../src/engine/dagger/specification.ts";
import {
  type Answers,
  type ContainerResult,
  readAnswers,
  readStep,
  refuseIrregular,
} from "../../../../src/engine/dagger/step-results.ts";
import { type SpecCommand, type StepSpec, specCommands, writeSpec } from "../../../../src/engine/dagger/step-spec.ts";
import { readIrregular } from "../../../../src/files/irregular.ts";
import { readStepEnd } from "../../../../src/files/step-end.ts";
import { contentPath, readTreeChanges } from "../../../../src/files/tree-changes.ts";
import { commandPassed } from "../../../../src/model/passes.ts";
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

const step: StepSpec = {
  // More than any step takes that no test stops.
  seconds: 600,
  quit: false,
  stopAtFirstFailure: true,
  commands: [],
  variablesFile: null,
  dirs: [],
  compiles: false,
  loose: [],
  watches: null,
};

function command(words: readonly string[], more: Partial<SpecCommand> = {}): SpecCommand {
  return { dir: "/", words, silent: false, advisory: false, ...more };
}

/** A step that runs shell text with arguments, each given to it as a word of its own. */
function shell(text: string, extra: Partial<StepSpec> = {}, ...args: readonly string[]): StepSpec {
  return { ...step, ...extra, commands: [command(["sh", "-c", text, "sh", ...args])] };
}

interface RuleCase {
  readonly what: string;
  readonly passes: ExecStep["passes"];
  readonly command: Command;
  /** What comes after it may run. */
  readonly passed: boolean;
}

/** How tools can end. What a fake tool does stands in its arguments, as text for the shell. */
function ruleCases(): readonly RuleCase[] {
  const rule = (what: string, text: string, passed: boolean, more: Partial<RuleCase> = {}): RuleCase => ({
    ...{ what, passed, passes: "exit-zero" },
    command: { tool: "go", args: ["-c", text], env: {}, cwd: "module" },
    ...more,
  });
  const silent = { passes: "exit-zero-and-silent" } as const;
  const advisory = (text: string): Command => {
    return { tool: "go", args: ["-c", text], env: {}, cwd: "module", advisory: true };
  };
  const verify = { tool: "go", args: ["-c", "echo verified"], env: {}, cwd: "module", talks: true } as const;
  return [
    rule("exits with 0", "echo fine", true),
    rule("exits with 1", "echo finding >&2; exit 1", false),
    rule("exits with 2 and says nothing", "exit 2", false, silent),
    rule("is killed", "kill -KILL $$", false, silent),
    rule("is killed after it has spoken", "echo fine; kill -KILL $$", false),
    rule("lists something", "echo missing", false, silent),
    rule("warns", "echo downloading >&2", true, silent),
    rule("talks", "", true, { ...silent, command: verify }),
    rule("exits with 1 and decides nothing", "", true, { command: advisory("echo missing >&2; exit 1") }),
    rule("lists something and decides nothing", "", true, { ...silent, command: advisory("echo missing") }),
    rule("is killed and decides nothing", "", false, { command: advisory("kill -KILL $$") }),
  ];
}

interface Ran extends ContainerResult {
  readonly out: string;
  text(command: number, stream: "stdout" | "stderr"): string;
}

/** The shells of Debian and of Alpine images, as far as this machine has them; the applets of busybox come first on PATH for the second. */
const directories = (process.env["PATH"] ?? "").split(delimiter);
const shells = (["dash", "busybox"] as const).filter((name) =>
  directories.some((directory) => existsSync(join(directory, name))),
);

const nothingMore = async (): Promise<void> => undefined;

type Shell = (typeof shells)[number];

/** Runs what a container would run, with fake tools on PATH; answers the directory that it wrote. */
async function runScript(
  name: Shell,
  { script, write }: Specification,
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const [spec, out, bin] = [scratch(), scratch(), scratch()];
  for (const tool of ["go", "gofmt"]) writeFileSync(join(bin, tool), '#!/bin/sh\nexec sh "$@"\n', { mode: 0o755 });
  await write(spec);
  const env: Record<string, string> = {
    PATH: `${bin}:${process.env["PATH"]}`,
    TMPDIR: bin,
    GOCACHE: bin,
    PIPELINE_SESSION: "session-1",
    OTEL_TRACES_EXPORTER: "otlp",
    TRACEPARENT: "00-1-2-01",
    KEPT: "yes",
    ...variables,
  };
  if (name === "busybox") await promisify(execFile)("busybox", ["--install", "-s", bin]);
  await promisify(execFile)(name === "busybox" ? join(bin, "sh") : "dash", [join(spec, script), spec, out], { env });
  return out;
}

async function run(name: Shell, given: StepSpec, variables: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const out = await runScript(name, stepSpecification(given, nothingMore), variables);
  const text = (command: number, stream: string): string => readFileSync(join(out, `${command}.${stream}`), "utf8");
  return { ...(await readStep(out)), out, text };
}

async function inspect(
  name: Shell,
  questions: readonly StepSpec[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Answers> {
  return await readAnswers(await runScript(name, inspectionSpecification(questions), variables), questions.length);
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

describe.runIf(process.platform === "linux").concurrent.each(shells)("step.sh under %s", (name) => {
  it("gives every word to the command as it is", async () => {
    const words = ["a b", "$(touch /tmp/never)", "'\"`;&|<>*?[", "line\nbreak", "", "-n", "ü€", "\\", "A=B"];
    const ran = await run(name, shell('for word; do printf "%s\\0" "$word"; done', {}, ...words));
    expect(ran.text(0, "stdout").split("\0").slice(0, -1)).toEqual(words);
  });

  it("gives every command the variables of a file as they are", async () => {
    const variablesFile = join(scratch(), "test env");
    writeFileSync(variablesFile, "ONE=a b\nc\0TWO=$(false) 'x'\0");
    const ran = await run(name, shell('printf "%s|%s" "$ONE" "$TWO"', { variablesFile }));
    expect(ran.text(0, "stdout")).toBe("a b\nc|$(false) 'x'");
  });

  it.each([
    ["echo out; echo err >&2; exit 7", { exitCode: 7, signal: null }],
    ["echo out; echo err >&2; kill -SEGV $$", { exitCode: null, signal: "SIGSEGV" }],
    ["echo out; echo err >&2", { exitCode: 0, signal: null }],
  ])("keeps exit codes, signals, both streams and the session's id: %s", async (text, expected) => {
    const ran = await run(name, shell(text));
    expect(ran).toMatchObject({ session: "session-1", end: "exited", commands: [expected] });
    expect(ran.text(0, "stdout")).toBe("out\n");
    expect(ran.text(0, "stderr")).toContain("err\n");
  });

  it("shows commands neither its own variables nor those of the engine", async () => {
    const ran = await run(name, { ...step, commands: [command(["MINE=1", "env"])] });
    const names = ran
      .text(0, "stdout")
      .split("\n")
      .map((line) => line.split("=")[0]);
    expect(names).toEqual(expect.arrayContaining(["MINE", "KEPT", "PATH"]));
    expect(names.filter((each) => /^(PIPELINE|OTEL|TRACE|BAGGAGE)/.test(each ?? ""))).toEqual([]);
  });

  it("runs commands in their directory, one after the other, to the first failure or to the end", async () => {
    const commands = ["pwd", "exit 3", "echo never"].map((text) => command(["sh", "-c", text], { dir: "/usr" }));
    const ran = await run(name, { ...step, commands });
    expect(ran.text(0, "stdout")).toBe("/usr\n");
    expect(ran.commands.map(({ exitCode }) => exitCode)).toEqual([0, 3]);
    const all = await run(name, { ...step, commands, stopAtFirstFailure: false });
    expect(all.commands.map(({ exitCode }) => exitCode)).toEqual([0, 3, 0]);
  });

  it("leaves the mark of a warm build cache when a step that compiles has run to its end, whatever it found", async () => {
    const marked = async (given: StepSpec): Promise<boolean> => {
      const GOCACHE = scratch();
      await run(name, given, { GOCACHE });
      return existsSync(join(GOCACHE, "pipeline-warm"));
    };
    expect(await marked(shell("true"))).toBe(false);
    expect(await marked(shell("true", { compiles: true }))).toBe(true);
    expect(await marked(shell("exit 3", { compiles: true }))).toBe(true);
    expect(await marked(shell("sleep 30", { compiles: true, seconds: 1 }))).toBe(false);
  });

  it("readies the results of tests before the first command, which knows nothing of it", async () => {
    const dir = scratch();
    const program = join(dir, "program");
    writeFileSync(program, `#!/bin/sh\nprintf '<%s>' "$@" >${dir}/asked\n`, { mode: 0o755 });
    const given = shell(`cat ${dir}/asked; env | grep -c TESTS_AGE`, {
      tests: { program, root: "/src", image: "golang@sha256:1" },
    });
    expect((await run(name, given, { PIPELINE_TESTS_AGE: "7" })).text(0, "stdout")).toBe(
      "</src><7><golang@sha256:1>0\n",
    );
    writeFileSync(program, "#!/bin/sh\nexit 3\n");
    await expect(run(name, given, { PIPELINE_TESTS_AGE: "7" })).rejects.toThrow("Command failed");
  });

  it("says what the commands changed in a directory, and keeps it", async () => {
    const watches = scratch();
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(watches, path)), { recursive: true });
      writeFileSync(join(watches, path), text);
    };
    for (const path of ["same.txt", "old.txt", "gone.txt", "run.sh", ".git/HEAD", "a b/c$d.txt"]) write(path, "old");
    symlinkSync("old.txt", join(watches, "link"));
    const text = `cd "$1" && echo new >old.txt && rm gone.txt && chmod +x run.sh && echo x >.git/HEAD && mkdir n && echo n >n/-new.txt &&
      echo new >"a b/c\\$d.txt" && rm link && ln -s same.txt link`;
    const ran = await run(name, shell(text, { watches }, watches));
    expect(ran.commands.map(({ exitCode }) => exitCode)).toEqual([0]);
    expect(await readTreeChanges(ran.files)).toEqual([
      { path: "a b/c$d.txt", before: "-", after: "-", bytes: true },
      { path: "gone.txt", before: "-", after: null, bytes: true },
      { path: "link", before: "l", after: "l", bytes: true },
      { path: "n/-new.txt", before: null, after: "-", bytes: true },
      { path: "old.txt", before: "-", after: "-", bytes: true },
      { path: "run.sh", before: "-", after: "x", bytes: false },
    ]);
    expect(readFileSync(contentPath(ran.files, { path: "n/-new.txt" }), "utf8")).toBe("n\n");
    expect(readFileSync(contentPath(ran.files, { path: "a b/c$d.txt" }), "utf8")).toBe("new\n");
    await expect(refuseIrregular(ran.out)).resolves.toBeUndefined();
  });

  it("says nothing of a directory when time was up", async () => {
    const ran = await run(name, shell("sleep 30", { watches: scratch(), seconds: 1 }));
    expect([ran.end, await readTreeChanges(ran.files)]).toEqual(["timed-out", null]);
  });

  it("makes the directories of a step's result files", async () => {
    const ran = await run(name, { ...step, dirs: ["bin/a b/", "x"] });
    expect(existsSync(join(ran.out, "result", "bin", "a b"))).toBe(true);
  });

  it("takes out what is no regular file where programs leave what they like, and nowhere else", async () => {
    const make = `cd "$(dirname "$(readlink /proc/$$/fd/1)")/result" && ln -s /etc/passwd bin/link && cd loose && echo a >a && ln a again &&
      mkdir deep shut && ln -s /etc/passwd "deep/a
b" && mkfifo pipe && ln -s /etc dir && echo s >shut/s && chmod 0 shut/s shut && rmdir ../gone && ln -s /etc ../gone`;
    const given = shell(make, { dirs: ["bin/", "loose/", "gone/"], loose: ["loose/", "gone/"] });
    const ran = await run(name, given);
    expect(ran.commands.map(({ exitCode }) => exitCode)).toEqual([0]);
    const irregular = await readIrregular(ran.files);
    expect([...irregular].sort()).toEqual(["gone", "loose/deep/a\nb", "loose/dir", "loose/pipe"]);
    const left = readdirSync(join(ran.files, "loose"), { recursive: true, encoding: "utf8" });
    expect(left.sort()).toEqual(["a", "again", "deep", "shut", "shut/s"]);
    expect(statSync(join(ran.files, "loose/shut")).mode & 0o700).toBe(0o700);
    await expect(refuseIrregular(ran.out)).rejects.toThrow("a step left link behind, which is not a regular file");
    rmSync(join(ran.files, "bin/link"));
    await expect(refuseIrregular(ran.out)).resolves.toBeUndefined();
  });

  it.each(ruleCases())("goes on by the rule of all engines after a tool that $what", async (rule) => {
    const commands = [rule.command, { ...rule.command, args: ["-c", "true"] }];
    const exec = execStep({ commands, passes: rule.passes });
    const spec = specCommands(exec).commands.map((each) => ({ ...each, dir: "/" }));
    const ran = await run(name, { ...step, commands: spec });
    expect(ran.commands).toHaveLength(rule.passed ? 2 : 1);
    const { commands: ends } = await readStepEnd(exec, { ...ran, resultDir: ran.files });
    expect(ends.slice(0, 1).map((end) => commandPassed(exec, 0, end))).toEqual([rule.passed]);
  });

  it("ends a step with all it started when its time is up", async () => {
    const mark = uniqueTime();
    const ran = await run(name, shell(`trap '' TERM; sleep ${mark} & sleep ${mark}`, { seconds: 1 }));
    expect(ran).toMatchObject({ end: "timed-out", commands: [{ exitCode: null }] });
    await gone(mark);
  });

  it("runs nothing more when the time is up", async () => {
    const commands = [command(["sleep", "30"]), command(["echo", "never"])];
    const ran = await run(name, { ...step, seconds: 1, commands, stopAtFirstFailure: false });
    expect([ran.end, ran.commands.length]).toEqual(["timed-out", 1]);
  });

  it("asks a step for its goroutines first when told so, and waits for them", async () => {
    // Like a Go program, node takes the signal whether or not it was ignored before: shells of busybox ignore it.
    const program = `process.on("SIGQUIT", () => { console.log("dump"); setTimeout(() => { console.log("done"); process.exit(2); }, 700); });
      setInterval(() => {}, 1000);`;
    // Until the program takes signals, its start has to be over.
    const asked = { ...step, seconds: Math.ceil(slowness()), quit: true };
    const ran = await run(name, { ...asked, commands: [command([process.execPath, "-e", program])] });
    expect(ran).toMatchObject({ end: "timed-out", commands: [{ exitCode: 2, signal: null }] });
    expect(ran.text(0, "stdout")).toBe("dump\ndone\n");
  });

  it("leaves the signals of commands as they are by default", async () => {
    const ran = await run(name, shell("sh -c 'kill -INT $$; echo alive'"));
    expect(ran.text(0, "stdout")).toBe("");
  });

  it("leaves nothing running that a finished command started", async () => {
    const mark = uniqueTime();
    const ran = await run(name, shell(`sleep ${mark} >/dev/null 2>&1 & echo started`));
    expect(ran.text(0, "stdout")).toBe("started\n");
    await gone(mark);
  });

  it("measures how long steps and commands took", async () => {
    const startedAt = performance.now();
    const ran = await run(name, shell("sleep 0.4"));
    const whole = performance.now() - startedAt;
    expect(ran.durationMs).toBeGreaterThanOrEqual(380);
    // Its clock counts hundredths of a second.
    expect(ran.durationMs).toBeLessThanOrEqual(whole + 10);
    expect(ran.commands[0]?.durationMs).toBeGreaterThanOrEqual(380);
  });

  it("does not lose a large output", async () => {
    const ran = await run(name, shell("head -c 50000000 /dev/zero"));
    expect(ran.text(0, "stdout").length).toBe(50_000_000);
  });
});

describe.runIf(process.platform === "linux").concurrent.each(shells)("inspect.sh under %s", (name) => {
  it("answers every question, also when there are more than processors", async () => {
    const questions = Array.from({ length: 12 }, (_, at) => shell(`echo ${at}; exit ${at % 3}`));
    const { steps, processors } = await inspect(name, questions);
    const answers = steps.map(({ commands: [asked] }) => [readFileSync(asked?.stdout ?? "", "utf8"), asked?.exitCode]);
    expect(answers).toEqual(questions.map((_, at) => [`${at}\n`, at % 3]));
    expect(processors).toBe(availableParallelism());
  });

  it.runIf(availableParallelism() > 1)("asks side by side", async () => {
    const dir = scratch();
    const meet = (own: string, other: string): StepSpec =>
      shell(`touch $1/${own}; until [ -e $1/${other} ]; do sleep 0.05; done`, {}, dir);
    const { steps } = await inspect(name, [meet("a", "b"), meet("b", "a")]);
    expect(steps.map(({ end }) => end)).toEqual(["exited", "exited"]);
  });

  it("sees whether a step that compiles has run with the build cache", async () => {
    const GOCACHE = scratch();
    expect(await inspect(name, [shell("true")], { GOCACHE })).toMatchObject({ warm: false });
    await run(name, shell("true", { compiles: true }), { GOCACHE });
    expect(await inspect(name, [shell("true")], { GOCACHE })).toMatchObject({ warm: true });
  });
});

describe("writeSpec", () => {
  it("refuses a command line that would be split", async () => {
    const long = { ...step, commands: [command(["x".repeat(120_000)])] };
    await expect(writeSpec(scratch(), long)).rejects.toThrow("a command line of 120001 bytes is too long");
  });
});
