import type { Secrets, SshLogin } from "../model/secrets.ts";
import { sshHosts } from "../project/private-hosts.ts";
import { publishedHostKeys } from "../project/ssh-host-keys.ts";
import { shellWord } from "../text/shell.ts";

type Credentials = Secrets["gitCredentials"];

/** What lets git and the go command into private modules. */
export interface Logins {
  /** Readable for nobody else. */
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** Variables that point git and the go command at these files. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface LoginsRequest {
  readonly secrets: Pick<Secrets, "gitCredentials" | "gitSsh">;
  /** The input; GOPRIVATE of the environment counts without it. */
  readonly goprivate: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of a file by its name, slashes, as git and ssh will see it. */
  readonly pathOf: (name: string) => string;
}

/** The logins of a run; no files when there are none. */
export function loginsOf(request: LoginsRequest): Logins {
  const { gitCredentials, gitSsh } = request.secrets;
  const parts = [
    ...(gitCredentials.length === 0 ? [] : [byHttps(gitCredentials, request)]),
    ...(gitSsh === null ? [] : [bySsh(gitSsh, request)]),
  ];
  if (parts.length === 0) return { files: [], variables: {} };
  const settings = parts.flatMap((part) => part.settings);
  const variables = parts.map((part) => part.variables);
  return {
    files: parts.flatMap((part) => part.files),
    variables: Object.assign({ GIT_TERMINAL_PROMPT: "0", ...gitSettings(settings, request.env) }, ...variables),
  };
}

interface Part extends Logins {
  /** Of git's configuration. */
  readonly settings: readonly (readonly [key: string, value: string])[];
}

const names = { store: "git-credentials", netrc: "netrc", key: "ssh-key", hosts: "known_hosts", config: "ssh-config" };

function byHttps(credentials: Credentials, { pathOf }: LoginsRequest): Part {
  return {
    files: [
      { name: names.store, content: gitCredentialLines(credentials) },
      { name: names.netrc, content: netrcLines(credentials) },
    ],
    variables: { NETRC: pathOf(names.netrc) },
    settings: [["credential.helper", `store --file=${shellWord(pathOf(names.store))}`]],
  };
}

/** The key and nothing else of the user's SSH: no agent, no configuration, no known hosts. */
function bySsh({ key, knownHosts }: SshLogin, request: LoginsRequest): Part {
  const { pathOf, secrets } = request;
  const goprivate = request.goprivate.join(",") || (request.env["GOPRIVATE"] ?? "");
  const hosts = sshHosts({ goprivate, knownHosts, withLogin: secrets.gitCredentials.map(({ host }) => host) });
  return {
    files: [
      { name: names.key, content: key },
      { name: names.hosts, content: [...knownHosts, ...publishedHostKeys].map((line) => `${line}\n`).join("") },
      { name: names.config, content: sshConfig(pathOf(names.key), pathOf(names.hosts)) },
    ],
    variables: { GIT_SSH_COMMAND: `ssh -F ${shellWord(pathOf(names.config))}`, GIT_SSH_VARIANT: "ssh" },
    // The go command knows repositories by https alone, unless a path ends with .git (https://go.dev/ref/mod#vcs).
    settings: hosts.map(({ host, port }) => [
      `url.ssh://git@${host}${port === null ? "" : `:${port}`}/.insteadOf`,
      `https://${host}/`,
    ]),
  };
}

/** `ssh -F` reads this and no other file (ssh(1)). */
function sshConfig(key: string, knownHosts: string): string {
  const settings = {
    IdentityFile: sshPath(key),
    IdentitiesOnly: "yes",
    IdentityAgent: "none",
    UserKnownHostsFile: sshPath(knownHosts),
    // Or /etc/ssh/ssh_known_hosts counts as well.
    GlobalKnownHostsFile: sshPath(knownHosts),
    StrictHostKeyChecking: "yes",
    UpdateHostKeys: "no",
    PreferredAuthentications: "publickey",
    BatchMode: "yes",
    ControlMaster: "no",
    ConnectTimeout: "30",
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${value}\n`)
    .join("");
}

/** In ssh_config(5) `%` begins a token, and white space ends a word outside of double quotes. */
function sshPath(path: string): string {
  return `"${path.replaceAll("%", "%%").replace(/["\\]/g, "\\$&")}"`;
}

/** Settings of git as variables (git-config(1), ENVIRONMENT), behind those that the environment has already. */
function gitSettings(settings: Part["settings"], env: LoginsRequest["env"]): Record<string, string> {
  const there = /^\d+$/.test(env["GIT_CONFIG_COUNT"] ?? "") ? Number(env["GIT_CONFIG_COUNT"]) : 0;
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(there + settings.length) };
  for (const [index, [key, value]] of settings.entries()) {
    variables[`GIT_CONFIG_KEY_${there + index}`] = key;
    variables[`GIT_CONFIG_VALUE_${there + index}`] = value;
  }
  return variables;
}

/** Lines for `git credential-store` (https://git-scm.com/docs/git-credential-store#_storage_format). */
export function gitCredentialLines(credentials: Credentials): string {
  const encode = encodeURIComponent;
  return credentials
    .map(({ host, username, password }) => `https://${encode(username)}:${encode(password)}@${host}\n`)
    .join("");
}

/** The same logins as the go command reads them: NETRC in https://pkg.go.dev/cmd/go#hdr-GOAUTH_environment_variable. */
export function netrcLines(credentials: Credentials): string {
  return credentials
    .map(({ host, username, password }) => `machine ${host} login ${username} password ${password}\n`)
    .join("");
}
