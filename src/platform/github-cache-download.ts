import { type Dispatcher, request as httpRequest } from "undici";
import { rootMessage } from "../net/http.ts";

/** One connection to blob storage is slower than the network: the archive is fetched in parts, a few at a time, and handed on in order. */
const partBytes = 8 * 1024 * 1024;
const partsAtOnce = 4;
const attempts = 3;

export interface PartsRequest {
  readonly url: string;
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
}

/** The bytes behind an address, in order; throws when they are not all to be had. */
export async function* downloadParts(request: PartsRequest): AsyncGenerator<Buffer> {
  const first = await open(request, 0, partBytes - 1).catch(brokeOff);
  if (first.statusCode === 200) return yield* whole(first);
  if (first.statusCode !== 206) return await refuse(first);
  const total = Number(/\/(\d+)$/.exec(`${first.headers["content-range"] ?? ""}`)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(total)) throw new Error("the cache service does not say how large the archive is");
  const starts = Array.from({ length: Math.ceil(total / partBytes) - 1 }, (_, index) => (index + 1) * partBytes);
  const under: Promise<Buffer>[] = [];
  const next = (): void => {
    const start = starts.shift();
    if (start === undefined) return;
    const part = partFrom(request, start, Math.min(start + partBytes, total) - 1);
    // Awaited in its turn; until then nobody would hear of it.
    part.catch(() => undefined);
    under.push(part);
  };
  for (let count = 1; count < partsAtOnce; count++) next();
  let bytes = 0;
  for await (const chunk of whole(first)) {
    bytes += chunk.length;
    yield chunk;
  }
  if (bytes !== Math.min(partBytes, total)) throw new Error("the download broke off");
  for (let part = under.shift(); part !== undefined; part = under.shift()) {
    next();
    yield await part;
  }
}

async function* whole({ body }: Dispatcher.ResponseData): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body) yield chunk;
  } catch (error) {
    brokeOff(error);
  }
}

function brokeOff(error: unknown): never {
  throw new Error(`the download broke off: ${rootMessage(error)}`, { cause: error });
}

/** All of one part, asked for again when the connection breaks. */
async function partFrom(request: PartsRequest, start: number, end: number): Promise<Buffer> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await open(request, start, end);
      if (response.statusCode !== 206) return await refuse(response);
      const bytes = Buffer.from(await response.body.arrayBuffer());
      if (bytes.length === end - start + 1) return bytes;
      throw new Error("a part of the archive is not whole");
    } catch (error) {
      request.signal.throwIfAborted();
      if (attempt === attempts) brokeOff(error);
    }
  }
}

function open({ url, dispatcher, signal }: PartsRequest, start: number, end: number): Promise<Dispatcher.ResponseData> {
  return httpRequest(url, { headers: { range: `bytes=${start}-${end}` }, dispatcher, signal });
}

async function refuse({ statusCode, body }: Dispatcher.ResponseData): Promise<never> {
  await body.dump();
  throw new Error(`the service answered ${statusCode} when asked for the archive`);
}
