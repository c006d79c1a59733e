import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { ifThere } from "../../../errors.ts";
import { parseJson } from "../../../parse-json.ts";
import type { Login } from "../../image/backend.ts";
import { field } from "./availability.ts";

/**
 * A configuration of the docker command line of its own, readable by this user alone, that logs in to one registry and else keeps
 * the context, the builders and the plugins. Neither the user's configuration nor a keychain is touched. Answers the variables that select it.
 */
export async function writeLogin(
  dir: string,
  login: Login,
  registry: string,
  env: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const original = env["DOCKER_CONFIG"] ?? join(env["HOME"] ?? env["USERPROFILE"] ?? homedir(), ".docker");
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const config = parseJson((await ifThere(readFile(join(original, "config.json"), "utf8"))) ?? "{}");
  await writeFile(join(dir, "config.json"), JSON.stringify(loginConfig(config, login, registry)), { mode: 0o600 });
  for (const part of ["contexts", "cli-plugins"]) await symlink(join(original, part), join(dir, part), "junction");
  return { DOCKER_CONFIG: dir, BUILDX_CONFIG: env["BUILDX_CONFIG"] ?? join(original, "buildx") };
}

/** Of the user's configuration only what says where the daemon and the plugins are. */
export function loginConfig(config: unknown, { username, password }: Login, registry: string): unknown {
  const auth = Buffer.from(`${username}:${password}`).toString("base64");
  const kept = ["currentContext", "cliPluginsExtraDirs", "proxies"].flatMap((name) => {
    const value = field(config, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), auths: { [authKey(registry)]: { auth } } };
}

/** Name of a registry in `auths`; Docker Hub has an old one. */
function authKey(registry: string): string {
  return registry === "docker.io" ? "https://index.docker.io/v1/" : registry;
}
