import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import { messageOf } from "../errors.ts";
import { programsOnPath } from "../files/on-path.ts";
import { type Compression, unpack } from "../files/unpack.ts";
import { dispatcherFor } from "../net/http.ts";
import type {
  CacheService,
  CacheStore,
  FetchRequest,
  FetchResult,
  FindRequest,
  FindResult,
  SaveRequest,
  SaveResult,
} from "./cache-store.ts";
import { downloadParts } from "./github-cache-download.ts";
import { cacheClientFlag } from "./github-cache-flag.ts";
import { cacheVersion, lookUp, readingForbidden, serviceAddress } from "./github-cache-lookup.ts";
import { clientProblem, isRefusal, lastWarning, presentable } from "./github-cache-output.ts";
import { answerSchema, type ClientAnswer, type ClientRequest } from "./github-cache-protocol.ts";

/** Runs a program to its end in a process group of its own; the engine's way of doing that fits. */
export type RunProgram = (request: {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stdout: string;
  readonly stderr: string;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}) => Promise<{ readonly end: string; readonly exitCode: number | null; readonly error: string | null }>;

export interface CacheStoreOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Node with its options and our own script. */
  readonly self: readonly string[];
  readonly run: RunProgram;
  readonly lookupLimitMs?: number;
  /** Milliseconds that a download may stand still. */
  readonly silenceMs?: number;
}

/** By the variables that the runner gives to steps of actions (never to `run:` steps). */
export function cacheServiceOf(options: CacheStoreOptions): CacheService {
  const { env } = options;
  const given = (name: string): boolean => (env[name] ?? "") !== "";
  if (!given("ACTIONS_RUNTIME_TOKEN") || !(given("ACTIONS_CACHE_URL") || given("ACTIONS_RESULTS_URL"))) {
    return { ok: false, reason: "this runner offers no cache service" };
  }
  return { ok: true, store: new GithubCacheStore(options) };
}

/** A service that answers at all does so within a second. */
const lookupLimitMs = 15_000;
const silenceMs = 15_000;

/** What became of a request; `answer` is null when there is no more to know than the problem. */
interface Reply {
  readonly answer: ClientAnswer | null;
  readonly problem: string | null;
}

class GithubCacheStore implements CacheStore {
  readonly #options: CacheStoreOptions;
  readonly #lookupLimitMs: number;
  #compression: Promise<Compression> | null = null;

  constructor(options: CacheStoreOptions) {
    this.#options = options;
    this.#lookupLimitMs = options.lookupLimitMs ?? lookupLimitMs;
  }

  async find({ name, keys, signal }: FindRequest): Promise<FindResult> {
    const { env } = this.#options;
    const forbidden = readingForbidden(env);
    if (forbidden !== null) return { status: "failed", reason: forbidden };
    const late = `the cache service did not answer within ${seconds(this.#lookupLimitMs)}`;
    const address = serviceAddress(env);
    return await this.#within({ address, limitMs: this.#lookupLimitMs, signal, late }, async (request) => {
      const version = cacheVersion(name, (await this.#howCompressed()).name);
      const cache = await lookUp({ env, keys, version, ...request });
      return cache === null ? { status: "missed" } : { status: "found", cache };
    });
  }

