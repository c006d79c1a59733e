import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { printedBy } from "./printed.ts";

export interface ToolkitRequest {
  /** What the runner gives to actions. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute; what is restored. */
  readonly dir: string;
  readonly key: string;
}

/**
 * Restores a directory by the toolkit's client, as actions/setup-go does; false when there is no such cache. In this process, which has loaded the client already: on a
 * runner node has to start and to load it first. What it prints is for a runner, and is shown where nothing was restored: there it says why.
 */
export async function restoreByToolkit({ env, dir, key }: ToolkitRequest): Promise<boolean> {
  const { restoreCache } = await import("@actions/cache");
  const workspace = dirname(dir);
  await mkdir(workspace, { recursive: true });
  const temp = await mkdtemp(join(tmpdir(), "toolkit-"));
  const given = { ...env, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp, GITHUB_SERVER_URL: "" };
  const before = Object.keys(given).map((name) => [name, process.env[name]] as const);
  const from = process.cwd();
  Object.assign(process.env, given);
  process.chdir(workspace);
  try {
    const { value, printed } = await printedBy(() => restoreCache([basename(dir)], key));
    if (value === undefined) process.stdout.write(printed);
    return value !== undefined;
  } finally {
    process.chdir(from);
    await rm(temp, { recursive: true });
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
