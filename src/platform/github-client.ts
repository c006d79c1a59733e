import type { fetch } from "undici";
import * as z from "zod";
import { messageOf } from "../errors.ts";
import { isTransient, TransientError } from "../net/http.ts";
import { Refusal } from "./refusal.ts";

export type Client = Awaited<ReturnType<typeof connect>>;

export interface Connection {
  readonly token: string;
  readonly baseUrl: string;
  readonly signal: AbortSignal;
}

/** A client of GitHub's API that prints nothing and tries nothing twice. */
export async function connect({ token, baseUrl, signal }: Connection, send: typeof fetch) {
  const { getOctokit } = await import("@actions/github");
  const silent = (): void => undefined;
  return getOctokit(token, {
    baseUrl,
    userAgent: "dagger-go-pipeline",
    request: { fetch: send, signal },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
}

const httpSchema = z.object({
  status: z.int(),
  response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional(),
});

/** GraphQL answers 200 to everything (https://docs.github.com/en/graphql/overview/rate-limits-and-node-limits-for-the-graphql-api). */
const graphqlSchema = z.object({
  headers: z.record(z.string(), z.unknown()),
  errors: z.array(z.object({ type: z.string().optional() })),
});

/** The status that an error of the client tells of; null: there was no answer. */
export function statusOf(thrown: unknown): number | null {
  const answered = httpSchema.safeParse(thrown).data;
  return answered?.response === undefined ? null : answered.status;
}

/** What an error of the client means for us. `pauseMs`: a longer pause that the API asks for is not waited for. */
export function understood(thrown: unknown, pauseMs: number): unknown {
  const answered = httpSchema.safeParse(thrown).data;
  if (answered !== undefined) {
    const { status, response } = answered;
    const headers = response?.headers ?? {};
    const said = `${messageOf(thrown)} (${response === undefined ? "no answer" : status})`;
    if (isRateLimit(status, headers, said)) return busy(said, headers, pauseMs);
    if (isTransient(status)) return new TransientError(said);
    return [401, 403, 404].includes(status) ? new Refusal(said) : new Error(said);
  }
  const asked = graphqlSchema.safeParse(thrown).data;
  if (asked?.errors.some(({ type }) => type === "RATE_LIMITED")) return busy(messageOf(thrown), asked.headers, pauseMs);
  return thrown;
}

function isRateLimit(status: number, headers: Headers, said: string): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return "retry-after" in headers || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said);
}

type Headers = Readonly<Record<string, unknown>>;

function busy(said: string, headers: Headers, pauseMs: number): Error {
  const waitMs = pauseOf(headers) ?? pauseMs;
  if (waitMs <= pauseMs) return new TransientError(said, { waitMs });
  return new Error(`${said}; it asks to wait ${Math.ceil(waitMs / 60_000)} min, which is too long`);
}

/** null: GitHub does not say. */
function pauseOf(headers: Headers): number | null {
  const after = Number(headers["retry-after"] ?? Number.NaN);
  if (Number.isFinite(after)) return after * 1_000;
  const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
  const isUsedUp = headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset);
  return isUsedUp ? Math.max(0, reset * 1_000 - Date.now()) : null;
}
