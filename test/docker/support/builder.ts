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
