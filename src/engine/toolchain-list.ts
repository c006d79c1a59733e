import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { messageOf } from "../errors.ts";
import type { Secrets } from "../model/secrets.ts";

export interface ToolchainListRequest {
  /** GOPROXY as Go has it: addresses, `direct` and `off`, with `,` or `|` between them. */
  readonly goproxy: string;
  readonly logins: Secrets["gitCredentials"];
  readonly tempRoot: string | undefined;
  readonly signal: AbortSignal;
  /** See DownloadRequest. */
  readonly pauseMs?: number;
}

/** Whole time for one proxy; the list has some kilobytes. */
const limitMs = 60_000;

/**
 * The list of toolchains (https://go.dev/ref/mod#goproxy-protocol, `$base/golang.org/toolchain/@v/list`) of the first module proxy that answers with one. Throws an
 * Error that says why there is none. Which of the separators stands between proxies does not matter: nothing private is asked for.
 */
export async function fetchToolchains(request: ToolchainListRequest): Promise<string> {
  const causes: string[] = [];
  for (const entry of request.goproxy.split(/[,|]/).map((part) => part.trim())) {
    if (entry === "off") break;
    // Toolchains come from proxies alone.
    if (entry === "direct" || !URL.canParse(entry)) continue;
    try {
      return await readList(new URL(entry), request);
    } catch (error) {
      request.signal.throwIfAborted();
      causes.push(`${hostOf(entry)}: ${messageOf(error)}`);
    }
  }
  throw new Error(causes.join("; ") || `GOPROXY=${withoutLogins(request.goproxy)} names no proxy to ask`);
}

async function readList(proxy: URL, request: ToolchainListRequest): Promise<string> {
  const login = loginFor(proxy, request.logins);
  proxy.username = "";
  proxy.password = "";
  proxy.pathname = `${proxy.pathname.replace(/\/$/, "")}/golang.org/toolchain/@v/list`;
  if (proxy.protocol === "file:") return await readFile(fileURLToPath(proxy), "utf8");
  const headers = login === null ? {} : { authorization: `Basic ${Buffer.from(login).toString("base64")}` };
  const { download } = await import("./download.ts");
  const { signal, pauseMs } = request;
  const dir = await mkdtemp(join(request.tempRoot || tmpdir(), "go-toolchains-"));
  try {
    const file = join(dir, "list");
    await download({ url: proxy.href, file, limitMs, signal, headers, ...(pauseMs === undefined ? {} : { pauseMs }) });
    return await readFile(file, "utf8");
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** `user:password`, as the address or `git-credentials` has it. */
function loginFor(proxy: URL, logins: Secrets["gitCredentials"]): string | null {
  if (proxy.username !== "") return [proxy.username, proxy.password].map(decodeURIComponent).join(":");
  const known = logins.find(({ host }) => host === proxy.host && proxy.protocol === "https:");
  return known === undefined ? null : `${known.username}:${known.password}`;
}

function hostOf(entry: string): string {
  const { host, pathname } = new URL(entry);
  return host || pathname;
}

function withoutLogins(goproxy: string): string {
  return goproxy.replaceAll(/:\/\/[^/\s,|]*@/g, "://");
}
