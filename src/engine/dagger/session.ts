import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Client, Secret } from "@dagger.io/dagger";
import { EnvironmentError, messageOf } from "../../errors.ts";
import { preload } from "../../preload.ts";
import { type Cli, obtainCli } from "./cli.ts";
import { connectClient, loadSdk, type Sdk } from "./connection.ts";
import { askVersion, type Endpoint, ping } from "./endpoint.ts";
import { untilSilent } from "./heartbeat.ts";
import { nameSecret } from "./named-secret.ts";
import { requireListener } from "./runner-address.ts";
import { type SessionProcess, startSession } from "./session-process.ts";
import { daggerVersion } from "./version.ts";

export interface SessionOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly runnerHost: string | null;
  readonly cloudToken: string | null;
  /** Absolute; an empty directory that the CLI runs in. */
  readonly cwd: string;
  /** Milliseconds for the CLI's download, and again for reaching an engine. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
  readonly mask: (secret: string) => void;
  readonly log: (line: string) => void;
}

/** A connection to an engine. */
export interface Session {
  readonly client: Client;
  /** The SDK, which is loaded only when a session is opened. */
  readonly sdk: Sdk;
  /** Somebody else's session: its client has sent files before, and the engine still has them. */
  readonly keepsState: boolean;
  /** Names this session in what it executes; a result that names another was made by an earlier one. */
  readonly id: string;
  /** As the engine says it, without a leading v. */
  readonly engineVersion: string;
  /** A secret that a Dockerfile knows by `name`; the value is in no query. */
  namedSecret(name: string, value: string, signal: AbortSignal): Promise<Secret>;
  /** Resolves with the reason when session or engine are gone before `close`. */
  readonly lost: Promise<string>;
  /** Address of the trace at Dagger Cloud, null without one. */
  traceUrl(): string | null;
  /** Ends the session. `graceMs`: how long it may take to end by itself. Never throws. */
  close(graceMs: number): Promise<void>;
}

/** Uses the session of `dagger run` when there is one, else starts one. Throws EnvironmentError. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const given = givenSession(options.env);
  if (given !== null) {
    options.mask(given.token);
    return await attach(given, options, null);
  }
  const address = options.runnerHost ?? options.env["_EXPERIMENTAL_DAGGER_RUNNER_HOST"] ?? "";
  await requireListener(address);
  const cli = await cliFor(options);
  // 7 MB of it: loaded while the CLI looks for an engine.
  preload(loadSdk, 10);
  const process = await startSession({
    cli: cli.path,
    env: sessionEnvironment(options),
    cwd: options.cwd,
    connectLimitMs: options.limitMs,
    signal: options.signal,
    mask: options.mask,
  });
  try {
    return await attach(process, options, process);
  } catch (error) {
    await process.stop(0);
    throw error;
  }
}

/** The session that `dagger run` describes in the environment. Throws EnvironmentError for half of one. */
export function givenSession(env: SessionOptions["env"]): Endpoint | null {
  const port = env["DAGGER_SESSION_PORT"] ?? "";
  const token = env["DAGGER_SESSION_TOKEN"] ?? "";
  if (port === "") return null;
  if (/^[0-9]{1,5}$/.test(port) && token !== "") return { port: Number(port), token };
  throw new EnvironmentError(
    token === ""
      ? "DAGGER_SESSION_PORT is set but DAGGER_SESSION_TOKEN is not."
      : "DAGGER_SESSION_PORT is not a port number.",
    "Run under `dagger run`, which sets both, or unset both.",
  );
}

function cliFor(options: SessionOptions): Promise<Cli> {
  const { env, limitMs, signal, log } = options;
  return obtainCli({ env, limitMs, signal, log, platform: process.platform, arch: process.arch });
}

/**
 * What the CLI sees: our own environment without inputs (they hold secrets). Other engines on the machine are left alone, nothing is asked of Dagger Cloud
 * without a token, and the CLI is not exchanged for another release.
 */
