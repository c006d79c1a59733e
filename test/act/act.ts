import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import * as z from "zod";

/** A line of `act --json`, as far as the tests read it. */
const eventSchema = z.object({
  msg: z.string(),
  step: z.string().optional(),
  stepResult: z.string().optional(),
  jobResult: z.string().optional(),
  /** Set when the runner took the line as a command; `ignored` while commands are stopped. */
  command: z.string().optional(),
  kvPairs: z.record(z.string(), z.string()).nullish(),
  arg: z.string().optional(),
  name: z.string().optional(),
  content: z.string().optional(),
  raw_output: z.boolean().optional(),
});

export type ActEvent = z.infer<typeof eventSchema>;

export interface ActRun {
  readonly exitCode: number | null;
  readonly jobResult: string | null;
  /** What was written to GITHUB_STEP_SUMMARY. */
  readonly summary: string;
  /** What was written to GITHUB_OUTPUT. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  /** Lines that the runner took as text. */
  readonly lines: readonly string[];
  readonly events: readonly ActEvent[];
}

export interface Annotation {
  readonly level: string;
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

export interface ActOptions {
  /** Absolute path of the repository with the workflow. */
  readonly repository: string;
  readonly job: string;
  /** Environment of the steps. */
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** A push, unless said otherwise; `payload` is the path of a file. */
  readonly event?: { readonly name: string; readonly payload: string };
  /** Directory of the cache server; without one it is emptied after the run. */
  readonly cacheServer?: string;
}

/** Runs one job of a repository's workflows on this machine, without containers (act's self-hosted mode). */
export async function runAct({ repository, job, env, args = [], cacheServer, event }: ActOptions): Promise<ActRun> {
  const caches = mkdtempSync(join(tmpdir(), "act-cache-"));
  const pairs = Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
  const started = event === undefined ? ["push"] : [event.name, "--eventpath", event.payload];
  const all = [...started, "--job", job, "--json", "--platform", "ubuntu-latest=-self-hosted", ...pairs, ...args];
  const child = spawn(findAct(), [...all, "--cache-server-path", cacheServer ?? join(caches, "server")], {
    cwd: repository,
    // Actions and workspaces go below XDG_CACHE_HOME; Go's own caches stay where they are.
    env: { ...process.env, XDG_CACHE_HOME: caches, GOCACHE: goEnv("GOCACHE"), NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exit = new Promise<number | null>((resolve, reject) => {
    child.on("close", resolve);
    child.on("error", reject);
  });
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  rmSync(caches, { recursive: true, force: true });
  const events = readEvents(stdout);
  if (events.length === 0) throw new Error(`act ran nothing (exit code ${exitCode}): ${stderr}`);
  return { exitCode, events, ...digest(events) };
}

function digest(events: readonly ActEvent[]): Omit<ActRun, "exitCode" | "events"> {
  const outputs = events.filter(({ command }) => command === "set-output");
  const annotations = events.filter(({ command = "" }) => ["error", "warning", "notice"].includes(command));
  return {
    jobResult: events.findLast(({ jobResult }) => jobResult !== undefined)?.jobResult ?? null,
    summary: events.flatMap(({ command, content }) => (command === "summary" ? [content ?? ""] : [])).join(""),
    outputs: Object.fromEntries(outputs.map(({ name = "", arg = "" }) => [name, arg])),
    annotations: annotations.map(({ command = "", arg = "", kvPairs }) => ({
      level: command,
      message: arg,
      properties: kvPairs ?? {},
    })),
    lines: events.filter(({ raw_output }) => raw_output === true).map(({ msg }) => msg.trimEnd()),
  };
}

function readEvents(stdout: string): readonly ActEvent[] {
  return stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => eventSchema.parse(JSON.parse(line)));
}

/** A missing act fails the suite: it must never pass because nothing ran. */
function findAct(): string {
  const onPath = spawnSync("act", ["--version"], { encoding: "utf8" });
  if (onPath.status === 0) return "act";
  const installed = join(goEnv("GOPATH"), "bin", "act");
  if (existsSync(installed)) return installed;
  throw new Error("act is not installed: go install github.com/nektos/act@v0.2.89");
}

function goEnv(name: string): string {
  return spawnSync("go", ["env", name], { encoding: "utf8" }).stdout.trim();
}
