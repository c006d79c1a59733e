import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import type { ImageSource } from "../../src/model/step.ts";

import { ownBuilder, withoutBuildx } from "./support/builder.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();

const platform = { os: "linux", arch: "amd64", variant: null };
const source: ImageSource = {
  type: "binary",
  binaries: [{ platform, stage: "build:linux/amd64", out: "app" }],
  entrypoint: "fixture",
  base: null,
};

test("an image of the binary: not root, with certificates, time zones, a home and a /tmp", async () => {
  const made = await rig({});
  const built = await made.image({}, { source, platforms: [platform] });
  expect(built.facts).toMatchObject({ judgement: null, base: "scratch", platforms: ["linux/amd64"], layers: 4 });
  const zone = await made.smoke({ command: ["zone=Europe/Berlin"], commandGiven: true });
  expect(zone.facts.judgement).toEqual({ status: "passed", reason: "`zone=Europe/Berlin` exited 0" });
  expect(zone.log).toContain("Europe/Berlin <nil> uid 65532 home /home/nonroot");
  await made.deliver({ outputs: ["load"], tags: ["fixture:binary"] });
  const config = made.docker("image", "inspect", "-f", "{{json .Config}}", "fixture:binary");
  expect(JSON.parse(config)).toMatchObject({
    User: "65532:65532",
    WorkingDir: "/home/nonroot",
    Entrypoint: ["/usr/local/bin/fixture"],
    Env: [
      "PATH=/usr/local/bin",
      "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt",
      "HOME=/home/nonroot",
      "ZONEINFO=/usr/share/zoneinfo.zip",
    ],
  });
  made.docker("image", "rm", "fixture:binary");
});

/** Without buildx and BuildKit, with the BuildKit of the daemon, and with one of its own. */
const builders = [
  ["docker build", () => withoutBuildx()],
  ["the daemon's builder", () => ({})],
  ["a builder of its own", () => ownBuilder()],
] as const;

describe.each(builders)("an image of the binary on another base, by %s", (_, environment) => {
  const { base } = inject("machine");

  test("has what the base has, the program, a user without rights and a home", async () => {
    const made = await rig({}, { env: environment() });
    const built = await made.image({}, { source: { ...source, base }, platforms: [platform] });
    expect(built.facts).toMatchObject({ judgement: null, base, platforms: ["linux/amd64"] });
    const smoke = await made.smoke({ command: ["exit=0"], commandGiven: true });
    expect(smoke.facts.judgement?.status).toBe("passed");
    await made.deliver({ outputs: ["load"], tags: ["fixture:base"] });
    const config = JSON.parse(made.docker("image", "inspect", "-f", "{{json .Config}}", "fixture:base"));
    expect(config).toMatchObject({
      User: "65532:65532",
      WorkingDir: "/home/nonroot",
      Entrypoint: ["/usr/local/bin/fixture"],
    });
    expect(config.Cmd ?? null).toBeNull();
    const shell = ["run", "--rm", "--network", "none", "--entrypoint", "/bin/sh", "fixture:base", "-c"];
    expect(made.docker(...shell, "id -u; touch here && pwd; grep -c ^root: /etc/passwd")).toBe(
      "65532\n/home/nonroot\n1",
    );
    made.docker("image", "rm", "fixture:base");
  });

  test("that does not exist is no fault of the environment", async () => {
    const missing = `${inject("machine").registry}/nothing:1`;
    const made = await rig({}, { env: environment() });
    const seen = await made.image({}, { source: { ...source, base: missing }, platforms: [platform] });
    expect(seen).toMatchObject({ end: "exited", problem: null });
    expect(seen.facts.judgement).toEqual({ status: "failed", reason: `base image ${missing} not found` });
  });
});

/** Where the base has one platform alone, BuildKit takes it for any. */
const arm = { os: "linux", arch: "arm64", variant: null };
const onArm = { ...source, binaries: [{ platform: arm, stage: "build:linux/arm64", out: "app" }] } as const;

