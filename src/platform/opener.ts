import { spawn } from "node:child_process";
import { once } from "node:events";
import { basename, dirname } from "node:path";
import { messageOf } from "../errors.ts";
import type { OpenResult } from "./platform.ts";

/** A program, and how it is told what to open. */
export interface Opener {
  readonly file: string;
  readonly args: readonly string[];
  /** Where it runs. */
  readonly cwd: string;
  /** The arguments are a command line of Windows already. */
  readonly verbatim: boolean;
}

/** What opens a file on a system, as a double click would; a text says why nothing would be seen. */
export function openerOf(path: string, env: NodeJS.ProcessEnv, system: NodeJS.Platform): Opener | string {
  const isSet = (name: string): boolean => (env[name] ?? "") !== "";
  if (isSet("CI")) return "CI is set";
  const cwd = dirname(path);
  // cmd reads its line as a script: the name of the directory, which people choose, stays out of it. The empty title keeps start from taking the name for one.
  if (system === "win32")
    return { file: "cmd", args: ["/d", "/c", "start", '""', basename(path)], cwd, verbatim: true };
  if (system === "darwin") return { file: "open", args: [path], cwd, verbatim: false };
  if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY")) return "neither DISPLAY nor WAYLAND_DISPLAY is set";
  return { file: "xdg-open", args: [path], cwd, verbatim: false };
}

/** Starts what opens the file, on its own, and waits only until it has started. */
export async function openFile(path: string, env: NodeJS.ProcessEnv, system: NodeJS.Platform): Promise<OpenResult> {
  const opener = openerOf(path, env, system);
  if (typeof opener === "string") return { status: "unavailable", reason: opener };
  const { file, args, cwd, verbatim } = opener;
  try {
    const child = spawn(file, args, { cwd, env, detached: true, stdio: "ignore", windowsVerbatimArguments: verbatim });
    child.unref();
    await once(child, "spawn");
    return { status: "opened" };
  } catch (error) {
    return { status: "failed", reason: messageOf(error) };
  }
}
