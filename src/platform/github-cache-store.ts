import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { messageOf } from "../errors.ts";
import type {
  CacheService,
  CacheStore,
  RestoreRequest,
  RestoreResult,
  SaveRequest,
  SaveResult,
} from "./cache-store.ts";
import { cacheClientFlag } from "./github-cache-flag.ts";
import { clientProblem, isRefusal, lastWarning } from "./github-cache-output.ts";
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

/** A service that answers at all does so within a second; the client alone would ask for half a minute. */
const lookupLimitMs = 15_000;

/** What became of a request; `answer` is null when there is no more to know than the problem. */
interface Reply {
  readonly answer: ClientAnswer | null;
  readonly problem: string | null;
}

interface Question {
  readonly action: ClientRequest["action"];
  readonly dir: string;
  readonly keys: readonly string[];
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

class GithubCacheStore implements CacheStore {
  readonly #options: CacheStoreOptions;
  readonly #lookupLimitMs: number;

  constructor(options: CacheStoreOptions) {
    this.#options = options;
    this.#lookupLimitMs = options.lookupLimitMs ?? lookupLimitMs;
  }

  async restore(request: RestoreRequest): Promise<RestoreResult> {
    const { answer, problem } = await this.#ask({ action: "restore", ...request });
    if (typeof answer?.key === "string") return { status: "restored", key: answer.key };
    if (problem === null && answer?.lookup === "missed") return { status: "missed" };
    return { status: "failed", reason: problem ?? noReason };
  }

  async save({ key, ...request }: SaveRequest): Promise<SaveResult> {
    const { answer, problem } = await this.#ask({ action: "save", keys: [key], ...request });
    if (problem === null && answer?.lookup === "accepted") return { status: "saved" };
    const reason = problem ?? noReason;
    return { status: isRefusal(reason) ? "refused" : "failed", reason };
  }

  /** Temporary files of the client lie in a directory of ours, so that one that was ended leaves nothing behind. */
  async #ask(question: Question): Promise<Reply> {
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

  async #askIn(own: string, { action, dir, keys, limitMs, signal }: Question): Promise<Reply> {
    const request = join(own, "request.json");
    const output = join(own, "output");
    const asked: ClientRequest = { action, name: basename(dir), keys: [...keys], lookupLimitMs: this.#lookupLimitMs };
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
    return this.#reply(await readFile(join(own, "answer.json"), "utf8"), await readFile(output, "utf8"));
  }

  #reply(text: string, output: string): Reply {
    const answer = answerSchema.parse(JSON.parse(text));
    if (answer.lookup === "late") {
      return { answer, problem: `the cache service did not answer within ${seconds(this.#lookupLimitMs)}` };
    }
    const failed = answer.lookup === "missed" ? lastWarning(output) : null;
    return { answer, problem: clientProblem(output) ?? failed };
  }
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
