import { createHash } from "node:crypto";
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { type OutputDir, prepareOutputDir } from "../../../src/files/output-dir.ts";
import type { PlannedRelease } from "../../../src/model/release.ts";
import type { Archive, Artifact, Sbom } from "../../../src/model/report.ts";
import { releaseAssets } from "../../../src/run/release-assets.ts";
import { makeProject } from "../../support/facts.ts";
import { directory } from "../../support/repository.ts";

const planned: PlannedRelease = {
  ...{ tag: "v1.2.0", version: "v1.2.0", prerelease: false, module: ".", plainTags: true, commit: "01".repeat(20) },
  ...{ before: null, cutOff: null, published: true },
};

function kept(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return { path, sha256: createHash("sha256").update(text).digest("hex"), size: text.length };
}

async function built() {
  const root = directory({ ".pipeline/.dagger-go-pipeline": "" });
  const output: OutputDir = await prepareOutputDir(join(root, ".pipeline"), root);
  const platform = { os: "linux", arch: "amd64", variant: null };
  const binary = (name: string, module: string): Artifact => ({
    ...{ name, ...platform, module, package: name, ...kept(join(output.bin, name), name) },
  });
  const sbom = (of: string, subject: Sbom["subject"]): Sbom => ({
    ...{ name: `${of}.cdx.json`, subject, of, ...kept(join(output.sbom, `${of}.cdx.json`), of) },
  });
  kept(join(output.sbom, "planted.cdx.json"), "planted");
  const name = "tool_1.2.0_linux_amd64.tar.gz";
  const archive: Archive = {
    ...{ name, ...platform, module: ".", version: "v1.2.0", binaries: ["tool", "planted"] },
    ...kept(join(output.archives, name), "packed"),
  };
  const artifacts = [binary("tool", "."), binary("planted", "."), binary("gen", "tools")];
  const sboms = [sbom("tool", "binary"), sbom("gen", "binary"), sbom("image", "image")];
  return { output, project: makeProject({ root }), collected: { artifacts, sboms, archives: [archive] } };
}

it("the files of a release are those that the run made of the module, not what else lies beside them", async () => {
  const { output, project, collected } = await built();
  const { archives, ...bare } = collected;
  const binaries = await releaseAssets(planned, bare, project, output);
  expect(binaries.map(({ name }) => name).slice(0, -1)).toEqual(["tool", "planted", "tool.cdx.json"]);
  const packed = await releaseAssets(planned, collected, project, output);
  expect(packed.map(({ name }) => name)).toEqual([
    ...["tool_1.2.0_linux_amd64.tar.gz", "tool.cdx.json", expect.stringMatching(/_1\.2\.0_checksums\.txt$/)],
  ]);
});

it.each(["archives", "bin", "sbom"] as const)(
  "a file in %s that is another now, a link or gone is named",
  async (where) => {
    const { output, project, collected } = await built();
    const { archives, ...bare } = collected;
    const [name, given] = {
      archives: ["tool_1.2.0_linux_amd64.tar.gz", collected] as const,
      bin: ["tool", bare] as const,
      sbom: ["tool.cdx.json", collected] as const,
    }[where];
    const path = join(output[where], name);
    const refused = async () =>
      await expect(releaseAssets(planned, given, project, output)).rejects.toThrow(
        `${name} is not the file that the run built`,
      );
    renameSync(path, `${path}.kept`);
    await refused();
    symlinkSync(`${path}.kept`, path);
    await refused();
    rmSync(path);
    writeFileSync(path, "another");
    await refused();
    rmSync(path);
    renameSync(`${path}.kept`, path);
    expect(await releaseAssets(planned, given, project, output)).not.toEqual([]);
  },
);
