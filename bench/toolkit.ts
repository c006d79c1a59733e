import { mkdir } from "node:fs/promises";
import { basename, dirname } from "node:path";

export interface ToolkitRequest {
  /** What the runner gives to actions. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute; what is restored. */
  readonly dir: string;
  readonly key: string;
}

/**
 * Restores a directory by the toolkit's client, as actions/setup-go does; false when there is no such cache. In this process, which has loaded the client already: on a
 * runner node has to start and to load it first.
 */
export async function restoreByToolkit({ env, dir, key }: ToolkitRequest): Promise<boolean> {
  const { restoreCache } = await import("@actions/cache");
  const workspace = dirname(dir);
  await mkdir(workspace, { recursive: true });
  const [before, from] = [{ ...process.env }, process.cwd()];
  Object.assign(process.env, env, { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: workspace, GITHUB_SERVER_URL: "" });
  process.chdir(workspace);
  try {
    return (await restoreCache([basename(dir)], key)) !== undefined;
  } finally {
    process.chdir(from);
    process.env = before;
  }
}