  async fetch({ cache, dir, maxBytes, limitMs, signal }: FetchRequest): Promise<FetchResult> {
    const late = `not finished within ${seconds(limitMs)}`;
    return await this.#within({ address: cache.location, limitMs, signal, late }, async (request) => {
      const compression = await this.#howCompressed();
      const source = Readable.from(downloadParts({ url: cache.location, ...request }), { objectMode: false });
      await unpack({ source, compression, dir, maxBytes, signal: request.signal });
      return { status: "fetched" };
    });
  }

  /** Does something that speaks with the service. */
  async #within<T>(
    { address, limitMs, signal, late }: Bounds,
    work: (request: { readonly dispatcher: Dispatcher; readonly signal: AbortSignal }) => Promise<T>,
  ): Promise<T | Failure> {
    const limit = AbortSignal.timeout(limitMs);
    let dispatcher: Dispatcher | null = null;
    try {
      dispatcher = dispatcherFor(address, this.#options.silenceMs ?? silenceMs);
      return await work({ dispatcher, signal: AbortSignal.any([signal, limit]) });
    } catch (error) {
      const reason = presentable(messageOf(error)) || noReason;
      return { status: "failed", reason: signal.aborted ? "the run was cancelled" : limit.aborted ? late : reason };
    } finally {
      await dispatcher?.destroy();
    }
  }

  /** As the toolkit's client compresses where zstd can be run, and where it cannot. */
  #howCompressed(): Promise<Compression> {
    this.#compression ??= programsOnPath("zstd", this.#options.env, process.platform === "win32").then(([program]) =>
      program === undefined ? { name: "gzip" } : { name: "zstd", program },
    );
    return this.#compression;
  }

  async save({ dir, key, limitMs, signal }: SaveRequest): Promise<SaveResult> {
    const { answer, problem } = await this.#ask({ dir, key, limitMs, signal });
    if (problem === null && answer?.accepted === true) return { status: "saved" };
    const reason = problem ?? noReason;
    return { status: isRefusal(reason) ? "refused" : "failed", reason };
  }

  /** Temporary files of the client lie in a directory of ours, so that one that was ended leaves nothing behind. */
  async #ask(question: SaveRequest): Promise<Reply> {
    try {
      const own = await mkdtemp(join(dirname(question.dir), "cache-client-"));
      try {
        return await this.#askIn(own, question);
      } finally {
        await rm(own, { recursive: true, force: true, maxRetries: 3 });
      }
    } catch (error) {
      return { answer: null, problem: messageOf(error) };
    }
  }

  async #askIn(own: string, { dir, key, limitMs, signal }: SaveRequest): Promise<Reply> {
    const request = join(own, "request.json");
    const output = join(own, "output");
    const asked: ClientRequest = { name: basename(dir), key };
    await writeFile(request, JSON.stringify(asked));
    const [file = process.execPath, ...args] = this.#options.self;
    const { end, exitCode, error } = await this.#options.run({
      file,
      args: [...args, cacheClientFlag, request],
      cwd: dirname(dir),
      env: clientEnvironment(this.#options.env, own, dirname(dir)),
      stdout: output,
      stderr: output,
      signal,
      timeoutMs: limitMs,
    });
    if (end === "timed-out") return { answer: null, problem: `not finished within ${seconds(limitMs)}` };
    if (end === "cancelled") return { answer: null, problem: "the run was cancelled" };
    if (exitCode !== 0) return { answer: null, problem: error ?? `the client ended with exit code ${exitCode}` };
    const answer = answerSchema.parse(JSON.parse(await readFile(join(own, "answer.json"), "utf8")));
    const said = await readFile(output, "utf8");
    return { answer, problem: clientProblem(said) ?? (answer.accepted ? null : lastWarning(said)) };
  }
}

type Failure = { readonly status: "failed"; readonly reason: string };

interface Bounds {
  /** Whom it speaks to. */
  readonly address: string;
  readonly limitMs: number;
  readonly signal: AbortSignal;
  /** What is said when the time is over. */
  readonly late: string;
}

const noReason = "the client gave no reason";

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}

/**
 * The runner's variables without inputs, which hold secrets. Archives are made relative to GITHUB_WORKSPACE, so that is where the directory lies, and temporary
 * files go where they are removed. RUNNER_DEBUG would list every file of an archive.
 */
function clientEnvironment(env: NodeJS.ProcessEnv, temp: string, workspace: string): Record<string, string> {
  const kept = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || /^INPUT_|^RUNNER_DEBUG$|^GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$/i.test(name)
      ? []
      : [[name, value] as const],
  );
  return { ...Object.fromEntries(kept), RUNNER_TEMP: temp, GITHUB_WORKSPACE: workspace };
}
