import type { Config } from "../inputs/config.ts";
import type { Inspection } from "../model/project.ts";

/** GOTOOLCHAIN (https://go.dev/doc/toolchain), when the run had another Go than the one that the module itself asks for. */
export function toolchainEnv(
  config: Pick<Config, "goVersion" | "goImage">,
  inspection: Pick<Inspection, "pinned" | "goVersion">,
): Readonly<Record<string, string>> {
  const chosen = config.goVersion !== null || config.goImage !== null || inspection.pinned;
  if (!chosen || !/^go1\.\d+(?:\.\d+|rc\d+|beta\d+)*$/.test(inspection.goVersion)) return {};
  return { GOTOOLCHAIN: inspection.goVersion };
}
