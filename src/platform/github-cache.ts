import { readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type ClientAnswer, type ClientRequest, requestSchema } from "./github-cache-protocol.ts";

/**
 * GitHub's cache service by the toolkit's client, as a program of its own: the client takes no abort signal, writes to standard output when it likes, makes red
 * annotations of trouble that is none of the user's, and holds pieces of 128 MB in memory. A child process can be ended at any time, and its output is a file.
 */

/** Does what the request file asks in the current directory and leaves `answer.json` beside the request. Its exit code is 0 whatever the service does. */
export async function runCacheClient(requestPath: string): Promise<number> {
  const request = requestSchema.parse(JSON.parse(await readFile(requestPath, "utf8")));
  const answer = await (request.action === "restore" ? restore(request) : save(request));
  await writeFile(`${dirname(requestPath)}/answer.json`, JSON.stringify(answer));
  return 0;
}

/**
 * First a look whether there is a cache, with a limit of its own: the client repeats its question for half a minute while the service answers with errors. The
 * name of the directory is relative, so that it means the same cache wherever a runner keeps its temporary files.
 */
async function restore({ name, keys, lookupLimitMs }: ClientRequest): Promise<ClientAnswer> {
  const { restoreCache } = await import("@actions/cache");
  // The first key is looked up whole and as a beginning, as the others are.
  const [first = "", ...others] = keys;
  const found = await Promise.race([restoreCache([name], first, others, { lookupOnly: true }), late(lookupLimitMs)]);
  if (found === tooLate) return { lookup: "late", key: null };
  if (found === undefined) return { lookup: "missed", key: null };
  return { lookup: "accepted", key: (await restoreCache([name], found)) ?? null };
}

async function save({ name, keys: [key = ""] }: ClientRequest): Promise<ClientAnswer> {
  const { saveCache } = await import("@actions/cache");
  const id = await saveCache([name], key);
  return { lookup: id === -1 ? "missed" : "accepted", key: null };
}

const tooLate = Symbol("too late");

function late(limitMs: number): Promise<typeof tooLate> {
  return new Promise((resolve) => {
    setTimeout(resolve, limitMs, tooLate).unref();
  });
}
