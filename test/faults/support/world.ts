import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll } from "vitest";
import { gitIn } from "../../support/repository.ts";
import { cleanEnv } from "../../support/run-action.ts";

/** A machine in small: a repository, the files of a runner, a place for temporary files and one for stubs of tools. */
export interface World {
  /** Absolute; everything below is in it, and it is removed at the end. */
  readonly root: string;
  /** The repository, all files committed. */
  readonly repository: string;
  /** What RUNNER_TEMP and TMPDIR name. Empty before a run, and after it. */
  readonly temp: string;
  /** First on PATH. */
  readonly bin: string;
  /** The files that GITHUB_OUTPUT and the like name, by name of the variable. */
  readonly runnerFiles: Readonly<Record<RunnerFile, string>>;
}

export type RunnerFile = "GITHUB_OUTPUT" | "GITHUB_ENV" | "GITHUB_PATH" | "GITHUB_STATE" | "GITHUB_STEP_SUMMARY";

const made: string[] = [];

// After all, because tests of a file may run at the same time.
afterAll(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
});

/** Without files it is a module with one package, one test and a main package. */
export function makeWorld(files: Readonly<Record<string, string>> = tinyModule): World {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "fault-")));
  made.push(root);
  const place = (name: string): string => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  const [repository, temp, bin, runner] = [place("repository"), place("temp"), place("bin"), place("runner")];
  for (const [path, text] of Object.entries(files)) writeFile(join(repository, path), text);
  gitIn(repository, "init", "--quiet", "--initial-branch=main");
  commitAll(repository);
  const runnerFiles = {
    GITHUB_OUTPUT: join(runner, "output"),
    GITHUB_ENV: join(runner, "env"),
    GITHUB_PATH: join(runner, "path"),
    GITHUB_STATE: join(runner, "state"),
    GITHUB_STEP_SUMMARY: join(runner, "summary"),
  };
  for (const path of Object.values(runnerFiles)) writeFileSync(path, "");
  return { root, repository, temp, bin, runnerFiles };
}

export const tinyModule: Readonly<Record<string, string>> = {
  "go.mod": "module example.com/tiny\n\ngo 1.22\n",
  "main.go": "package main\n\nfunc main() {}\n\nfunc one() int { return 1 }\n",
  "main_test.go":
    'package main\n\nimport "testing"\n\nfunc TestOne(t *testing.T) {\n\tif one() != 1 {\n\t\tt.Fatal("not one")\n\t}\n}\n',
};

export function commitAll(repository: string): void {
  gitIn(repository, "add", "--all", "--force");
  gitIn(repository, "commit", "--quiet", "--allow-empty", "--message=state");
}

/** Writes a file and the directories above it. */
export function writeFile(path: string, text: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Puts a shell script in the place of a tool. `real-<tool>` in it stands for the machine's own. */
export function stub(world: World, tool: string, script: string): void {
  const path = join(world.bin, tool);
  writeFileSync(path, `#!/bin/sh\n${script.replaceAll(/\breal-([a-z]+)/g, (_, name: string) => realTool(name))}\n`);
  chmodSync(path, 0o755);
}

/** Absolute path of a tool of this machine. */
export function realTool(tool: string): string {
  for (const dir of (process.env["PATH"] ?? "").split(delimiter)) {
    const path = join(dir, tool);
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return path;
  }
  throw new Error(`this test needs ${tool} on PATH`);
}

/** What a terminal user has: stubs first on PATH, temporary files in a place of their own. */
export function localEnv(world: World, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const path = `${world.bin}${delimiter}${process.env["PATH"] ?? ""}`;
  return cleanEnv({ TMPDIR: world.temp, PATH: path, ...extra });
}

/** What a step of a workflow has. `inputs` are `with:` values by the name of the input. */
export function workflowEnv(
  world: World,
  inputs: Readonly<Record<string, string>> = {},
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return localEnv(world, {
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: world.repository,
    GITHUB_REPOSITORY: "octo/repository",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "0123456789012345678901234567890123456789",
    RUNNER_TEMP: world.temp,
    ...world.runnerFiles,
    ...Object.fromEntries(given),
    ...extra,
  });
}

export function readIn(world: World, path: string): string {
  return readFileSync(join(world.repository, path), "utf8");
}
