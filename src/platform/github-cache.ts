import { readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type ClientAnswer, requestSchema } from "./github-cache-protocol.ts";

/**
 * Saving by the toolkit's client, as a program of its own: the client takes no abort signal, writes to standard output when it likes, makes red annotations of
 * trouble that is none of the user's, and holds pieces of 128 MB in memory. A child process can be ended at any time, and its output is a file.
 */

/**
 * Does what the request file asks in the current directory and leaves `answer.json` beside the request. Its exit code is 0 whatever the service does. The name of the
 * directory is relative, so that it means the same cache wherever a runner keeps its temporary files.
 */
export async function runCacheClient(requestPath: string): Promise<number> {
  const { name, key } = requestSchema.parse(JSON.parse(await readFile(requestPath, "utf8")));
  const { saveCache } = await import("@actions/cache");
  const answer: ClientAnswer = { accepted: (await saveCache([name], key)) !== -1 };
  await writeFile(`${dirname(requestPath)}/answer.json`, JSON.stringify(answer));
  return 0;
}