export function sessionEnvironment(
  options: Pick<SessionOptions, "env" | "runnerHost" | "cloudToken" | "cwd">,
): Record<string, string> {
  const dropped = /^(INPUT_|DAGGER_SESSION_|DAGGER_X_RELEASE$|DAGGER_CLOUD_TOKEN$|DAGGER_SILENT$|DAGGER_QUIET$)/i;
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.env)) {
    if (value === undefined || dropped.test(name)) continue;
    // Its mere presence makes the CLI look for an engine in the cloud.
    if (name === "DAGGER_CLOUD_ENGINE" && value === "") continue;
    env[name] = value;
  }
  if (options.runnerHost !== null) env["_EXPERIMENTAL_DAGGER_RUNNER_HOST"] = options.runnerHost;
  if (options.cloudToken !== null) env["DAGGER_CLOUD_TOKEN"] = options.cloudToken;
  return {
    ...env,
    // The CLI keeps its id there and nothing else (engine/client/stableid.go): with an id of its own a run sends every file, see host-tree.ts.
    XDG_STATE_HOME: join(options.cwd, "state"),
    DAGGER_LEAVE_OLD_ENGINE: "1",
    DAGGER_NO_NAG: "1",
    DAGGER_NO_UPDATE_CHECK: "1",
    DAGGER_PROGRESS: "plain",
    DO_NOT_TRACK: "1",
    NO_COLOR: "1",
  };
}

async function attach(endpoint: Endpoint, options: SessionOptions, own: SessionProcess | null): Promise<Session> {
  const engineVersion = await firstVersion(endpoint, options);
  if (engineVersion !== daggerVersion) {
    options.log(`the engine has version ${engineVersion}; this program was made for ${daggerVersion}`);
  }
  const { client, sdk, release } = await inTime(connectClient(endpoint), options, own);
  const closing = new AbortController();
  const died = own?.ended.then((how) => (closing.signal.aborted ? forever() : `the Dagger CLI ${how}`)) ?? forever();
  const silent = untilSilent({
    ask: (signal) => ping(endpoint, signal),
    everyMs: 20_000,
    patienceMs: 120_000,
    stop: closing.signal,
  });
  return {
    client,
    sdk,
    keepsState: own === null,
    id: randomUUID(),
    engineVersion,
    namedSecret: async (name, value, signal) =>
      client.loadSecretFromID(await nameSecret(endpoint, name, value, signal)),
    lost: Promise.race([died, silent]),
    traceUrl: () => (own === null ? null : traceUrl(own)),
    close: async (graceMs) => {
      closing.abort();
      release();
      await own?.stop(graceMs);
    },
  };
}

function forever(): Promise<never> {
  return new Promise(() => undefined);
}

/** Printed by the CLI when a cloud token is there; `/setup` is what it prints without one. */
function traceUrl(own: SessionProcess): string | null {
  const url = own.find(/https:\/\/dagger\.cloud\/\S*traces\/\S+/);
  return url === null || url.endsWith("/traces/setup") ? null : url;
}

/** The SDK waits a week for its first answer, and knows neither of the CLI's end nor of ours. */
async function inTime<T>(work: Promise<T>, options: SessionOptions, own: SessionProcess | null): Promise<T> {
  const limit = AbortSignal.any([options.signal, AbortSignal.timeout(Math.min(options.limitMs, 60_000))]);
  const remedy = "Run it again. If that does not help, restart the engine.";
  const over = new Promise<never>((_, reject) => {
    const late = (): void => reject(new EnvironmentError("The Dagger session stopped answering.", remedy));
    limit.addEventListener("abort", late, { once: true });
    void own?.ended.then((how) => reject(new EnvironmentError(`The Dagger CLI ${how} right after its start.`, remedy)));
  });
  // The one that loses is nobody's business any more.
  for (const each of [work, over]) each.catch(() => undefined);
  return await Promise.race([over, work]);
}

/** First question to the engine, with a time limit that the SDK does not have. */
async function firstVersion(endpoint: Endpoint, options: SessionOptions): Promise<string> {
  const limitMs = Math.min(options.limitMs, 60_000);
  try {
    return await askVersion(endpoint, AbortSignal.any([options.signal, AbortSignal.timeout(limitMs)]));
  } catch (error) {
    throw new EnvironmentError(
      `The Dagger session on port ${endpoint.port} does not answer: ${messageOf(error)}.`,
      "If it was started by `dagger run`, start it again; variables of an ended session are of no use.",
      { cause: error },
    );
  }
}
