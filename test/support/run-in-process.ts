import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { engines } from "../../src/engine/index.ts";
import { main } from "../../src/main.ts";
import { createLocalPlatform } from "../../src/platform/local.ts";
import { createOutput } from "../../src/platform/output.ts";
import { type ActionRun, cleanEnv } from "./run-action.ts";

/** What `runAction` does, with the sources in this process instead of the bundle in one of its own, on a terminal: what it runs is seen by the coverage. */
export async function runInProcess(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = cleanEnv(),
): Promise<ActionRun> {
  const stream = new PassThrough();
  const printed = text(stream);
  const platform = createLocalPlatform({ output: createOutput(stream), colour: false, screen: null });
  const exitCode = await main({ argv: [...argv], env, cwd, platform, engines, signal: new AbortController().signal });
  stream.end();
  return { exitCode, stdout: await printed, stderr: "" };
}
