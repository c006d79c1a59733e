import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Secrets } from "../../inputs/config.ts";

/**
 * Logins for private modules, as files only this user can read, and the variables that point git and the go command at them. They go to the steps
 * that fetch modules, never to tests. git: https://git-scm.com/docs/git-config (GIT_CONFIG_COUNT, credential.helper store); go: NETRC in
 * https://pkg.go.dev/cmd/go#hdr-GOAUTH_environment_variable.
 */
export async function writeCredentials(
  tempDir: string,
  credentials: Secrets["gitCredentials"],
): Promise<Record<string, string>> {
  if (credentials.length === 0) return {};
  const store = join(tempDir, "git-credentials");
  const netrc = join(tempDir, "netrc");
  const encode = encodeURIComponent;
  const urls = credentials.map(
    ({ host, username, password }) => `https://${encode(username)}:${encode(password)}@${host}\n`,
  );
  const logins = credentials.map(
    ({ host, username, password }) => `machine ${host} login ${username} password ${password}\n`,
  );
  await writeFile(store, urls.join(""), { mode: 0o600 });
  await writeFile(netrc, logins.join(""), { mode: 0o600 });
  return {
    NETRC: netrc,
    GIT_TERMINAL_PROMPT: "0",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "credential.helper",
    GIT_CONFIG_VALUE_0: `store --file=${store}`,
  };
}
