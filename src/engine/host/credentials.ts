import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Secrets } from "../../model/secrets.ts";

import { gitCredentialLines, loginVariables, netrcLines } from "../logins.ts";

/**
 * Logins for private modules, as files only this user can read, and the variables that point git and the go command at them. They go to the steps
 * that fetch modules, never to tests.
 */
export async function writeCredentials(
  tempDir: string,
  credentials: Secrets["gitCredentials"],
): Promise<Record<string, string>> {
  if (credentials.length === 0) return {};
  const store = join(tempDir, "git-credentials");
  const netrc = join(tempDir, "netrc");
  await writeFile(store, gitCredentialLines(credentials), { mode: 0o600 });
  await writeFile(netrc, netrcLines(credentials), { mode: 0o600 });
  return loginVariables(store, netrc);
}
