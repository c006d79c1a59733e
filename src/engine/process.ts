import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, rmSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { hasCode, messageOf, systemCode } from "../errors.ts";
import { createOrphanGuard } from "./orphan-guard.ts";

/** One child process, its output going straight to files so that no amount of it is held in memory. */
export interface ProcessRequest {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute paths; what is there is replaced. The same path twice interleaves both streams. */
  readonly stdout: string;
  readonly stderr: string;
  /** Bytes for standard input; without it the child reads end of file. */
  readonly input?: string;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** Sent to the group when time is up, before it is ended: SIGQUIT makes Go programs print their goroutines. */
  readonly timeoutSignal?: NodeJS.Signals;
}

export interface ProcessResult {
  /** `not-started`: the program could not be executed; `error` says why. */
  readonly end: "exited" | "timed-out" | "cancelled" | "not-started";
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly durationMs: number;
  readonly error: string | null;
}

/** GitHub sends SIGINT, 7.5 s later SIGTERM, 2.5 s later it kills: children get less than that to end by themselves. */
const graceMs = 2_500;

/**
 * Runs one program in a process group of its own and waits for it. A time limit or an abort ends the whole group: first politely, then
 * with SIGKILL. Whatever is left of the group after the program's end is killed too. Never throws for what the program does.
 */
export async function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  const stdout = openNew(request.stdout);
  try {
    const stderr = request.stderr === request.stdout ? stdout : openNew(request.stderr);
    try {
      return await supervise(request, stdout, stderr);
    } finally {
      if (stderr !== stdout) closeSync(stderr);
    }
  } finally {
    closeSync(stdout);
  }
}

/**
 * A new file in the place of whatever is there: a link that a test has planted is removed, not followed. Synchronous, because the program that is to write
 * to it should start before anything else gets its turn. The caller closes it.
 */
export function openNew(path: string): number {
  rmSync(path, { recursive: true, force: true });
  return openSync(path, "wx");
}

async function supervise(request: ProcessRequest, stdout: number, stderr: number): Promise<ProcessResult> {
  if (request.signal?.aborted) return notRun("cancelled", null);
  const startedAt = performance.now();
  const child = spawn(request.file, request.args, {
    cwd: request.cwd,
    // As a shell's `cd` and Go's os/exec do: where a link leads to the directory, Go goes by this name of it (os.Getwd).
    env: { ...request.env, ...(process.platform === "win32" ? {} : { PWD: request.cwd }) },
    detached: process.platform !== "win32",
    windowsHide: true,
    stdio: [request.input === undefined ? "ignore" : "pipe", stdout, stderr],
  });
  const ended = untilClosed(child);
  const release = endWithUs(child);
  const limits = enforceLimits(child, request);
  feed(child, request.input);
  try {
    const { exitCode, signal } = await ended;
    const durationMs = Math.round(performance.now() - startedAt);
    return { end: limits.reason() ?? "exited", exitCode, signal, durationMs, error: null };
  } catch (error) {
    return notRun("not-started", startError(request.file, error));
  } finally {
    limits.clear();
    await killTree(child, "SIGKILL");
    release();
  }
}

function notRun(end: "cancelled" | "not-started", error: string | null): ProcessResult {
  return { end, exitCode: null, signal: null, durationMs: 0, error };
}

const running = new Set<ChildProcess>();
const guard = createOrphanGuard();

/** When our process ends before a program has (a third Ctrl-C, SIGKILL), its whole group is killed. Answers how to take that back. */
function endWithUs(child: ChildProcess): () => void {
  if (running.size === 0) process.on("exit", killRunning);
  running.add(child);
  if (child.pid !== undefined) guard.watch(child.pid);
  return () => {
    running.delete(child);
    if (child.pid !== undefined) guard.forget(child.pid);
    if (running.size === 0) process.off("exit", killRunning);
  };
}

