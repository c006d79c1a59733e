import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface ActionRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built action; ACTION_PATH names another build of it. */
export const actionPath = process.env["ACTION_PATH"] || resolve(import.meta.dirname, "../../dist/index.js");

/** Variables of a workflow that the tests themselves may run in; the action must not take them for its own. */
const foreign = /^(GITHUB|ACTIONS|RUNNER|INPUT|DAGGER)_/;

/**
 * The environment of this process without what belongs to a workflow. What the action keeps for later goes to a place of the tests, Go's cache stays where it is.
 */
export function cleanEnv(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !foreign.test(name));
  const own = { NO_COLOR: "1", ...goCache(), XDG_CACHE_HOME: join(tmpdir(), "dagger-go-pipeline-tests") };
  return { ...Object.fromEntries(kept.map(([name, value]) => [name, value ?? ""])), ...own, ...extra };
}

let known: Readonly<Record<string, string>> | null = null;

/** Where Go's cache is although XDG_CACHE_HOME changes; tests with an engine run without Go. */
function goCache(): Readonly<Record<string, string>> {
  if (known !== null) return known;
  const { status, stdout } = spawnSync("go", ["env", "GOCACHE"], { encoding: "utf8" });
  known = status === 0 ? { GOCACHE: stdout.trim() } : {};
  return known;
}

/** A run under way. */
export interface StartedAction {
  readonly child: ChildProcess;
  /** What it printed so far. */
  stdout(): string;
  /** Never rejects for its exit code. */
  readonly ended: Promise<ActionRun>;
}

/** Starts the built action as a process in `cwd`. */
export function startAction(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = cleanEnv(),
): StartedAction {
  const child = spawn(process.execPath, [actionPath, ...argv], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const closed = new Promise<number | null>((done, failed) => {
    child.on("error", failed);
    child.on("close", done);
  });
  return { child, stdout: () => stdout, ended: closed.then((exitCode) => ({ exitCode, stdout, stderr })) };
}

/** Runs the built action as a process in `cwd`; never rejects for its exit code. */
export async function runAction(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = cleanEnv(),
): Promise<ActionRun> {
  return await startAction(cwd, argv, env).ended;
}
