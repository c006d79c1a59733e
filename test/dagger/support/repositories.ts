import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach } from "vitest";
import { gitIn } from "../../support/repository.ts";
import { type ActionRun, cleanEnv, type StartedAction, startAction } from "../../support/run-action.ts";
import { pathWithoutGo } from "./machine.ts";

export const image = process.env["GO_IMAGE"] ?? "";

/** The Dagger CLI, for what a user does with it. */
export const cli = process.env["_EXPERIMENTAL_DAGGER_CLI_BIN"] || "dagger";

/** One repository for the engine's caches, or every test compiles the standard library. */
export const cacheScope = "dagger-go-pipeline/contract";

/** Content of files by path. */
export type Files = Readonly<Record<string, string>>;

/** A module with one package and one test. */
export const smallModule: Files = {
  "go.mod": "module example.com/small\n\ngo 1.22\n",
  "main.go": 'package main\n\nfunc main() { println("small") }\n',
  "main_test.go": 'package main\n\nimport "testing"\n\nfunc TestSmall(t *testing.T) { main() }\n',
};

export interface Sandbox {
  /** Absolute; the repository. */
  readonly root: string;
  /** Absolute; TMPDIR of the runs, so that what they leave behind can be seen. */
  readonly temp: string;
  write(files: Files): void;
  git(...args: string[]): string;
  env(extra?: Files): Record<string, string>;
  /** Starts the action on the Dagger engine, without Go on PATH. */
  start(flags?: readonly string[], extra?: Files): StartedAction;
  /** The same, to its end. */
  run(flags?: readonly string[], extra?: Files): Promise<ActionRun>;
  dispose(): void;
}

export function sandbox(files: Files = smallModule): Sandbox {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "dagger-test-")));
  const [root, temp] = [join(base, "repository"), join(base, "temp")];
  for (const dir of [root, temp]) mkdirSync(dir);
  const write = (more: Files): void => {
    for (const [path, text] of Object.entries(more)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  write(files);
  const git = (...args: string[]): string => gitIn(root, ...args);
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message=first");
  const env = (extra: Files = {}): Record<string, string> =>
    cleanEnv({ PATH: pathWithoutGo(), TMPDIR: temp, CI_PROJECT_PATH: cacheScope, ...extra });
  const start = (flags: readonly string[] = [], extra: Files = {}): StartedAction =>
    startAction(root, ["--engine", "dagger", ...goImage(flags), "--platforms", "linux/amd64", ...flags], env(extra));
  const run = (flags: readonly string[] = [], extra: Files = {}): Promise<ActionRun> => start(flags, extra).ended;
  return { root, temp, write, git, env, start, run, dispose: () => rmSync(base, { recursive: true, force: true }) };
}

/** The image of the suite, unless a test brings its own. */
function goImage(flags: readonly string[]): readonly string[] {
  return flags.includes("--go-image") ? [] : ["--go-image", image];
}

/** What runs left behind: files in their TMPDIR, and processes that work in it. */
export function leftovers({ temp }: Sandbox): readonly string[] {
  const files = readdirSync(temp).filter((name) => name.startsWith("go-pipeline-"));
  return [...files, ...processesIn(temp)];
}

function processesIn(dir: string): readonly string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(dir);
    } catch {
      return false;
    }
  });
}

export interface TestReport {
  readonly conclusion: string;
  readonly reasons: readonly string[];
  readonly engine: { readonly name: string; readonly version: string; readonly reason: string };
  readonly stages: readonly {
    readonly id: string;
    readonly status: string;
    readonly cached: boolean;
    readonly reason: string | null;
  }[];
  readonly artifacts: readonly { readonly name: string }[];
}

export function reportOf({ root }: Sandbox): TestReport {
  return JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
}

export function testLog({ root }: Sandbox): string {
  return readFileSync(join(root, ".pipeline/tests/test2json.jsonl"), "utf8");
}

/** The outcome of the stages that ran. */
export function statuses(box: Sandbox): Record<string, string> {
  const ran = reportOf(box).stages.filter((stage) => !["skipped", "disabled"].includes(stage.status));
  return Object.fromEntries(ran.map((stage) => [stage.id, stage.status]));
}

/** Sandboxes that go after each test of a file, or after all of them when they run at the same time. */
export function sandboxes(per: "test" | "file" = "test"): (files?: Files) => Sandbox {
  const open: Sandbox[] = [];
  const close = (): void => {
    for (const box of open.splice(0)) box.dispose();
  };
  if (per === "test") afterEach(close);
  else afterAll(close);
  return (files = smallModule) => {
    const box = sandbox(files);
    open.push(box);
    return box;
  };
}
