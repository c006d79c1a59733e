import type { Daemon } from "./availability.ts";
import type { DockerCli } from "./cli.ts";

/** What builds images here. */
export interface Builder {
  /** `buildx`: the plugin. `plain`: `docker build` alone. */
  readonly kind: "buildx" | "plain";
  /** `docker build` without the plugin has BuildKit only before Docker 23. */
  readonly buildkit: boolean;
  /** `docker`, `docker-container`, `kubernetes`, `remote`; null without buildx. */
  readonly driver: string | null;
  /** Minor version of buildx 0.x. */
  readonly minor: number;
  /** The daemon keeps images in containerd: an image's id is then not the digest of its configuration. */
  readonly containerdStore: boolean;
}

/** Asks for the plugin, the builder it uses by default and the daemon's image store. */
export async function findBuilder(cli: DockerCli, daemon: Daemon, signal: AbortSignal): Promise<Builder> {
  const [version, inspect, status] = await Promise.all([
    cli.run(["buildx", "version"], { signal }),
    cli.run(["buildx", "inspect"], { signal }),
    cli.run(["info", "--format", "{{json .DriverStatus}}"], { signal }),
  ]);
  const containerdStore = status.stdout.includes("io.containerd.snapshotter");
  const minor = buildxMinor(version.exitCode === 0 ? version.stdout : "");
  if (minor === null) {
    return { kind: "plain", buildkit: daemon.clientMajor < 23, driver: null, minor: 0, containerdStore };
  }
  const driver = /^Driver:\s*(\S+)/m.exec(inspect.stdout)?.[1] ?? null;
  return { kind: "buildx", buildkit: true, driver, minor, containerdStore };
}

/** One that was built without a version (`go install`, a distribution's package) is taken for a current one. */
const newest = 1_000;

/** `github.com/docker/buildx v0.38.2 <commit>` -> 38; null when that is not what it says. */
export function buildxMinor(text: string): number | null {
  const match = /buildx\s+v?(\d+)\.(\d+)\.\d+(\+unknown)?/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return match[1] === "0" && match[3] === undefined ? Number(match[2]) : newest;
}

/** Whether it can export: several platforms and the cache of GitHub need more than the daemon's own builder with its classic store. */
export function canExport(builder: Builder): boolean {
  return builder.kind === "buildx" && (builder.driver !== "docker" || builder.containerdStore);
}

/** First buildx with `--progress=rawjson`. */
export const rawJsonMinor = 13;
/** First buildx whose `imagetools create` reads an OCI layout: https://github.com/docker/buildx/pull/3721 */
export const layoutPushMinor = 33;
