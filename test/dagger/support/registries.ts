import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, type TestContext } from "vitest";
import type { DeliverMachine } from "../../image/deliver-cases.ts";
import { startRegistry, type TestRegistry } from "../../support/registry.ts";
import type { Lab } from "./lab.ts";

export interface Registries extends DeliverMachine {
  /** Ours, to be broken at will; null when the environment names the registries. */
  readonly own: TestRegistry | null;
}

const variables = ["TEST_REGISTRY", "TEST_PRIVATE_REGISTRY", "TEST_REGISTRY_USERNAME", "TEST_REGISTRY_PASSWORD"];

/**
 * The registries that the environment names, else two of our own on 127.0.0.1. Only an engine in the network of this machine reaches those; on others
 * the tests that need them are skipped and say so.
 */
export function registries(lab: () => Lab): (context: TestContext) => Registries {
  let found: Registries | null = null;
  const started: TestRegistry[] = [];
  beforeAll(async () => {
    found = named() ?? (await own(lab(), started));
  });
  afterAll(async () => {
    await Promise.all(started.map((registry) => registry.close()));
  });
  return (context) => found ?? context.skip(`the engine does not reach 127.0.0.1 here; set ${variables.join(", ")}`);
}

function named(): Registries | null {
  const [registry = "", privateRegistry = "", username = "", password = ""] = variables.map(
    (name) => process.env[name] ?? "",
  );
  if (registry === "") return null;
  if (privateRegistry === "") throw new Error(`${variables.join(", ")} belong together`);
  return { own: null, registry, privateRegistry, username, password };
}

async function own({ session }: Lab, started: TestRegistry[]): Promise<Registries | null> {
  const login = { username: "user", password: `p-${randomUUID()}` };
  const [open, closed] = await Promise.all([startRegistry(), startRegistry(login)]);
  started.push(open, closed);
  const asked = session.client.container().from(`${open.address}/is-it-there:1`).sync();
  await asked.catch((error: unknown) => error);
  if (open.requests.length === 0) return null;
  return { own: open, registry: open.address, privateRegistry: closed.address, ...login };
}
