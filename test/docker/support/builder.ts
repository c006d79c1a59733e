import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";

/** Variables that make buildx use the BuildKit of its own, which exports layouts and caches. */
export function ownBuilder(): Readonly<Record<string, string>> {
  const { buildkit, dockerHost } = inject("machine");
  const env = { BUILDX_CONFIG: mkdtempSync(join(tmpdir(), "buildx-")), BUILDX_BUILDER: "own" };
  execFileSync("docker", ["buildx", "create", "--name", "own", "--driver", "remote", buildkit], {
    env: { ...process.env, ...env, DOCKER_HOST: dockerHost },
    stdio: "ignore",
  });
  return env;
}

/** Variables that leave docker without the plugin: it builds by itself, and from version 23 on without BuildKit. */
export function withoutBuildx(): Readonly<Record<string, string>> {
  const DOCKER_CONFIG = mkdtempSync(join(tmpdir(), "no-buildx-"));
  mkdirSync(join(DOCKER_CONFIG, "cli-plugins"));
  writeFileSync(join(DOCKER_CONFIG, "cli-plugins", "docker-buildx"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  return { DOCKER_CONFIG };
}

/** The same, where it looks like one that is gone with the machine, as docker/setup-buildx-action makes them: its driver is said to be another one. */
export function passingBuilder(): Readonly<Record<string, string>> {
  const env = ownBuilder();
  const bin = mkdtempSync(join(tmpdir(), "docker-stub-"));
  const docker = execFileSync("sh", ["-c", "command -v docker"], { encoding: "utf8" }).trim();
  const script = `#!/bin/sh\n[ "$1 $2" = "buildx inspect" ] || exec ${docker} "$@"\n${docker} "$@" | sed 's/^Driver:.*/Driver: docker-container/'\n`;
  writeFileSync(join(bin, "docker"), script, { mode: 0o755 });
  return { ...env, PATH: `${bin}:${process.env["PATH"]}` };
}

/** Takes everything from a builder that it has made and keeps, mounts too. */
export function pruneBuilder(env: Readonly<Record<string, string>>): void {
  const all = { ...process.env, ...env, DOCKER_HOST: inject("machine").dockerHost };
  execFileSync("docker", ["buildx", "prune", "--all", "--force"], { env: all, stdio: "ignore" });
}
