import { createEngines } from "./engines.ts";
import { inputNames } from "./inputs/spec.ts";
import { main } from "./main.ts";
import { pickPlatform } from "./platform/pick.ts";
import type { CiPlatform } from "./platform/platform.ts";
import { reportProblem } from "./report/errors.ts";
import { watchSignals } from "./signals.ts";

/** The composition root: picks the adapters, runs, and ends the process once everything has been written. */
async function start(platform: CiPlatform): Promise<number> {
  const signals = watchSignals(process);
  try {
    const { argv, env } = process;
    return await main({
      argv: argv.slice(2),
      env,
      cwd: process.cwd(),
      platform,
      engines: createEngines(),
      signal: signals.signal,
    });
  } catch (error) {
    await reportProblem(platform, error);
    return 3;
  } finally {
    signals.unwatch();
  }
}

const platform = await pickPlatform(process.env, inputNames, process.stdout);
const exitCode = await start(platform);
await platform.flush();
// Explicitly, because a child that ignores its end or a keep-alive connection must not hold the job.
process.exit(exitCode);
