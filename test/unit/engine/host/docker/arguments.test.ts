import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { availabilityOf } from "../../../../../src/engine/host/docker/availability.ts";
import { type BuildRequest, buildArguments } from "../../../../../src/engine/host/docker/build-arguments.ts";
import { type Builder, buildxMinor, canExport } from "../../../../../src/engine/host/docker/builder.ts";
import { lastLine } from "../../../../../src/engine/host/docker/cli.ts";
import { withPattern } from "../../../../../src/engine/host/docker/context.ts";
import { loginConfig } from "../../../../../src/engine/host/docker/login.ts";
import { cacheServiceOf } from "../../../../../src/engine/host/docker/runner.ts";

function captured(name: string): string {
  return readFileSync(join(import.meta.dirname, "captured", name), "utf8");
}

const buildx: Builder = { kind: "buildx", buildkit: true, driver: "docker", minor: 38, containerdStore: false };

describe("what docker says of itself", () => {
  const ended = { end: "exited", exitCode: 0, stdout: "", stderr: "", durationMs: 1 } as const;

  test("a daemon for Linux containers", () => {
    expect(availabilityOf({ ...ended, stdout: captured("version.json") })).toEqual({
      ok: true,
      daemon: { version: "20.10.24+dfsg1", clientMajor: 28, os: "linux", arch: "amd64" },
    });
  });

  test("no daemon, none that may be used, none that answers, one for Windows containers", () => {
    const none = { ...ended, exitCode: 1, stdout: captured("version-no-daemon.json") };
    const reason = (result: Parameters<typeof availabilityOf>[0]): string => {
      const availability = availabilityOf(result);
      return availability.ok ? "ok" : availability.reason;
    };
    expect(reason({ ...none, stderr: captured("version-no-daemon.err") })).toBe(
      "no Docker daemon answers (Cannot connect to the Docker daemon at unix:///nope.sock)",
    );
    expect(reason({ ...none, stderr: captured("version-denied.err") })).toBe(
      "this user may not talk to the Docker daemon (permission denied)",
    );
    expect(reason({ ...ended, end: "timed-out", exitCode: null })).toBe("the Docker daemon does not answer (15 s)");
    const windows = captured("version.json").replaceAll(/"Os": ?"linux"/g, '"Os":"windows"');
    expect(reason({ ...ended, stdout: windows })).toBe("the Docker daemon runs windows containers, not Linux ones");
  });

  test("the version of buildx", () => {
    expect(buildxMinor("github.com/docker/buildx v0.38.2 ")).toBe(38);
    expect(buildxMinor("github.com/docker/buildx 0.10.5-1 abcdef")).toBe(10);
    expect(buildxMinor("github.com/docker/buildx v1.0.0 abc")).toBe(1_000);
    expect(buildxMinor("github.com/docker/buildx v0.0.0+unknown ")).toBe(1_000);
    expect(buildxMinor("")).toBeNull();
  });

  test("exports need more than the daemon's own builder with its classic store", () => {
    expect(canExport(buildx)).toBe(false);
    expect(canExport({ ...buildx, containerdStore: true })).toBe(true);
    expect(canExport({ ...buildx, driver: "docker-container" })).toBe(true);
    expect(canExport({ ...buildx, kind: "plain", driver: null })).toBe(false);
  });
});

