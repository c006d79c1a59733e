import type { RunProgram } from "./github-cache-store.ts";
import { canRedraw, createLocalPlatform, wantsColour } from "./local.ts";
import { createOutput } from "./output.ts";
import type { CiPlatform } from "./platform.ts";

/**
 * GitHub Actions where `GITHUB_ACTIONS` is `true` (the runner and act set it), else a terminal. The toolkit is loaded only on the former.
 * @param inputNames names of the action's inputs
 * @param run how child processes are run
 * @param reader takes the report alone; null: nobody asked for it
 */
export async function pickPlatform(
  env: NodeJS.ProcessEnv,
  inputNames: readonly string[],
  stdout: NodeJS.WriteStream,
  run: RunProgram,
  reader: NodeJS.WriteStream | null = null,
): Promise<CiPlatform> {
  const output = createOutput(stdout);
  const report = reader === null ? {} : { report: createOutput(reader) };
  if (env["GITHUB_ACTIONS"] !== "true") {
    const screen = canRedraw(env, stdout) ? (await import("./screen.ts")).createScreen(stdout) : null;
    const open = async (path: string) => (await import("./opener.ts")).openFile(path, env, process.platform);
    return createLocalPlatform({ output, colour: wantsColour(env, stdout.isTTY), screen, open, ...report });
  }
  const { createGithubPlatform } = await import("./github.ts");
  return createGithubPlatform({ env, inputNames, output, run, ...report });
}
