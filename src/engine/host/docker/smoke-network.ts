import { randomBytes } from "node:crypto";
import { BlockList, isIPv6 } from "node:net";
import { hostname, networkInterfaces } from "node:os";
import * as z from "zod";
import { type DockerCli, lastLine } from "./cli.ts";
import { cleanupLimitMs, ownLabel, temporaryName } from "./session.ts";

/** The network of one smoke test: a bridge of its own, with IPv6 where this machine can. */
export interface SmokeNetwork {
  readonly name: string;
  readonly ipv6: boolean;
  /** Id of the container this process runs in, when it was connected to the network; null elsewhere. */
  readonly self: string | null;
}

/** Makes the network. A service that listens on IPv6 alone can only be reached on one that has it. Takes a second at most: it is not interrupted. */
export async function createNetwork(cli: DockerCli): Promise<SmokeNetwork> {
  const name = temporaryName();
  const create = ["network", "create", "--label", ownLabel];
  // Docker before 27 chooses no IPv6 subnet by itself: a random one of RFC 4193.
  const subnet = `fd${randomBytes(1).toString("hex")}:${group()}:${group()}:${group()}::/64`;
  const six = await cli.run([...create, "--ipv6", "--subnet", subnet, name]);
  if (six.exitCode !== 0) await cli.get([...create, name]);
  return { name, ipv6: six.exitCode === 0, self: await joinNetwork(cli, name) };
}

function group(): string {
  return randomBytes(2).toString("hex");
}

/** A job that runs in a container itself reaches the daemon's containers only on a network that both are in. */
async function joinNetwork(cli: DockerCli, network: string): Promise<string | null> {
  const name = hostname();
  if (process.platform !== "linux" || !/^[0-9a-f]{12}$/.test(name)) return null;
  const found = await cli.run(["container", "inspect", "--format", "{{.Id}}", name]);
  const id = found.stdout.trim();
  if (found.exitCode !== 0 || !id.startsWith(name)) return null;
  const joined = await cli.run(["network", "connect", network, id]);
  return joined.exitCode === 0 ? id : null;
}

/** Removes the network; its containers have to be gone. Never throws. Answers what went wrong. */
export async function removeNetwork(cli: DockerCli, network: SmokeNetwork): Promise<string | null> {
  const limit = { timeoutMs: cleanupLimitMs };
  if (network.self !== null) await cli.run(["network", "disconnect", "--force", network.name, network.self], limit);
  const removed = await cli.run(["network", "rm", network.name], limit);
  return removed.exitCode === 0 ? null : `network ${network.name} was not removed: ${lastLine(removed.stderr)}`;
}

/** One address under which a container's port may answer. */
export interface ProbeTarget {
  readonly host: string;
  readonly port: number;
  /** Something of Docker's accepts connections there even while the container does not listen. */
  readonly proxied: boolean;
}

const portsSchema = z.record(z.string(), z.array(z.object({ HostIp: z.string(), HostPort: z.string() })).nullable());
const networksSchema = z.record(
  z.string(),
  z.object({
    IPAddress: z.string().nullish(),
    IPPrefixLen: z.number().nullish(),
    GlobalIPv6Address: z.string().nullish(),
    GlobalIPv6PrefixLen: z.number().nullish(),
  }),
);
export const networkSettingsSchema = z.object({ Ports: portsSchema.nullish(), Networks: networksSchema.nullish() });

/**
 * Where to look for `port`: at the container's own addresses when this machine has one in their networks, and at the published ports.
 * `daemonHost`: name of the machine the daemon runs on, null when it is this one.
 */
export function probeTargets(
  settings: z.infer<typeof networkSettingsSchema>,
  port: number,
  daemonHost: string | null,
): readonly ProbeTarget[] {
  const own = Object.values(settings.Networks ?? {}).flatMap((network) => [
    ...address(network.IPAddress, network.IPPrefixLen),
    ...address(network.GlobalIPv6Address, network.GlobalIPv6PrefixLen),
  ]);
  const published = settings.Ports?.[`${port}/tcp`] ?? [];
  return [
    ...own.map((host) => ({ host, port, proxied: false })),
    ...published.map((binding) => ({
      host: daemonHost ?? binding.HostIp,
      port: Number(binding.HostPort),
      proxied: true,
    })),
  ];
}

function address(ip: string | null | undefined, prefix: number | null | undefined): readonly string[] {
  if (!ip || !prefix) return [];
  const family = isIPv6(ip) ? "ipv6" : "ipv4";
  const network = new BlockList();
  network.addSubnet(ip, prefix, family);
  const interfaces = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const reachable = interfaces.some(
    (found) => found.family.toLowerCase() === family && network.check(found.address, family),
  );
  return reachable ? [ip] : [];
}

/** Publishes on the loopback of this machine alone, except when the daemon runs on another one. */
export function publishOptions(port: number, daemonHost: string | null): readonly string[] {
  return ["--publish", daemonHost === null ? `127.0.0.1::${port}` : String(port)];
}

/** Name of the machine behind a daemon's address (`tcp://docker:2376`, `ssh://user@host`); null for this one. */
export function daemonHost(endpoint: string): string | null {
  if (!/^(tcp|ssh|https?):\/\//.test(endpoint)) return null;
  const host = new URL(endpoint.replace(/^\w+:/, "http:")).hostname.replace(/^\[|\]$/g, "");
  return host === "localhost" || host === "::1" || host.startsWith("127.") ? null : host;
}
