import type { Secrets } from "../model/secrets.ts";

type Logins = Secrets["gitCredentials"];

/** Lines for `git credential-store` (https://git-scm.com/docs/git-credential-store#_storage_format). */
export function gitCredentialLines(logins: Logins): string {
  const encode = encodeURIComponent;
  return logins
    .map(({ host, username, password }) => `https://${encode(username)}:${encode(password)}@${host}\n`)
    .join("");
}

/** The same logins as the go command reads them: NETRC in https://pkg.go.dev/cmd/go#hdr-GOAUTH_environment_variable. */
export function netrcLines(logins: Logins): string {
  return logins
    .map(({ host, username, password }) => `machine ${host} login ${username} password ${password}\n`)
    .join("");
}

/** Variables that point git and the go command at files with those lines. */
export function loginVariables(gitCredentials: string, netrc: string): Record<string, string> {
  return {
    NETRC: netrc,
    GIT_TERMINAL_PROMPT: "0",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "credential.helper",
    GIT_CONFIG_VALUE_0: `store --file=${gitCredentials}`,
  };
}
