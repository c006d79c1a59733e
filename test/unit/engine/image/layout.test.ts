import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  packLayout,
  readLayout,
  readSaved,
  withoutAttestations,
  writeLayout,
} from "../../../../src/engine/image/layout.ts";

let dir = "";

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "layout-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(dir, path)), { recursive: true });
  await writeFile(join(dir, path), content);
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** What `docker save` of 20.10 leaves: an own directory per layer, a link for one that occurs twice. */
async function saved(): Promise<{ config: string; layers: readonly (string | Buffer)[] }> {
  const config = JSON.stringify({ os: "linux", architecture: "arm", variant: "v7" });
  const layers = ["one layer", gzipSync("another")];
  await put("saved/config.json", config);
  await put("saved/a/layer.tar", layers[0] ?? "");
  await put("saved/b/layer.tar", layers[1] ?? "");
  await mkdir(join(dir, "saved/c"));
  await symlink("../a/layer.tar", join(dir, "saved/c/layer.tar"));
  const Layers = ["a/layer.tar", "b/layer.tar", "c/layer.tar"];
  await put("saved/manifest.json", JSON.stringify([{ Config: "config.json", RepoTags: ["x:build"], Layers }]));
  return { config, layers };
}

test("an image of docker save becomes a layout with manifest.json", async () => {
  const { config, layers } = await saved();
  const image = await readSaved(join(dir, "saved"));
  expect(image).toMatchObject({ platform: "linux/arm/v7", configDigest: `sha256:${sha256(config)}` });
  await writeLayout(join(dir, "out"), image, ["owner/app:v1", "app:latest"]);
  const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(dir, "out", path), "utf8"));
  const [plain, zipped] = layers.map((layer) => sha256(layer));
  expect(await json("manifest.json")).toEqual([
    {
      Config: `blobs/sha256/${sha256(config)}`,
      RepoTags: ["owner/app:v1", "app:latest"],
      Layers: [plain, zipped, plain].map((digest) => `blobs/sha256/${digest}`),
    },
  ]);
  const type = "application/vnd.oci.image.layer.v1.tar";
  const manifest = {
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.manifest.v1+json",
    config: {
      mediaType: "application/vnd.oci.image.config.v1+json",
      digest: `sha256:${sha256(config)}`,
      size: config.length,
    },
    layers: [
      { mediaType: type, digest: `sha256:${plain}`, size: 9 },
      { mediaType: `${type}+gzip`, digest: `sha256:${zipped}`, size: layers[1]?.length },
      { mediaType: type, digest: `sha256:${plain}`, size: 9 },
    ],
  };
  const digest = sha256(JSON.stringify(manifest));
  expect(await json(`blobs/sha256/${digest}`)).toEqual(manifest);
  expect(await json("index.json")).toMatchObject({
    manifests: [
      {
        digest: `sha256:${digest}`,
        annotations: {
          "io.containerd.image.name": "docker.io/owner/app:v1",
          "org.opencontainers.image.ref.name": "v1",
        },
      },
      { digest: `sha256:${digest}`, annotations: { "io.containerd.image.name": "docker.io/library/app:latest" } },
    ],
  });
});

test("a layout that was written is read back, and packs to the same file twice", async () => {
  await saved();
  const image = await readSaved(join(dir, "saved"));
  await writeLayout(join(dir, "out"), image, ["app:v1"]);
  expect(await readLayout(join(dir, "out"))).toMatchObject([
    { platform: "linux/arm/v7", configDigest: image.configDigest },
  ]);
  await packLayout(join(dir, "out"), join(dir, "one.tar"));
  await packLayout(join(dir, "out"), join(dir, "two.tar"));
  expect(sha256(await readFile(join(dir, "one.tar")))).toBe(sha256(await readFile(join(dir, "two.tar"))));
});

test("indexes in indexes are followed, attestations left out", async () => {
  const blob = async (value: unknown): Promise<string> => {
    const content = JSON.stringify(value);
    await put(`layout/blobs/sha256/${sha256(content)}`, content);
    return `sha256:${sha256(content)}`;
  };
  const descriptor = (digest: string) => ({ mediaType: "application/json", digest, size: 1 });
  const image = async (architecture: string) =>
    blob({
      config: descriptor(await blob({ os: "linux", architecture })),
      layers: [descriptor(await blob({ architecture }))],
    });
  const attestation = {
    ...descriptor(
      await blob({ config: descriptor(await blob({ os: "unknown", architecture: "unknown" })), layers: [] }),
    ),
    platform: { os: "unknown", architecture: "unknown" },
  };
  const manifests = [descriptor(await image("amd64")), descriptor(await image("arm64")), attestation];
  await put("layout/index.json", JSON.stringify({ manifests: [descriptor(await blob({ manifests }))] }));
  expect((await readLayout(join(dir, "layout"))).map((found) => found.platform)).toEqual([
    "linux/amd64",
    "linux/arm64",
  ]);
});

test("a layout is stripped of attestations, and left as it is where it has none", async () => {
  const blob = async (text: string): Promise<{ mediaType: string; digest: string; size: number }> => {
    await put(`built/blobs/sha256/${sha256(text)}`, text);
    return { mediaType: "x", digest: `sha256:${sha256(text)}`, size: text.length };
  };
  const config = await blob(JSON.stringify({ os: "linux", architecture: "arm64" }));
  const layer = await blob("layer");
  const image = await blob(JSON.stringify({ config, layers: [layer] }));
  const statement = await blob("in-toto");
  const attestation = await blob(JSON.stringify({ config, layers: [statement] }));
  const platform = { os: "linux", architecture: "arm64" };
  const entry = { ...image, platform, annotations: { kept: "yes" } };
  const unknown = { ...attestation, platform: { os: "unknown", architecture: "unknown" } };
  const indexes = async (manifests: readonly unknown[]): Promise<string> => {
    const inner = await blob(JSON.stringify({ manifests, schemaVersion: 2 }));
    const text = JSON.stringify({ manifests: [{ ...inner, annotations: { name: "v1" } }], schemaVersion: 2 });
    await put("built/index.json", text);
    return text;
  };
  const plain = await indexes([entry]);
  await withoutAttestations(join(dir, "built"), join(dir, "plain"));
  expect(await readFile(join(dir, "plain/index.json"), "utf8")).toBe(plain);

  await indexes([entry, unknown]);
  await withoutAttestations(join(dir, "built"), join(dir, "stripped"));
  expect(await readFile(join(dir, "stripped/index.json"), "utf8")).toBe(plain);
  expect((await readLayout(join(dir, "stripped"))).map((found) => found.platform)).toEqual(["linux/arm64"]);
  expect((await readdir(join(dir, "stripped/blobs/sha256"))).sort()).toEqual(
    (await readdir(join(dir, "plain/blobs/sha256"))).sort(),
  );
});
