import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Dispatcher, fetch } from "undici";
import { dispatcherFor, isTransient, retried, rootMessage, TransientError } from "../net/http.ts";

export interface DownloadRequest {
  readonly url: string;
  /** Absolute path of the file to make. */
  readonly file: string;
  /** Whole time that all attempts may take, milliseconds. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Longest pause before a second attempt, milliseconds; the next may take twice as long. */
  readonly pauseMs?: number;
}

/** Archives of the CLI have about 30 MB; nothing honest is larger than this. */
const sizeLimit = 300 * 1024 * 1024;

/**
 * Downloads a file, through HTTP(S)_PROXY and NO_PROXY when they are set, and answers its SHA-256. Broken connections and busy servers are tried
 * again with a random pause; throws what the last attempt met.
 */
export async function download(request: DownloadRequest): Promise<string> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(request.limitMs)]);
  const dispatcher = dispatcherFor(request.url);
  try {
    const pauseMs = (attempt: number): number => Math.random() * (request.pauseMs ?? 2_000) * attempt;
    return await retried(
      async () => {
        try {
          return await attemptDownload(request, dispatcher, signal);
        } catch (error) {
          await rm(request.file, { force: true });
          throw error;
        }
      },
      { pauseMs, signal },
    );
  } finally {
    await dispatcher.destroy();
  }
}

async function attemptDownload(request: DownloadRequest, dispatcher: Dispatcher, signal: AbortSignal): Promise<string> {
  const response = await fetch(request.url, { dispatcher, signal, headers: { ...request.headers } }).catch(
    (error: unknown) => {
      throw new TransientError(rootMessage(error), { cause: error });
    },
  );
  if (!response.ok || response.body === null) {
    const message = `the server answered ${response.status} ${response.statusText}`.trim();
    throw isTransient(response.status) ? new TransientError(message) : new Error(message);
  }
  const hash = createHash("sha256");
  let size = 0;
  const measured = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > sizeLimit) throw new Error(`the file is larger than ${sizeLimit} bytes`);
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    await pipeline(Readable.fromWeb(response.body), measured, createWriteStream(request.file), { signal });
  } catch (error) {
    throw isDiskError(error) ? error : new TransientError(rootMessage(error), { cause: error });
  }
  return hash.digest("hex");
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && (error.syscall === "write" || error.syscall === "open");
}
