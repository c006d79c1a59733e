import { connect, createServer, type Socket } from "node:net";
import type { TestContext } from "vitest";
import { socketOf } from "../../../src/engine/dagger/runner-address.ts";

/** A door before the engine that can be shut in the middle of a run, so that no engine has to be killed. */
export interface EngineProxy {
  /** For `runner-host`. */
  readonly address: string;
  /** Ends all connections and takes no more, as an engine does that dies. */
  cut(): Promise<void>;
  /** Keeps all connections and says nothing any more, as a machine does that lost its network. */
  silence(): void;
  /** Listens again at the same address. */
  restore(): Promise<void>;
}

/** Skips the test when the engine is not at a socket. Ends with the test. */
export async function proxyEngine(context: TestContext): Promise<EngineProxy> {
  const target = socketOf(process.env["_EXPERIMENTAL_DAGGER_RUNNER_HOST"] ?? "");
  if (target === null) return context.skip("_EXPERIMENTAL_DAGGER_RUNNER_HOST names no unix:// or tcp:// address");
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the proxy has no port");
  const cut = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  context.onTestFinished(() => (server.listening ? cut() : undefined));
  return {
    address: `tcp://127.0.0.1:${bound.port}`,
    cut,
    silence: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    restore: () => listen(bound.port),
  };
}
