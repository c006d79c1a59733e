import type { Config } from "../inputs/config.ts";
import type { Inspection, Project } from "../model/project.ts";
import { toolchainName } from "../project/go-version.ts";

interface RunSettings {
  readonly config: Pick<Config, "goVersion" | "goImage">;
  readonly project: Pick<Project, "modules">;
  readonly inspection: Pick<Inspection, "pinned" | "goVersion">;
}

/**
 * Variables with which a command for people does in a module (null: anywhere) what the run does: GOTOOLCHAIN (https://go.dev/doc/toolchain), when the run had
 * another Go than the one that modules themselves ask for, and GOWORK.
 */
export function commandEnv(
  { config, project, inspection }: RunSettings,
  module: string | null,
): Readonly<Record<string, string>> {
  const own = project.modules.find(({ dir }) => dir === module)?.env ?? {};
  const chosen = config.goVersion !== null || config.goImage !== null || inspection.pinned;
  const name = toolchainName(inspection.goVersion);
  return chosen && name !== null ? { GOTOOLCHAIN: name, ...own } : own;
}
