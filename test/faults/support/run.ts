import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { slowness } from "../../support/pace.ts";
import { actionPath } from "../../support/run-action.ts";
import { until } from "../../support/waiting.ts";

export interface StartOptions {
  readonly cwd: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
  /** The most memory our process held, KiB. */
  readonly peakKiB: number;
  /** Command lines of every process that was seen below ours, and ours. */
  readonly commandLines: readonly string[];
}

export interface Started {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Resolves when standard output has a match. */
  seen(pattern: RegExp): Promise<void>;
  readonly ended: Promise<Ended>;
}

/** Runs the built action and watches it through /proc (Linux). */
export function start({ cwd, args = [], env }: StartOptions): Started {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [actionPath, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const { pid } = child;
  if (pid === undefined) throw new Error("the action could not be started");
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const watch = watchProcess(pid);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode, signal) => {
      const durationMs = performance.now() - startedAt;
      resolve({ exitCode, signal, stdout, stderr, durationMs, ...watch.stop() });
    });
  });
  const seen = async (pattern: RegExp): Promise<void> => {
    await until(() => pattern.test(stdout) || child.exitCode !== null);
    if (!pattern.test(stdout)) throw new Error(`not seen: ${pattern}\n${stdout}\n${stderr}`);
  };
  return { child, pid, seen, ended };
}

export function run(options: StartOptions): Promise<Ended> {
  return start(options).ended;
}

interface Watch {
  stop(): Pick<Ended, "peakKiB" | "commandLines">;
}

/** Samples memory and command lines of a process and all below it. */
function watchProcess(pid: number): Watch {
  const lines = new Set<string>();
  let peakKiB = 0;
  const look = (): void => {
    peakKiB = Math.max(peakKiB, Number(/VmHWM:\s+(\d+)/.exec(readProc(pid, "status"))?.[1] ?? 0));
    for (const each of [pid, ...descendants(pid)]) lines.add(readProc(each, "cmdline").replaceAll("\0", " ").trim());
  };
  const timer = setInterval(look, 15);
  return {
    stop: () => {
      clearInterval(timer);
      return { peakKiB, commandLines: [...lines].filter((line) => line !== "") };
    },
  };
}

/** Empty for a process that is gone. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

function descendants(pid: number): readonly number[] {
  const children = readProc(pid, `task/${pid}/children`).split(" ").filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** Processes that have their working directory, or an open file, below a directory; zombies do not count. Ours is not among them. */
export function processesIn(directory: string): readonly string[] {
  const found: string[] = [];
  for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    if (Number(name) === process.pid) continue;
    const places = [link(`/proc/${name}/cwd`), ...openFiles(name)];
    if (places.some((place) => place === directory || place.startsWith(`${directory}/`))) {
      found.push(readProc(Number(name), "cmdline").replaceAll("\0", " "));
    }
  }
  return found;
}

function openFiles(pid: string): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => link(`/proc/${pid}/fd/${fd}`));
  } catch {
    return [];
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}

/** Waits until no process is left in a directory, longer where the machine is slower; answers those that are. */
export async function orphansIn(directory: string, patienceMs = 1_000): Promise<readonly string[]> {
  const startedAt = performance.now();
  const patient = (): boolean => {
    const waited = performance.now() - startedAt;
    return waited < patienceMs || waited < patienceMs * slowness();
  };
  while (processesIn(directory).length > 0 && patient()) await delay(50);
  return processesIn(directory);
}
