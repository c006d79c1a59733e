import { engines } from "./engine/index.ts";
import { runProcess } from "./engine/process.ts";
import { wantsReport } from "./inputs/flags.ts";
import { inputNames } from "./inputs/spec.ts";
import { main } from "./main.ts";
import { cacheClientFlag } from "./platform/github-cache-flag.ts";
import { pickPlatform } from "./platform/pick.ts";
import type { CiPlatform } from "./platform/platform.ts";
import { reportProblem } from "./report/errors.ts";
import { watchSignals } from "./signals.ts";

/** The composition root: picks the adapters, runs, and ends the process once everything has been written. */
async function start(platform: CiPlatform, signal: AbortSignal): Promise<number> {
  try {
    const { argv, env } = process;
    return await main({
      argv: argv.slice(2),
      env,
      cwd: process.cwd(),
      platform,
      engines,
      signal,
    });
  } catch (error) {
    await reportProblem(platform, error);
    return 3;
  }
}

async function action(): Promise<number> {
  const signals = watchSignals(process);
  const { stdout } = process;
  const reader = wantsReport(process.argv.slice(2)) ? stdout : null;
  // Whoever prints: the toolkit's libraries know no other place than this.
  if (reader !== null) Object.defineProperty(process, "stdout", { value: process.stderr });
  const platform = await pickPlatform(process.env, inputNames, process.stdout, runProcess, reader);
  const exitCode = await start(platform, signals.signal);
  signals.unwatch();
  await platform.flush();
  return exitCode;
}

/** The program that speaks with the cache service, started by the action itself. */
async function cacheClient(request: string): Promise<number> {
  const { runCacheClient } = await import("./platform/github-cache.ts");
  return runCacheClient(request);
}

const [flag, request] = process.argv.slice(2);
const exitCode = await (flag === cacheClientFlag ? cacheClient(request ?? "") : action());
// Explicitly, because a child that ignores its end or a keep-alive connection must not hold the job.
process.exit(exitCode);
