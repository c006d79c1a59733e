import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client, Container, Secret } from "@dagger.io/dagger";
import type { Logins } from "../logins.ts";
import { sshPrograms, withoutProgram } from "../need-ssh.ts";
import { removeWithUs } from "../orphan-guard.ts";

/** Where secret files appear in containers. */
const secretDir = "/run/pipeline";

/** where step.sh finds the test step's own variables. */
export const testEnvPath = `${secretDir}/test-env`;

/** The same of a deployment. */
export const deployEnvPath = `${secretDir}/deploy-env`;

/** Makes values secrets of the engine. */
export interface SecretStore {
  secret(value: string): Promise<Secret>;
  /** Mounts `content` at `path`, readable by root alone. */
  mount(container: Container, path: string, content: string): Promise<Container>;
  variable(container: Container, name: string, value: string): Promise<Container>;
}

/**
 * Secrets by file, not by value: their content never stands in a query, and what the engine keeps for its cache is a salted digest of it, so that a changed
 * value runs steps again. `dir`: a directory that only we can read. The files are gone when we are.
 */
export function createSecretStore(client: Client, dir: string): SecretStore {
  let count = 0;
  let made: Promise<unknown> | null = null;
  const directory = join(dir, "secrets");
  const store = async (content: string): Promise<Secret> => {
    if (made === null) removeWithUs(directory);
    made ??= mkdir(directory, { mode: 0o700 });
    await made;
    const file = join(directory, String(count++));
    await writeFile(file, content, { mode: 0o600 });
    return client.secret(`file://${file.replaceAll("\\", "/")}`);
  };
  return {
    secret: store,
    mount: async (container, path, content) =>
      container.withMountedSecret(path, await store(content), { mode: 0o400, owner: "0:0" }),
    variable: async (container, name, value) => container.withSecretVariable(name, await store(value)),
  };
}

/** Where a container finds a file of the logins. */
export function loginPath(name: string): string {
  return `${secretDir}/${name}`;
}

/** Gives a container the logins for private modules, for git and for the go command. */
export async function withLogins(container: Container, secrets: SecretStore, logins: Logins): Promise<Container> {
  let result = container;
  for (const { name, content } of logins.files) result = await secrets.mount(result, loginPath(name), content);
  return withVariables(result, logins.variables);
}

/** Throws EnvironmentError where git could do nothing with a key. */
export async function requireSsh(container: Container, image: string): Promise<void> {
  const script = 'for program; do command -v "$program" >/dev/null || echo "$program"; done';
  const missing = (await container.withExec(["sh", "-c", script, "sh", ...sshPrograms]).stdout()).split("\n")[0] ?? "";
  if (missing !== "") throw withoutProgram(missing, `in the image ${image}`);
}

export function withVariables(container: Container, variables: Readonly<Record<string, string>>): Container {
  return Object.entries(variables).reduce((result, [name, value]) => result.withEnvVariable(name, value), container);
}
