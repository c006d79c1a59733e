import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { extract } from "tar";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { ImageSource } from "../../src/model/step.ts";

import { type ImageRig, nobody } from "../image/rig.ts";
import { imageRigs } from "./support/image-rig.ts";
import { lab } from "./support/lab.ts";
import { image as base } from "./support/repositories.ts";

const rig = imageRigs(lab());

const savedSchema = z.tuple([z.object({ Config: z.string() })]);

interface Unpacked {
  readonly config: unknown;
  /** Content of all files of the image's layout, layers as tars; more than fits into a string for large images. */
  content(): string;
}

/** The image as it is handed over in a file. */
async function unpack(made: ImageRig): Promise<Unpacked> {
  const seen = await made.deliver({ outputs: ["tarball"], tags: ["fixture:v1"] });
  const dir = join(seen.resultDir, "unpacked");
  mkdirSync(dir);
  await extract({ file: seen.facts.tarball ?? "", cwd: dir });
  const [{ Config }] = savedSchema.parse(JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8")));
  const blobs = join(dir, "blobs/sha256");
  const text = (blob: Buffer): string => (blob.readUInt16BE(0) === 0x1f8b ? gunzipSync(blob) : blob).toString("latin1");
  return {
    config: JSON.parse(readFileSync(join(dir, Config), "utf8")),
    content: () =>
      readdirSync(blobs)
        .map((name) => text(readFileSync(join(blobs, name))))
        .join("\n"),
  };
}

/** An image of the fixture that prints a file of an earlier build stage. */
function printing(file: string): string {
  return `FROM scratch\nCOPY app /app\nCOPY --from=first ${file} /leak\nENTRYPOINT ["/app", "leak"]\n`;
}

describe("an image that builds", () => {
  test("has facts and labels, and is not built again when nothing changed", async () => {
    const labels = [["org.opencontainers.image.revision", "abc"]] as const;
    const stamp = `FROM ${base} AS first\nRUN echo ${process.pid}-${Date.now()} && date +%s.%N > /stamp\n`;
    const files = { Dockerfile: `${stamp}${printing("/stamp")}` };
    const made = await rig(files);
    const first = await made.image({}, { labels });
    expect(first).toMatchObject({ stage: "image", end: "exited", problem: null });
    expect(first.facts).toMatchObject({ platforms: ["linux/amd64"], layers: 2, base: "scratch", judgement: null });
    expect(first.facts.configDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(first.facts.size).toBeGreaterThan(1_000_000);
    const { config } = await unpack(made);
    expect(config).toMatchObject({ config: { Labels: { "org.opencontainers.image.revision": "abc" } } });
    const again = await (await rig(files)).image({}, { labels });
    expect(again.facts.configDigest).toBe(first.facts.configDigest);
  });

  test("takes a target and build arguments", async () => {
    const Dockerfile = [
      "ARG BASE=nothing",
      "FROM $BASE AS first",
      "ARG GREETING",
      'RUN test "$GREETING" = hello',
      "FROM scratch AS wanted",
      "COPY --from=first /etc/passwd /",
      "COPY app /app",
      "FROM scratch AS last",
      "COPY nothing /",
      "",
    ].join("\n");
    const source = (greeting: string) =>
      ({
        target: "wanted",
        buildArgs: [
          ["BASE", base],
          ["GREETING", greeting],
        ],
      }) as const;
    const seen = await (await rig({ Dockerfile })).image(source("hello"));
    expect(seen.facts).toMatchObject({ base: "scratch", layers: 2, judgement: null });
    const other = await (await rig({ Dockerfile })).image(source("bye"));
    expect(other.facts.judgement?.reason).toMatch(/^Dockerfile:4: RUN test .* failed with exit code 1$/);
  });

  test("mounts secrets, which are in no log, argument or layer", async () => {
    const value = "s3cret-of-the-tests";
    const run = "RUN --mount=type=secret,id=token,required=true";
    const Dockerfile = `FROM ${base} AS first\n${run} wc -c < /run/secrets/token > /size\n${printing("/size")}`;
    const made = await rig({ Dockerfile }, { secrets: { ...nobody, dockerSecrets: [{ id: "token", value }] } });
    const seen = await made.image({ secretIds: ["token"] });
    expect(seen.facts.judgement).toBeNull();
    expect(JSON.stringify(seen)).not.toContain(value);
    expect((await made.smoke()).log).toContain("read: 19");
    const { config, content } = await unpack(made);
    expect(content()).toContain("19\n");
    expect(content()).not.toContain(value);
    expect(JSON.stringify(config)).not.toContain(value);
  });

  test("never gets the output directory, and what .dockerignore names", async () => {
    const list = `FROM ${base} AS first\nCOPY . /src\nRUN find /src -type f | sort > /list\n`;
    const made = await rig({
      Dockerfile: `${list}${printing("/list")}`,
      ".dockerignore": "ignored.txt",
      "ignored.txt": "",
      "kept.txt": "",
      ".pipeline/logs/test.log": "",
    });
    expect((await made.image()).facts.judgement).toBeNull();
    expect((await made.smoke()).log.match(/\/src\/\S+$/gm)).toEqual([
      "/src/.dockerignore",
      "/src/Dockerfile",
      "/src/app",
      "/src/kept.txt",
    ]);
  });

  test("has a Dockerfile with rules of its own, outside of its context", async () => {
    const list = `FROM ${base} AS first\nCOPY . /src\nRUN find /src -name '*.txt' | sort > /list\n`;
    const made = await rig({
      "docker/Dockerfile": `${list}FROM scratch\nCOPY fixture /app\nCOPY --from=first /list /leak\nENTRYPOINT ["/app", "leak"]\n`,
      "docker/Dockerfile.dockerignore": "a.txt",
      "sub/a.txt": "",
      "sub/b.txt": "",
      "sub/fixture": "",
    });
    const seen = await made.image({ context: "sub", dockerfile: "docker/Dockerfile", target: "first" });
    expect(seen.facts.judgement).toBeNull();
    const shell = { command: ["cat", "/list"], commandGiven: true, output: "/src/b.txt", limitMs: 30_000 };
    const printed = await made.smoke(shell);
    expect(printed.facts.judgement?.status).toBe("passed");
    expect(printed.log).not.toContain("a.txt");
  });
});

describe("an image of the binary", () => {
  const platform = { os: "linux", arch: "amd64", variant: null };
  const source = (out: string): { source: ImageSource } => ({
    source: {
      type: "binary",
      binaries: [{ platform, stage: "build:linux/amd64", out }],
      entrypoint: "fixture",
      base: null,
    },
  });

  test("runs without root, with certificates, time zones, a home and a /tmp", async () => {
    const made = await rig({});
    const built = await made.image({}, { ...source("app"), platforms: [platform] });
    expect(built.facts).toMatchObject({ judgement: null, base: "scratch", platforms: ["linux/amd64"] });
    const zone = await made.smoke({ command: ["zone=Europe/Berlin"], commandGiven: true });
    expect(zone.facts.judgement).toEqual({ status: "passed", reason: "`zone=Europe/Berlin` exited 0" });
    expect(zone.log).toContain("Europe/Berlin <nil> uid 65532 home /home/nonroot");
    expect((await unpack(made)).config).toMatchObject({
      config: { User: "65532:65532", WorkingDir: "/home/nonroot", Entrypoint: ["/usr/local/bin/fixture"] },
    });
  });

  test("on another base has what that has, the program, a user without rights and a home", async () => {
    const made = await rig({});
    const { source: binary } = source("app");
    const built = await made.image({}, { source: { ...binary, base } as ImageSource, platforms: [platform] });
    expect(built.facts).toMatchObject({ judgement: null, base, platforms: ["linux/amd64"] });
    expect((await made.smoke({ command: ["exit=0"], commandGiven: true })).facts.judgement?.status).toBe("passed");
    const { config } = await unpack(made);
    expect(config).toMatchObject({
      config: { User: "65532:65532", WorkingDir: "/home/nonroot", Entrypoint: ["/usr/local/bin/fixture"] },
    });
    expect(config).not.toHaveProperty("config.Cmd");
  });

  test("is not made on a base for another processor", async () => {
    const arm = { ...platform, arch: "arm64" };
    const binaries = [platform, arm].map((of) => ({
      platform: of,
      stage: `build:linux/${of.arch}` as const,
      out: "app",
    }));
    const made = await rig({});
    const seen = await made.image(
      {},
      { source: { type: "binary", binaries, entrypoint: "fixture", base }, platforms: [platform, arm] },
    );
    expect(seen.facts.judgement).toEqual({
      status: "failed",
      reason: `docker-base: ${base} is an image for linux/amd64, and the image is for linux/arm64`,
    });
  });

  test("fails before anything is built when the file is no Linux program", async () => {
    const seen = await (await rig({ text: "no program" })).image({}, source("text"));
    expect(seen.facts.judgement?.reason).toBe("linux/amd64: the build stage's fixture is no Linux program");
  });
});
