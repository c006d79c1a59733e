import { readHead } from "../files/lines.ts";
import type { CommandOutcome } from "../model/outcome.ts";

/** Compilers stop after ten errors per package; more than this is not read by people either. */
const outputLimit = 4 * 1024 * 1024;

/** The output of all commands of a step, one after the other. */
export async function outputOf(
  commands: readonly CommandOutcome[],
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const read = async (paths: readonly string[]): Promise<string> =>
    (await Promise.all(paths.map((path) => readHead(path, outputLimit)))).join("");
  const stdout = await read(commands.map((command) => command.stdout));
  const stderr = await read(commands.map((command) => command.stderr));
  return { stdout, stderr };
}
