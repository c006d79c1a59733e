import type { Client } from "@dagger.io/dagger";
import type { Endpoint } from "./endpoint.ts";

export type Sdk = typeof import("@dagger.io/dagger");

export const loadSdk = (): Promise<Sdk> => import("@dagger.io/dagger");

export interface Connection {
  readonly client: Client;
  readonly sdk: Sdk;
  release(): void;
}

/**
 * The SDK takes the address of a session only from the environment, and reads it before its first pause: it is set for that long and no longer, so that
 * no child process ever sees it.
 */
export async function connectClient({ port, token }: Endpoint): Promise<Connection> {
  const sdk = await loadSdk();
  const { DAGGER_SESSION_PORT, DAGGER_SESSION_TOKEN } = process.env;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return await new Promise<Connection>((resolve, reject) => {
    setVariable("DAGGER_SESSION_PORT", String(port));
    setVariable("DAGGER_SESSION_TOKEN", token);
    const unmute = muteErrors();
    try {
      sdk
        .connect(async (client) => {
          unmute();
          resolve({ client, sdk, release });
          await released;
        })
        .catch(reject);
    } finally {
      setVariable("DAGGER_SESSION_PORT", DAGGER_SESSION_PORT);
      setVariable("DAGGER_SESSION_TOKEN", DAGGER_SESSION_TOKEN);
    }
  });
}

/** When its first question fails the SDK prints the whole error and goes on. The next question meets the same and is reported. */
function muteErrors(): () => void {
  const { error } = console;
  console.error = () => undefined;
  return () => {
    console.error = error;
  };
}

function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
