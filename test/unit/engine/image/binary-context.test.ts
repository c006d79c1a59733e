import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dockerPlatform, writeBinaryContext } from "../../../../src/engine/image/binary-context.ts";

let dir = "";

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "binary-"));
  await writeFile(join(dir, "go.mod"), "module example.com/x\n\ngo 1.22\n");
  await writeFile(join(dir, "main.go"), "package main\n\nfunc main() {}\n");
  for (const [GOOS, GOARCH] of [
    ["linux", "amd64"],
    ["linux", "386"],
    ["darwin", "amd64"],
  ]) {
    const env = { ...process.env, GOOS, GOARCH, CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off" };
    execFileSync("go", ["build", "-ldflags=-s -w", "-o", `${GOOS}-${GOARCH}`, "."], { cwd: dir, env });
  }
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe("writeBinaryContext", () => {
  const platform = { os: "linux", arch: "amd64", variant: null };

  test("makes a context with the same modes and times in every run", async () => {
    const context = join(dir, "one");
    const binaries = [{ platform, path: join(dir, "linux-amd64") }];
    expect(
      await writeBinaryContext({ dir: context, entrypoint: "x", base: null, binaries, zoneinfo: null }),
    ).toBeNull();
    expect(await readFile(join(context, "Dockerfile"), "utf8")).toBe(
      [
        "FROM scratch",
        "COPY root/ /",
        "COPY --chown=65532:65532 home/ /home/nonroot/",
        "ENV PATH=/usr/local/bin SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt HOME=/home/nonroot",
        'COPY ["bin/linux/amd64/x", "/usr/local/bin/x"]',
        "USER 65532:65532",
        "WORKDIR /home/nonroot",
        'ENTRYPOINT ["/usr/local/bin/x"]',
        "",
      ].join("\n"),
    );
    const program = await stat(join(context, "bin/linux/amd64/x"));
    expect([program.mode & 0o777, program.mtimeMs]).toEqual([0o755, 0]);
    expect((await stat(join(context, "root/tmp"))).mode & 0o7777).toBe(0o1777);
    const certificates = await readFile(join(context, "root/etc/ssl/certs/ca-certificates.crt"), "utf8");
    expect(certificates.match(/BEGIN CERTIFICATE/g)?.length).toBeGreaterThan(100);
    expect(await readFile(join(context, "root/etc/passwd"), "utf8")).toContain("nonroot:x:65532:65532:");
  });

  test("chooses by BuildKit's platform when there are several, and takes Go's time zones along", async () => {
    const context = join(dir, "two");
    const zoneinfo = join(dir, "zones");
    await writeFile(zoneinfo, "zones");
    const other = { os: "linux", arch: "386", variant: null };
    const binaries = [
      { platform, path: join(dir, "linux-amd64") },
      { platform: other, path: join(dir, "linux-386") },
    ];
    expect(await writeBinaryContext({ dir: context, entrypoint: "x", base: null, binaries, zoneinfo })).toBeNull();
    const dockerfile = await readFile(join(context, "Dockerfile"), "utf8");
    expect(dockerfile).toContain("ARG TARGETPLATFORM\n");
    expect(dockerfile).toContain('COPY ["bin/$TARGETPLATFORM/x", "/usr/local/bin/x"]\n');
    expect(dockerfile).toContain("ENV ZONEINFO=/usr/share/zoneinfo.zip\n");
    expect(await readFile(join(context, "root/usr/share/zoneinfo.zip"), "utf8")).toBe("zones");
    expect((await stat(join(context, "bin/linux/386/x"))).size).toBeGreaterThan(0);
  });

  test("adds to another base the program, a user and a home, whatever the program links", async () => {
    const context = join(dir, "base");
    const base = "registry.example.com/base@sha256:0";
    const binaries = [{ platform, path: "/bin/ls" }];
    expect(await writeBinaryContext({ dir: context, entrypoint: "x", base: null, binaries, zoneinfo: null })).toBe(
      "linux/amd64: x is not static (cgo), so it cannot run on an empty image; build with cgo: false, set docker-base to an image with its libraries, or write a Dockerfile",
    );
    expect(await writeBinaryContext({ dir: context, entrypoint: "x", base, binaries, zoneinfo: null })).toBeNull();
    expect(await readFile(join(context, "Dockerfile"), "utf8")).toBe(
      [
        `FROM ${base}`,
        "COPY --chown=65532:65532 home/ /home/nonroot/",
        "ENV HOME=/home/nonroot",
        'COPY ["bin/linux/amd64/x", "/usr/local/bin/x"]',
        "USER 65532:65532",
        "WORKDIR /home/nonroot",
        'ENTRYPOINT ["/usr/local/bin/x"]',
        "",
      ].join("\n"),
    );
    expect((await readdir(context)).sort()).toEqual(["Dockerfile", "bin", "home"]);
  });

  test("refuses what cannot run alone", async () => {
    const binaries = [{ platform, path: join(dir, "darwin-amd64") }];
    expect(
      await writeBinaryContext({ dir: join(dir, "three"), entrypoint: "x", base: null, binaries, zoneinfo: null }),
    ).toBe("linux/amd64: the build stage's x is no Linux program");
  });
});

test("platforms as BuildKit spells them", () => {
  const spell = (os: string, arch: string, variant: string | null): string => dockerPlatform({ os, arch, variant });
  expect(spell("linux", "amd64", "v1")).toBe("linux/amd64");
  expect(spell("linux", "amd64", "v3")).toBe("linux/amd64/v3");
  expect(spell("linux", "arm64", "v8")).toBe("linux/arm64");
  expect(spell("linux", "arm", null)).toBe("linux/arm/v7");
  expect(spell("linux", "arm", "v6")).toBe("linux/arm/v6");
});
