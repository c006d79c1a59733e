import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type OutputDir, prepareOutputDir } from "../../../src/files/output-dir.ts";
import type { Artifact, Image } from "../../../src/model/report.ts";
import type { Stage } from "../../../src/model/stage.ts";
import type { ImageSource } from "../../../src/model/step.ts";
import { writeSboms } from "../../../src/run/sboms.ts";
import { makeProject, noStamp } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";
import { directory } from "../../support/repository.ts";
import { makeStage } from "../../support/stages.ts";

const captured = join(import.meta.dirname, "../../fixtures/sbom/tool.buildinfo");
const platform = { os: "linux", arch: "amd64", variant: null };
const image: Image = {
  ...{ name: "example/tool", tags: [], platforms: [], size: null, layers: null, base: null, tested: null, path: null },
  ...{ digest: `sha256:${"cd".repeat(32)}`, configDigest: `sha256:${"cd".repeat(32)}` },
};

function imageStage(source: ImageSource): Stage {
  const base = { stage: "image", timeoutMs: 1, weight: 1 };
  return makeStage("image", {
    module: null,
    step: {
      ...base,
      type: "build-image",
      source,
      platforms: [platform],
      labels: [],
      name: "example/tool",
      attest: null,
    },
  });
}

const fromBinary: ImageSource = {
  ...{ type: "binary", entrypoint: "tool", base: null },
  binaries: [{ platform, stage: "build:linux/amd64", out: "bin/0/tool" }],
};

async function written(names: readonly string[], source: ImageSource) {
  const root = directory({ ".pipeline/.dagger-go-pipeline": "" });
  const output: OutputDir = await prepareOutputDir(join(root, ".pipeline"), root);
  mkdirSync(output.bin);
  for (const name of names) copyFileSync(captured, join(output.bin, name));
  writeFileSync(join(output.bin, "packed"), "no Go");
  const artifact = (name: string): Artifact => ({
    ...{
      name,
      ...platform,
      module: ".",
      package: "github.com/Example/tool",
      path: name,
      sha256: "ab".repeat(32),
      size: 1,
    },
  });
  const binaries = names.map((file, at) => ({ package: file, platform, out: `bin/${at}/tool`, file }));
  const result = await writeSboms({
    project: makeProject({ root, modules: [makeModule({ dir: ".", path: "example.com/tool" })] }),
    stamps: { of: () => ({ ...noStamp, version: "v1.0.0" }), warnings: [], revision: null },
    stages: [makeStage("build:linux/amd64", { binaries }), imageStage(source)],
    artifacts: [...names, "packed"].map(artifact),
    ...{ image, output },
  });
  return {
    ...result,
    files: readdirSync(output.sbom).sort(),
    read: (name: string) => readFileSync(join(output.sbom, name), "utf8"),
  };
}

it("an image of binaries has an SBOM with those alone; a program without build information is told", async () => {
  const { sboms, warnings, files, read } = await written(["tool", "other"], fromBinary);
  expect(files).toEqual(["image.cdx.json", "other.cdx.json", "tool.cdx.json"]);
  expect(sboms.map(({ subject, of }) => [subject, of])).toEqual([
    ["binary", "tool"],
    ["binary", "other"],
    ["image", "example/tool"],
  ]);
  expect(warnings).toEqual(["sbom: packed has no build information of Go, so there is no SBOM of it."]);
  const { metadata, components } = JSON.parse(read("image.cdx.json"));
  expect(metadata.component.version).toBe(image.digest);
  expect(components.filter(({ type }: { type: string }) => type === "application")).toHaveLength(1);
});

it("a binary may be called as the image's", async () => {
  expect((await written(["image"], fromBinary)).files).toEqual(["image-example-tool.cdx.json", "image.cdx.json"]);
});

it("an image on another base has none, since nobody knows what that holds", async () => {
  const source: ImageSource = {
    ...{ type: "binary", entrypoint: "tool", base: "alpine:3.22" },
    binaries: [{ platform, stage: "build:linux/amd64", out: "bin/0/tool" }],
  };
  expect((await written(["tool"], source)).files).toEqual(["tool.cdx.json"]);
});

it("an image that a Dockerfile makes has none", async () => {
  const source: ImageSource = {
    ...{ type: "dockerfile", context: ".", dockerfile: "Dockerfile", target: null, buildArgs: [], secretIds: [] },
  };
  expect((await written(["tool"], source)).files).toEqual(["tool.cdx.json"]);
});
