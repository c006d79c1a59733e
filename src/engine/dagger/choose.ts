import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnvironmentError, firstSentence, messageOf } from "../../errors.ts";
import type { EngineChoice } from "../../model/engine.ts";

import type { EngineRequest } from "../factory.ts";
import { imageFor } from "./base-image.ts";
import { askRuntime, probeRuntime, type Runtime } from "./runtime.ts";
import { openSession, type Session, type SessionOptions } from "./session.ts";

/** The session of a chosen engine, with the directory that the session and the engine have to themselves. */
export interface OpenedSession {
  readonly session: Session;
  /** Absolute. */
  readonly tempDir: string;
}

/** A choice, with the session that was opened to make it; null for host. Whoever takes it closes it. */
export interface OpenedChoice extends EngineChoice {
  readonly opened: OpenedSession | null;
  /** Why the engine's caches outlive the job; null when that is not known. */
  readonly kept: string | null;
}

export interface ChoiceFacts {
  readonly asked: "auto" | "dagger" | "host";
  /** DAGGER_SESSION_PORT. */
  readonly session: boolean;
  /** Name of what holds the address of a runner, null without one. */
  readonly runnerHost: string | null;
  /** Asked last; null: nobody looked. */
  readonly runtime: Runtime | null;
}

export type Decision =
  | { readonly engine: "host"; readonly reason: string }
  /** `fallback`: when the engine cannot be had, host is taken with a warning. */
  | { readonly engine: "dagger"; readonly reason: string; readonly fallback: boolean }
  /** The facts do not suffice without a look for a container runtime. */
  | { readonly engine: "probe" };

/** The first of: a session, a runner host, a Linux container runtime, the host. What was asked for by name is never exchanged. */
export function decideEngine({ asked, session, runnerHost, runtime }: ChoiceFacts): Decision {
  if (asked === "host") return { engine: "host", reason: "engine: host" };
  if (asked === "dagger") return { engine: "dagger", reason: "engine: dagger", fallback: false };
  if (session) return { engine: "dagger", reason: "started by dagger run", fallback: false };
  if (runnerHost !== null) return { engine: "dagger", reason: `${runnerHost} is set`, fallback: false };
  if (runtime === null) return { engine: "probe" };
  if (runtime.found === "linux") {
    return { engine: "dagger", reason: `${runtime.name} runs Linux containers`, fallback: true };
  }
  if (runtime.found === "none") return { engine: "host", reason: "no container runtime here" };
  return { engine: "host", reason: `no usable container runtime: ${firstSentence(runtime.why)}` };
}

/** What choosing needs of the world, so that tests can be the world. */
export interface Probes {
  readonly runtime: () => Promise<Runtime>;
  readonly open: (options: SessionOptions) => Promise<Session>;
  /** Milliseconds for CLI and engine together when `auto` may still take the host. */
  readonly autoLimitMs: number;
}

/** Chooses the engine of a run and, for dagger, opens its session. Throws EnvironmentError when an engine that may not be exchanged cannot be had. */
export async function chooseEngine(
  request: EngineRequest,
  probes: Probes = realProbes(request),
): Promise<OpenedChoice> {
  const { config, env } = request;
  const facts: ChoiceFacts = {
    asked: config.engine,
    session: (env["DAGGER_SESSION_PORT"] ?? "") !== "",
    runnerHost: config.runnerHost === null ? runnerVariable(env) : "runner-host",
    runtime: null,
  };
  let decision = decideEngine(facts);
  if (decision.engine === "probe") decision = decideEngine({ ...facts, runtime: await probes.runtime() });
  if (decision.engine === "probe") throw new Error("choosing an engine: the runtime was asked for twice");
  const { reason } = decision;
  if (decision.engine === "host") return { name: "host", reason, warning: null, opened: null, kept: null };
  const kept = whyKept(facts);
  if (kept === null && env["RUNNER_ENVIRONMENT"] === "github-hosted") {
    request.expected?.({ engine: "dagger", toolchain: imageFor(request) });
  }
  if (!decision.fallback) {
    const opened = await open(request, probes, limitFor(facts), request.signal);
    return { name: "dagger", reason, warning: null, opened, kept };
  }
  return await openOrFallBack(request, probes, reason);
}

async function openOrFallBack(request: EngineRequest, probes: Probes, reason: string): Promise<OpenedChoice> {
  const limit = AbortSignal.timeout(probes.autoLimitMs);
  try {
    const opened = await open(request, probes, probes.autoLimitMs, AbortSignal.any([request.signal, limit]));
    return { name: "dagger", reason, warning: null, opened, kept: null };
  } catch (error) {
    if (request.signal.aborted || !(error instanceof EnvironmentError || limit.aborted)) throw error;
    const cause = limit.aborted
      ? `not there within ${probes.autoLimitMs / 1_000} s`
      : messageOf(error).replace(/\.$/, "");
    const why = `${reason}, but the Dagger engine cannot be had: ${cause}`;
    return { name: "host", reason: why, warning: `engine: auto takes the host: ${why}.`, opened: null, kept: null };
  }
}

/** An engine that somebody else has started stays when the job is over. */
function whyKept({ session, runnerHost }: ChoiceFacts): string | null {
  if (session) return "the engine of `dagger run` keeps its caches";
  return runnerHost === null ? null : `the engine at ${runnerHost} keeps its caches`;
}

async function open(
  request: EngineRequest,
  probes: Probes,
  limitMs: number,
  signal: AbortSignal,
): Promise<OpenedSession> {
  const { config, secrets, env, log, mask } = request;
  const tempDir = await mkdtemp(join(env["RUNNER_TEMP"] || tmpdir(), "go-pipeline-"));
  try {
    const { runnerHost } = config;
    const { cloudToken } = secrets;
    const session = await probes.open({ env, runnerHost, cloudToken, cwd: tempDir, limitMs, signal, mask, log });
    return { session, tempDir };
  } catch (error) {
    await rm(tempDir, { recursive: true, force: true });
    throw error;
  }
}

function runnerVariable(env: EngineRequest["env"]): string | null {
  const name = "_EXPERIMENTAL_DAGGER_RUNNER_HOST";
  if ((env[name] ?? "") !== "") return name;
  return (env["DAGGER_CLOUD_ENGINE"] ?? "") === "" ? null : "DAGGER_CLOUD_ENGINE";
}

/** An engine that runs already answers at once; one that has to be pulled and started may take minutes. */
function limitFor({ session, runnerHost }: ChoiceFacts): number {
  return session || runnerHost === "_EXPERIMENTAL_DAGGER_RUNNER_HOST" || runnerHost === "runner-host"
    ? 60_000
    : 300_000;
}

function realProbes({ env }: EngineRequest): Probes {
  return { runtime: () => probeRuntime(askRuntime(env)), open: openSession, autoLimitMs: 60_000 };
}
