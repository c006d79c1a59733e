import { createHash } from "node:crypto";
import { type Dispatcher, request as httpRequest } from "undici";
import * as z from "zod";
import { isTransient, retried, rootMessage, TransientError } from "../net/http.ts";
import type { FoundCache } from "./cache-store.ts";

/**
 * The question whether the cache service has something, as @actions/cache 6.3 asks it (lib/internal: cacheHttpClient.js, cacheTwirpClient.js, config.js, cacheUtils.js).
 * Its own client is several megabytes of code that a run would load to send one request.
 */
export interface LookupRequest {
  readonly env: NodeJS.ProcessEnv;
  readonly keys: readonly string[];
  /** See cacheVersion. */
  readonly version: string;
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
}

/** Asks up to three times while the service is busy or the connection breaks. null when there is no such cache; throws when there is no answer. */
export async function lookUp(request: LookupRequest): Promise<FoundCache | null> {
  const ask = serviceVersion(request.env) === "v2" ? secondVersion : firstVersion;
  return await retried(() => ask(request), { pauseMs: (attempt) => attempt * 500, signal: request.signal });
}

/** Why the mode of the runner forbids reading; null when it does not. */
export function readingForbidden(env: NodeJS.ProcessEnv): string | null {
  const mode = (env["ACTIONS_CACHE_MODE"] ?? "").trim().toLowerCase();
  const forbidden = mode === "none" || mode === "write-only";
  return forbidden ? `the effective cache-mode '${mode}' does not permit reads` : null;
}

/** What is part of a cache beside its key: the names of its directories and how it is compressed. */
export function cacheVersion(name: string, compression: "gzip" | "zstd"): string {
  const parts = [name, compression === "zstd" ? "zstd-without-long" : "gzip"];
  if (process.platform === "win32") parts.push("windows-only");
  return createHash("sha256")
    .update([...parts, "1.0"].join("|"))
    .digest("hex");
}

/** GitHub Enterprise Server has the first one, whatever else is set. */
export function serviceVersion(env: NodeJS.ProcessEnv): "v1" | "v2" {
  const host = new URL(env["GITHUB_SERVER_URL"] || "https://github.com").hostname.toUpperCase();
  const hosted = host === "GITHUB.COM" || host.endsWith(".GHE.COM") || host.endsWith(".LOCALHOST");
  return hosted && (env["ACTIONS_CACHE_SERVICE_V2"] ?? "") !== "" ? "v2" : "v1";
}

/** Address of the service for its version; empty when the runner names none. */
export function serviceAddress(env: NodeJS.ProcessEnv): string {
  const [cache, results] = [env["ACTIONS_CACHE_URL"] ?? "", env["ACTIONS_RESULTS_URL"] ?? ""];
  return serviceVersion(env) === "v2" ? results : cache || results;
}

const firstAnswer = z.object({ cacheKey: z.string(), archiveLocation: z.url() });

async function firstVersion(request: LookupRequest): Promise<FoundCache | null> {
  const query = `keys=${encodeURIComponent(request.keys.join(","))}&version=${request.version}`;
  const url = `${serviceAddress(request.env)}_apis/artifactcache/cache?${query}`;
  const answer = await send(request, url, { accept: "application/json;api-version=6.0-preview.1" }, null);
  if (answer === null) return null;
  const { cacheKey, archiveLocation } = firstAnswer.parse(answer);
  return { key: cacheKey, location: archiveLocation };
}

/** Twirp's JSON may have names in either form (https://protobuf.dev/programming-guides/json/). */
const secondAnswer = z.object({
  ok: z.boolean().optional(),
  signed_download_url: z.url().optional(),
  signedDownloadUrl: z.url().optional(),
  matched_key: z.string().optional(),
  matchedKey: z.string().optional(),
});

async function secondVersion(request: LookupRequest): Promise<FoundCache | null> {
  const [key = "", ...others] = request.keys;
  const path = "twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL";
  const url = new URL(`/${path}`, serviceAddress(request.env)).href;
  const body = JSON.stringify({ key, restore_keys: others, version: request.version });
  const answer = secondAnswer.parse(await send(request, url, { "content-type": "application/json" }, body));
  if (answer.ok !== true) return null;
  const location = answer.signed_download_url ?? answer.signedDownloadUrl;
  const matched = answer.matched_key ?? answer.matchedKey;
  if (location === undefined || matched === undefined) throw new Error("the cache service gave no address");
  return { key: matched, location };
}

/** JSON of the answer; null for none. */
async function send(
  { env, dispatcher, signal }: LookupRequest,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | null,
): Promise<unknown> {
  const authorization = `Bearer ${env["ACTIONS_RUNTIME_TOKEN"] ?? ""}`;
  const asked = { method: body === null ? "GET" : "POST", headers: { ...headers, authorization }, body } as const;
  const [status, text] = await answerOf(() => httpRequest(url, { ...asked, dispatcher, signal }), signal);
  if (status === 204) return null;
  if (status >= 200 && status < 300) return JSON.parse(text);
  const denied = /cache read denied:[^"]*/.exec(text)?.[0];
  const message = denied ?? `the cache service answered ${status}`;
  throw isTransient(status) ? new TransientError(message) : new Error(message);
}

async function answerOf(
  ask: () => Promise<Dispatcher.ResponseData>,
  signal: AbortSignal,
): Promise<readonly [status: number, text: string]> {
  try {
    const { statusCode, body } = await ask();
    return [statusCode, await body.text()];
  } catch (error) {
    signal.throwIfAborted();
    throw new TransientError(rootMessage(error), { cause: error });
  }
}
