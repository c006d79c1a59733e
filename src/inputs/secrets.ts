import type { Raw } from "../kinds/kind.ts";
import { splitLines } from "../kinds/pairs.ts";
import type { Secrets } from "../model/secrets.ts";

import { parseFlags } from "./flags.ts";
import { fork, type Notes } from "./fork.ts";
import { type Given, readWith } from "./given.ts";
import { secretsOfLogin } from "./login-secrets.ts";
import { type InputName, inputNames, inputs } from "./spec.ts";
import { checkSsh } from "./ssh-login.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Secrets with what is wrong with them and what is left out. */
export interface CheckedSecrets extends Notes {
  readonly secrets: Secrets;
}

/**
 * The secrets of a run. A pull request from a fork gets empty secrets: what `with:` leaves empty is left out with a warning, so that such a run still
 * checks the code; an empty secret in a flag is a problem, and so is pushing without a login.
 */
export function checkSecrets(given: Given, env: Env): CheckedSecrets {
  const login = checkLogin(given);
  const git = given.get("git-credentials") ?? { filled: [], empty: [] };
  const docker = given.get("docker-secrets") ?? { filled: [], empty: [] };
  const ssh = checkSsh(given, env);
  const empty = [
    ...git.empty.map((host) => leftOut(given, "git-credentials", `the token for ${host} is empty`)),
    ...docker.empty.map((id) => leftOut(given, "docker-secrets", `the value of "${id}" is empty`)),
  ];
  const token = given.get("cloud-token") ?? env["DAGGER_CLOUD_TOKEN"]?.trim() ?? "";
  return {
    secrets: {
      cloudToken: token === "" ? null : token,
      ...login.secrets,
      gitCredentials: git.filled,
      gitSsh: ssh.login,
      dockerSecrets: docker.filled,
      deployEnv: given.get("deploy-env") ?? [],
    },
    problems: [...login.problems, ...ssh.problems, ...empty.flatMap((each) => each.problems)],
    warnings: [...login.warnings, ...ssh.warnings, ...empty.flatMap((each) => each.warnings)],
  };
}

function leftOut(given: Given, name: InputName, what: string): Notes {
  const text = `${given.label(name)}: ${what}`;
  if (given.raw(name)?.source !== "with") return { problems: [text], warnings: [] };
  return { problems: [], warnings: [`${text}; it is left out (${fork})`] };
}

function checkLogin(
  given: Given,
): Notes & { readonly secrets: Pick<Secrets, "registryUsername" | "registryPassword"> } {
  const registryUsername = given.get("registry-username");
  const registryPassword = given.get("registry-password");
  const none = { registryUsername: null, registryPassword: null };
  if (!given.valid("registry-username", "registry-password")) return { secrets: none, problems: [], warnings: [] };
  if ((registryUsername === null) === (registryPassword === null)) {
    return { secrets: { registryUsername, registryPassword }, problems: [], warnings: [] };
  }
  const [there, missing] =
    registryPassword === null
      ? (["registry-username", "registry-password"] as const)
      : (["registry-password", "registry-username"] as const);
  const text = `${given.label(there)}: needs ${missing}`;
  const pushes = given.get("image-output")?.includes("push") === true;
  const mayBeFork = given.raw(there)?.source === "with" && missing === "registry-password" && !pushes;
  return mayBeFork
    ? { secrets: none, problems: [], warnings: [`${text}; there is no login (${fork})`] }
    : { secrets: none, problems: [text], warnings: [] };
}

/**
 * Every text that has to be masked before anything is printed, from values that nobody has checked yet: also those of inputs that turn out wrong.
 */
export function secretsToMask(from: {
  readonly argv: readonly string[];
  readonly with: Readonly<Record<string, string>>;
  readonly env: Env;
}): readonly string[] {
  const sources = [parseFlags(from.argv).values, readWith(from.with).values];
  const raws = sources.flatMap((values) =>
    inputNames.filter((name) => inputs[name].secret).flatMap((name) => textsToMask(name, values.get(name))),
  );
  const variables = ["DAGGER_CLOUD_TOKEN", "DAGGER_SESSION_TOKEN"].map((name) => from.env[name] ?? "");
  return [...new Set([...raws, ...variables, ...loginsIn(from.env)].map((text) => text.trim()))].filter(
    (text) => text !== "",
  );
}

/** Logins in the addresses of module proxies (https://go.dev/ref/mod#goproxy-protocol), of the vulnerability database and of proxies: tools print them when they fail. */
function loginsIn(env: Env): readonly string[] {
  const names = Object.keys(env).filter((name) => /^(GOPROXY|GOSUMDB|GOVULNDB|(HTTPS?|ALL|FTP)_PROXY)$/i.test(name));
  const addresses = names.flatMap((name) => (env[name] ?? "").split(/[,|\s]+/));
  return addresses.flatMap((address) => secretsOfLogin(address) ?? []);
}

function textsToMask(name: InputName, raw: Raw | undefined): readonly string[] {
  if (raw === undefined) return [];
  if (name === "git-credentials") return splitLines(raw).flatMap((line) => secretsOfLogin(line) ?? [line]);
  if (name === "docker-secrets") return splitLines(raw).map((line) => line.slice(line.indexOf("=") + 1));
  // A line without a value names a variable that is read only when it is wanted.
  if (name === "deploy-env")
    return splitLines(raw).flatMap((line) => (line.includes("=") ? [line.slice(line.indexOf("=") + 1)] : []));
  // As it is written to its file too.
  if (name === "git-ssh-key") return raw.values.flatMap((value) => [value, value.replace(/\r\n?/g, "\n")]);
  return raw.values;
}
