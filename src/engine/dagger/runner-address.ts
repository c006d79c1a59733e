import { connect, type NetConnectOpts } from "node:net";
import { EnvironmentError, messageOf, systemCode } from "../../errors.ts";

const limitMs = 10_000;

/**
 * Asks an engine's own address whether anything listens there, because the CLI would wait for it without end. Addresses that are not sockets (containers,
 * pods, images) are left to the CLI. Throws EnvironmentError.
 */
export async function requireListener(address: string): Promise<void> {
  const target = socketOf(address);
  if (target === null) return;
  const problem = await tryConnect(target);
  if (problem === null) return;
  throw new EnvironmentError(
    `No Dagger engine listens at ${address}: ${problem}.`,
    "Check runner-host (or _EXPERIMENTAL_DAGGER_RUNNER_HOST) and that the engine runs, or use `engine: host`.",
  );
}

/** What to connect to for `unix://path` and `tcp://host:port`; null for every other kind of address. */
export function socketOf(address: string): NetConnectOpts | null {
  const unix = /^unix:\/\/(\/.*)$/.exec(address);
  if (unix?.[1] !== undefined) return { path: unix[1] };
  const tcp = /^tcp:\/\/(?:\[([^\]]+)\]|([^/:]+)):(\d+)\/?$/.exec(address);
  const host = tcp?.[1] ?? tcp?.[2];
  return host === undefined ? null : { host, port: Number(tcp?.[3]) };
}

function tryConnect(target: NetConnectOpts): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ ...target, timeout: limitMs });
    const end = (problem: string | null): void => {
      socket.destroy();
      resolve(problem);
    };
    socket.on("connect", () => end(null));
    socket.on("timeout", () => end(`no answer within ${limitMs / 1_000} s`));
    socket.on("error", (error) => end(describe(error)));
  });
}

function describe(error: Error): string {
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: "connection refused",
    ENOENT: "there is no such socket",
    EACCES: "this user may not use the socket",
    ENOTFOUND: "no such host",
    EHOSTUNREACH: "no route to the host",
  };
  return known[systemCode(error) ?? ""] ?? messageOf(error);
}
