import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { EnvironmentError, messageOf } from "../../errors.ts";
import { parseJson } from "../../parse-json.ts";
import { startGuardShell } from "../orphan-guard.ts";
import { killGroup } from "../process.ts";
import type { Endpoint } from "./endpoint.ts";
import { explainOutput } from "./explain-output.ts";
import { OutputTail } from "./output-tail.ts";

export interface SessionRequest {
  /** Absolute path of the Dagger CLI. */
  readonly cli: string;
  readonly env: Readonly<Record<string, string>>;
  /** Absolute; not the repository, whose `.env` the CLI would read. */
  readonly cwd: string;
  /** Milliseconds until the CLI has to have said where the session is. */
  readonly connectLimitMs: number;
  readonly signal: AbortSignal;
  /** Called with the session's token before anything else can see it. */
  readonly mask: (secret: string) => void;
  /** How long the CLI may go on after our death; its own end of a session takes up to 10 s. */
  readonly orphanGraceSeconds?: number;
}

/** A `dagger session` of our own. */
export interface SessionProcess extends Endpoint {
  /** What the CLI last printed, without the token. */
  tail(): string;
  /** First match of a pattern in everything printed so far that was kept (start and end). */
  find(pattern: RegExp): string | null;
  /** Resolves when the CLI is gone, for whatever reason. */
  readonly ended: Promise<string>;
  /** Ends the session and waits; after `graceMs` the CLI is killed. */
  stop(graceMs: number): Promise<void>;
}

/**
 * Starts `dagger session` and waits for the one line of JSON that says where it listens. The CLI leads a process group of its own; it ends with the
 * session, with us, and, while it still waits for an engine and hears nothing, by a watchdog. Throws EnvironmentError.
 */
export async function startSession(request: SessionRequest): Promise<SessionProcess> {
  const child = spawn(request.cli, ["session", "--label", "dagger.io/sdk.name:nodejs"], {
    cwd: request.cwd,
    env: { ...request.env },
    detached: process.platform !== "win32",
    windowsHide: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  // The pipe stays open as long as we live: its end is how the CLI learns that we are gone. Writing never happens.
  child.stdin?.on("error", () => child.stdin?.destroy());
  const watchdog = startWatchdog(child.pid, request.orphanGraceSeconds ?? 15);
  const tail = new OutputTail(child.stderr);
  const ended = describeEnd(child, () => watchdog?.stdin?.destroy());
  try {
    const { port, token } = await connectParameters(child, request, ended, tail);
    request.mask(token);
    tail.hide(token);
    const stop = (graceMs: number): Promise<void> => stopChild(child, ended, graceMs);
    return { port, token, tail: () => tail.text(), find: (pattern) => tail.find(pattern), ended, stop };
  } catch (error) {
    await stopChild(child, ended, 0);
    throw error;
  }
}

/** Resolves with how the process ended; never rejects. */
async function describeEnd(child: ChildProcess, cleanUp: () => void): Promise<string> {
  try {
    await once(child, "exit");
    const { exitCode, signalCode } = child;
    return signalCode === null ? `exited with code ${exitCode}` : `was ended by ${signalCode}`;
  } catch (error) {
    return `could not be started: ${messageOf(error)}`;
  } finally {
    cleanUp();
  }
}

async function connectParameters(
  child: ChildProcess,
  request: SessionRequest,
  ended: Promise<string>,
  tail: OutputTail,
): Promise<Endpoint> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, request.signal]);
  const died = ended.then(async (how): Promise<never> => {
    await tail.closed;
    throw sessionFailed(`The Dagger CLI ${how} before it reached an engine`, tail.text());
  });
  const late = delay(request.connectLimitMs, undefined, { signal }).then((): never => {
    const seconds = Math.round(request.connectLimitMs / 1_000);
    throw sessionFailed(`No Dagger engine answered within ${seconds} s`, tail.text());
  });
  try {
    const line = await Promise.race([firstLine(child), died, late]);
    return parseParameters(line);
  } catch (error) {
    if (request.signal.aborted) throw sessionFailed("Waiting for a Dagger engine was stopped", "");
    throw error;
  } finally {
    over.abort();
    died.catch(ignoreLoser);
    late.catch(ignoreLoser);
  }
}

/** The race is decided; what the others say later changes nothing. */
function ignoreLoser(): undefined {
  return undefined;
}

const lineLimit = 65_536;

async function firstLine(child: ChildProcess): Promise<string> {
  let text = "";
  if (child.stdout === null) throw new Error("the CLI has no standard output");
  child.stdout.setEncoding("utf8");
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    text += chunk;
    if (text.includes("\n") || text.length > lineLimit) break;
  }
  child.stdout.resume();
  // Without a line the process is about to end, and how it ended says more.
  if (text === "") return await new Promise<never>(() => undefined);
  return text.split("\n")[0] ?? "";
}

function parseParameters(line: string): Endpoint {
  const value = parseJson(line);
  if (typeof value === "object" && value !== null && "port" in value && "session_token" in value) {
    const { port, session_token: token } = value;
    if (typeof port === "number" && typeof token === "string" && token !== "") return { port, token };
  }
  throw sessionFailed("The Dagger CLI answered something else than the address of a session", "");
}

function sessionFailed(what: string, output: string): EnvironmentError {
  const cause = explainOutput(output);
  return new EnvironmentError(
    cause.detail === "" ? `${what}.` : `${what}: ${cause.detail.replace(/\.$/, "")}.`,
    cause.remedy,
  );
}

/** `$1` the process group, `$2` seconds. */
const watchdogScript = `cat >/dev/null
while [ "$2" -gt 0 ]; do
  kill -0 "-$1" 2>/dev/null || exit 0
  sleep 1
  set -- "$1" $(($2 - 1))
done
kill -9 "-$1"`;

/**
 * Whatever way we die, the CLI must follow. It ends when its standard input does, but not while it is still looking for an engine: then it
 * ignores that and every polite signal. So a shell waits for the end of its own standard input and, if need be, kills the CLI's group.
 * Windows needs none: there, children of Node die with it.
 */
function startWatchdog(pid: number | undefined, graceSeconds: number): ChildProcess | null {
  if (pid === undefined || process.platform === "win32") return null;
  return startGuardShell(watchdogScript, "dagger-watchdog", String(pid), String(graceSeconds));
}

async function stopChild(child: ChildProcess, ended: Promise<string>, graceMs: number): Promise<void> {
  child.stdin?.destroy();
  if (graceMs > 0) {
    signalGroup(child, "SIGTERM");
    await Promise.race([ended, delay(graceMs, undefined, { ref: false })]);
  }
  // Also when the CLI has ended: a `docker pull` it started may be left in its group.
  signalGroup(child, "SIGKILL");
  await ended;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    child.kill(signal);
    return;
  }
  killGroup(child.pid, signal);
}