describe.each(builders)("a base of the wrong platform, by %s", (_, environment) => {
  test("fails the image", async () => {
    const { base } = inject("machine");
    const made = await rig({}, { env: environment() });
    const seen = await made.image({}, { source: { ...onArm, base }, platforms: [arm] });
    const reason = `docker-base: ${base} is an image for linux/amd64, and the image is for linux/arm64`;
    expect(seen).toMatchObject({ end: "exited", problem: null, facts: { judgement: { status: "failed", reason } } });
    expect((await made.smoke()).end).toBe("blocked");
    // Docker's own builder leaves the image that it refuses in the end.
    made.docker("image", "prune", "--force");
  });
});

describe("a base for two platforms", () => {
  const several = [platform, arm];
  const binaries = several.map((of) => ({ platform: of, stage: `build:linux/${of.arch}` as const, out: "app" }));
  const two = (base: string): { source: ImageSource; platforms: typeof several } => ({
    source: { ...source, binaries, base },
    platforms: several,
  });

  test("has to have both", async () => {
    const { base } = inject("machine");
    const seen = await (await rig({}, { env: ownBuilder() })).image({}, two(base));
    expect(seen.facts.judgement).toEqual({
      status: "failed",
      reason: `docker-base: ${base} is an image for linux/amd64, and the image is for linux/arm64`,
    });
  });

  test("is taken for both, and for no third", async () => {
    const { registry } = inject("machine");
    const both = `${registry}/two-platforms:1`;
    const env = ownBuilder();
    const made = await rig({ Dockerfile: "FROM scratch\nCOPY app /app\n" }, { env });
    const output = `type=image,name=${both},push=true`;
    made.docker(
      "buildx",
      "build",
      "--provenance=false",
      "--platform=linux/amd64,linux/arm64",
      "--output",
      output,
      made.root,
    );
    expect((await made.image({}, two(both))).facts).toMatchObject({
      judgement: null,
      platforms: ["linux/amd64", "linux/arm64"],
    });
    const mainframe = { os: "linux", arch: "s390x", variant: null };
    const third = { platform: mainframe, stage: "build:linux/s390x", out: "app" } as const;
    const seen = await made.image(
      {},
      { source: { ...source, binaries: [...binaries, third], base: both }, platforms: [...several, mainframe] },
    );
    const reason = `base image ${both} is none for a platform of the image`;
    expect(seen.facts.judgement).toEqual({ status: "failed", reason });
  });
});

test.each(builders)(
  "a program of the same size as an earlier one is not taken for it, by %s",
  async (_, environment) => {
    const env = environment();
    const layers: string[] = [];
    for (const last of ["a", "b"]) {
      const made = await rig({}, { env });
      appendFileSync(join(made.root, "app"), last);
      const built = await made.image({}, { source, platforms: [platform] });
      expect(built.facts.judgement).toBeNull();
      await made.deliver({ outputs: ["load"], tags: ["fixture:same-size"] });
      layers.push(made.docker("image", "inspect", "-f", "{{json .RootFS.Layers}}", "fixture:same-size"));
      made.docker("image", "rm", "fixture:same-size");
      await made.runner.close();
    }
    expect(layers[0]).not.toBe(layers[1]);
  },
);

test("a program that links libraries is built on a base", async () => {
  const { base } = inject("machine");
  const made = await rig({});
  const binaries = [{ platform, stage: "build:linux/amd64", out: `${"../".repeat(32)}bin/ls` }];
  const seen = await made.image({}, { source: { ...source, base, binaries } });
  expect(seen.facts).toMatchObject({ judgement: null, base });
});

test("a program that is no Linux program, or not static, fails before anything is built", async () => {
  const made = await rig({ text: "no program" });
  const text = await made.image(
    {},
    { source: { ...source, binaries: [{ platform, stage: "build:linux/amd64", out: "text" }] } },
  );
  expect(text.facts.judgement?.reason).toBe("linux/amd64: the build stage's fixture is no Linux program");
  const dynamic = await made.image(
    {},
    { source: { ...source, binaries: [{ platform, stage: "build:linux/amd64", out: `${"../".repeat(32)}bin/ls` }] } },
  );
  expect(dynamic.facts.judgement?.reason).toMatch(/^linux\/amd64: fixture is not static/);
});