describe("arguments of a build", () => {
  const request: BuildRequest = {
    context: "/repo",
    dockerfile: "/repo/Dockerfile",
    target: null,
    buildArgs: [],
    secrets: [],
    labels: [],
    platforms: [],
    tag: "x:build",
    layout: null,
    metadataFile: "/tmp/m",
    cache: null,
    attest: null,
  };

  test("for buildx", () => {
    expect(buildArguments(buildx, request).join(" ")).toBe(
      "buildx build --progress rawjson --metadata-file /tmp/m --load --file /repo/Dockerfile --tag x:build /repo",
    );
    const full = {
      ...request,
      target: "app",
      buildArgs: [["A", "b c"]],
      secrets: [{ id: "token", variable: "V" }],
      labels: [["k", "v"]],
      platforms: [{ os: "linux", arch: "arm", variant: "v7" }],
      tag: null,
      layout: "/tmp/layout",
      cache: { scope: "s", save: true },
    } satisfies BuildRequest;
    expect(buildArguments({ ...buildx, minor: 12 }, full)).toEqual([
      ...["buildx", "build", "--progress", "plain", "--metadata-file", "/tmp/m"],
      ...["--output", "type=oci,tar=false,dest=/tmp/layout"],
      ...["--cache-from", "type=gha,scope=s", "--cache-to", "type=gha,scope=s,mode=max,ignore-error=true"],
      ...["--file", "/repo/Dockerfile", "--target", "app", "--build-arg", "A=b c", "--secret", "id=token,env=V"],
      ...["--label", "k=v", "--platform", "linux/arm/v7", "/repo"],
    ]);
    expect(buildArguments(buildx, { ...request, cache: { scope: "s", save: false } })).not.toContain("--cache-to");
  });

  test("for attestations", () => {
    const attesting = (attest: BuildRequest["attest"]): string =>
      buildArguments(buildx, { ...request, attest }).join(" ");
    expect(attesting({ sbom: "mirror/scanner:1", provenance: "max" })).toContain(
      "--load --attest type=sbom,generator=mirror/scanner:1 --attest type=provenance,mode=max --file",
    );
    expect(attesting({ sbom: null, provenance: "min" })).toContain("--load --attest type=provenance,mode=min --file");
    expect(attesting({ sbom: "scanner", provenance: null })).not.toContain("provenance");
  });

  test("for docker alone, with BuildKit and without", () => {
    const plain: Builder = { ...buildx, kind: "plain", driver: null };
    expect(buildArguments(plain, request).slice(0, 5)).toEqual(["build", "--progress", "plain", "--iidfile", "/tmp/m"]);
    expect(buildArguments({ ...plain, buildkit: false }, request).slice(0, 4)).toEqual([
      "build",
      "--force-rm",
      "--iidfile",
      "/tmp/m",
    ]);
  });
});

test("the rule for the output directory comes last and means that path alone", () => {
  expect(withPattern("", ".pipeline")).toBe("/.pipeline\n");
  expect(withPattern("*\n!cmd", "a/[b]*")).toBe("*\n!cmd\n/a/\\[b\\]\\*\n");
});

test("a login keeps where the daemon is and nothing else of the user's configuration", () => {
  const config = { currentContext: "remote", credsStore: "desktop", auths: { "other.io": { auth: "x" } } };
  const login = { username: "user", password: "pass:word" };
  const auth = Buffer.from("user:pass:word").toString("base64");
  expect(loginConfig(config, login, "ghcr.io")).toEqual({ currentContext: "remote", auths: { "ghcr.io": { auth } } });
  expect(loginConfig({}, login, "docker.io")).toEqual({ auths: { "https://index.docker.io/v1/": { auth } } });
});

test("the cache service is there when a token and an address are", () => {
  const env = {
    ACTIONS_RUNTIME_TOKEN: "t",
    ACTIONS_RESULTS_URL: "https://r",
    ACTIONS_CACHE_SERVICE_V2: "True",
    ACTIONS_ID: "x",
  };
  expect(cacheServiceOf(env)).toEqual({
    ACTIONS_RUNTIME_TOKEN: "t",
    ACTIONS_RESULTS_URL: "https://r",
    ACTIONS_CACHE_SERVICE_V2: "True",
  });
  expect(cacheServiceOf({ ACTIONS_RUNTIME_TOKEN: "t" })).toBeNull();
  expect(cacheServiceOf({ ACTIONS_CACHE_URL: "https://c" })).toBeNull();
});

test("the last line of an error, without docker's own words around it", () => {
  expect(lastLine("docker: Error response from daemon: no such image.\nSee 'docker run --help'.\n")).toBe(
    "no such image.",
  );
  expect(lastLine("")).toBe("no message");
});
