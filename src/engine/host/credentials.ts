import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { type LoginsRequest, loginsOf } from "../logins.ts";
import { sshPrograms, withoutProgram } from "../need-ssh.ts";
import { removeWithUs } from "../orphan-guard.ts";

/** Logins for private modules in files. */
export interface WrittenLogins {
  /** Variables that point git and the go command at them. */
  readonly variables: Readonly<Record<string, string>>;
  /** Removes the files. */
  remove(): void;
}

/**
 * Writes the logins for private modules where only this user can read them. They go to the steps that fetch modules, never to
 * tests, and are removed whatever way we end.
 */
export async function writeLogins(tempDir: string, request: Omit<LoginsRequest, "pathOf">): Promise<WrittenLogins> {
  const directory = join(tempDir, "logins");
  // A shell reads some of the paths, and to it a backslash means something else.
  const base = process.platform === "win32" ? directory.replaceAll("\\", "/") : directory;
  const { files, variables } = loginsOf({ ...request, pathOf: (name) => `${base}/${name}` });
  if (files.length === 0) return { variables, remove: () => undefined };
  const remove = removeWithUs(directory);
  await mkdir(directory, { mode: 0o700 });
  for (const { name, content } of files) await writeFile(join(directory, name), content, { mode: 0o600 });
  return { variables, remove };
}

/** Throws EnvironmentError where git could do nothing with a key. Git for Windows finds an ssh of its own. */
export function requireSsh(env: Readonly<Record<string, string | undefined>>): void {
  if (process.platform === "win32") return;
  const dirs = (env["PATH"] ?? "").split(delimiter);
  for (const program of sshPrograms) {
    if (!dirs.some((dir) => existsSync(join(dir, program)))) throw withoutProgram(program, "on PATH");
  }
}

const agent = "SSH_AUTH_SOCK";

/** With a key of our own nothing but what fetches reaches the user's other keys. */
export function withoutAgent(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name !== agent));
}
