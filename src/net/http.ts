import { setTimeout as delay } from "node:timers/promises";
import { getProxyForUrl } from "proxy-from-env";
import { Agent, type Dispatcher, ProxyAgent } from "undici";
import { messageOf } from "../errors.ts";

/** What sends requests to an address: through a proxy as HTTP(S)_PROXY, ALL_PROXY and NO_PROXY say, in either case. The caller closes it. */
export function dispatcherFor(url: string, silenceMs = 30_000): Dispatcher {
  const limits = { connect: { timeout: 15_000 }, headersTimeout: silenceMs, bodyTimeout: silenceMs };
  const proxy = getProxyForUrl(url);
  return proxy === "" ? new Agent(limits) : new ProxyAgent({ ...limits, uri: proxy });
}

/** The message of the first cause: undici says `fetch failed` and keeps the reason in `cause`. */
export function rootMessage(error: unknown): string {
  let current = error;
  while (current instanceof Error && current.cause instanceof Error) current = current.cause;
  return messageOf(current);
}

/** Worth another attempt: the server was busy or the connection broke. */
export class TransientError extends Error {
  override readonly name = "TransientError";
  /** How long the server wants to be left alone, at least. */
  readonly waitMs: number;

  constructor(message: string, { waitMs = 0, ...options }: ErrorOptions & { readonly waitMs?: number } = {}) {
    super(message, options);
    this.waitMs = waitMs;
  }
}

/** Waits; rejects when it is aborted. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

const byTheClock: Wait = (ms, signal) => delay(ms, undefined, { signal });

export interface Retries {
  /** How long to wait after an attempt, counted from 1. */
  readonly pauseMs: (attempt: number) => number;
  readonly signal: AbortSignal;
  readonly wait?: Wait;
}

/** Does something up to three times while it throws TransientErrors. Throws what the last attempt met. */
export async function retried<T>(work: () => Promise<T>, { pauseMs, signal, wait = byTheClock }: Retries): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TransientError) || attempt === attempts || signal.aborted) throw error;
      await wait(Math.max(pauseMs(attempt), error.waitMs), signal);
    }
  }
}

const attempts = 3;

/** Whether a server that answers with this status may have another answer soon. */
export function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
