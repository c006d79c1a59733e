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

/** Whether a server that answers with this status may have another answer soon. */
export function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
