import { join } from "node:path";
import { pathInside, pathStyle } from "../../text/paths.ts";
import { variable } from "../../text/variables.ts";

/** Where a file of the repository that GOWORK names is in a copy of it at `to`; null: GOWORK names none. */
export function movedWorkspace(
  env: Readonly<Record<string, string>>,
  { root, to }: { readonly root: string; readonly to: string },
): string | null {
  const goWork = variable(env, "GOWORK", process.platform === "win32") ?? "";
  const inside = goWork === "" ? null : pathInside(root, goWork, pathStyle(process.platform));
  return inside === null ? null : join(to, inside);
}