/** Nothing asynchronous happens any more while a process exits. On Windows children of Node end with it. */
function killRunning(): void {
  if (process.platform === "win32") return;
  for (const { pid } of running) if (pid !== undefined) killGroup(pid, "SIGKILL");
}

/** Resolves at the program's end, rejects when it could not be started. */
async function untilClosed(child: ChildProcess): Promise<{ exitCode: number | null; signal: string | null }> {
  await once(child, "close");
  return { exitCode: child.exitCode, signal: child.signalCode };
}

/** Programs may end without reading their input: a broken pipe is their choice, not a fault. */
function feed(child: ChildProcess, input: string | undefined): void {
  if (input === undefined) return;
  child.stdin?.on("error", () => child.stdin?.destroy());
  child.stdin?.end(input);
}

interface Limits {
  /** Why the program was ended before its time, null when it was not. */
  reason(): "timed-out" | "cancelled" | null;
  clear(): void;
}

function enforceLimits(child: ChildProcess, request: ProcessRequest): Limits {
  let reason: "timed-out" | "cancelled" | null = null;
  const stop = (why: "timed-out" | "cancelled", first: NodeJS.Signals): void => {
    if (reason !== null) return;
    reason = why;
    void endGroup(child, first);
  };
  const onAbort = (): void => stop("cancelled", "SIGTERM");
  request.signal?.addEventListener("abort", onAbort, { once: true });
  const onTime = (): void => stop("timed-out", request.timeoutSignal ?? "SIGTERM");
  const timer = request.timeoutMs === undefined ? undefined : setTimeout(onTime, request.timeoutMs);
  const clear = (): void => {
    clearTimeout(timer);
    request.signal?.removeEventListener("abort", onAbort);
  };
  return { reason: () => reason, clear };
}

function startError(file: string, cause: unknown): string {
  const code = systemCode(cause);
  if (code === "ENOENT") return `${file}: command not found`;
  if (code === "EACCES") return `${file}: not executable`;
  return `${file}: ${messageOf(cause)}`;
}

async function endGroup(child: ChildProcess, first: NodeJS.Signals): Promise<void> {
  const signals: readonly NodeJS.Signals[] =
    first === "SIGTERM" ? ["SIGTERM", "SIGKILL"] : [first, "SIGTERM", "SIGKILL"];
  for (const signal of signals) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    await killTree(child, signal);
    await delay(graceMs / (signals.length - 1), undefined, { ref: false });
  }
}

/** What is left of a program can be found by its number: as a group, as a tree of parents and children, or not at all. */
export function reachOf(
  child: Pick<ChildProcess, "pid" | "exitCode" | "signalCode">,
  platform: string,
): "group" | "tree" | "nothing" {
  if (child.pid === undefined) return "nothing";
  if (platform !== "win32") return "group";
  // Windows gives the number of a process that has ended to the next one, and knows no children of one that is gone.
  return child.exitCode === null && child.signalCode === null ? "tree" : "nothing";
}

/** Signals every process of the group that the child leads; on Windows, which has no groups, `taskkill /T` walks the tree. */
async function killTree(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const reach = reachOf(child, process.platform);
  if (child.pid === undefined || reach === "nothing") return;
  if (reach === "group") return killGroup(child.pid, signal);
  const taskkill = spawn("taskkill", taskkillArgs(child.pid), { stdio: "ignore", windowsHide: true });
  await once(taskkill, "close");
}

/** Signals the process group that `pid` leads, if it is still there. Not on Windows, which has no groups. */
export function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // EPERM: all that is left of the group belongs to somebody else, or (on macOS) has ended and was not waited for.
    if (!hasCode(error, "ESRCH", "EPERM")) throw error;
  }
}

/** Arguments that end a process and all it started; Windows knows no polite variant for console programs. */
export function taskkillArgs(pid: number): readonly string[] {
  return ["/PID", String(pid), "/T", "/F"];
}
