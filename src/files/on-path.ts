import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { systemCode } from "../errors.ts";
import { variable } from "../text/variables.ts";

/** Whether this user can run a file; with F_OK as `mode`, whether it is there. */
export async function isExecutable(path: string, mode: number = constants.X_OK): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch (error) {
    if (systemCode(error) !== null) return false;
    throw error;
  }
}

/** Where PATH has a program of this name, in its order; `windows` decides how the program's file and the variable are spelt. */
export async function programsOnPath(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  windows: boolean,
): Promise<readonly string[]> {
  const file = windows ? `${name}.exe` : name;
  const dirs = (variable(env, "PATH", windows) ?? "").split(delimiter).filter((dir) => dir !== "");
  const found: string[] = [];
  for (const path of dirs.map((dir) => join(dir, file))) if (await isExecutable(path)) found.push(path);
  return found;
}
