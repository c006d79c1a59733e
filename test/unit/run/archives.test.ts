import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { prepareOutputDir } from "../../../src/files/output-dir.ts";
import type { Artifact } from "../../../src/model/report.ts";
import { archiveName, writeArchives } from "../../../src/run/archives.ts";
import { makeProject, noStamp } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";
import { directory } from "../../support/repository.ts";
import { makeStage, makeStageResult } from "../../support/stages.ts";

it.each([
  ["linux", "amd64", "v1", "tool_1.2.3_linux_amd64.tar.gz"],
  ["linux", "amd64", "v3", "tool_1.2.3_linux_amd64v3.tar.gz"],
  ["linux", "arm", "v7", "tool_1.2.3_linux_armv7.tar.gz"],
  ["linux", "arm64", "v8.0", "tool_1.2.3_linux_arm64.tar.gz"],
  ["linux", "mips", "softfloat", "tool_1.2.3_linux_mips_softfloat.tar.gz"],
  ["windows", "386", null, "tool_1.2.3_windows_386.zip"],
])("%s/%s/%s is %s", (os, arch, variant, name) => {
  expect(archiveName("tool", "1.2.3", { os, arch, variant })).toBe(name);
});

it("equal names are told apart by directory, programs by the names of their files", async () => {
  const root = directory({ ".pipeline/.dagger-go-pipeline": "" });
  const output = await prepareOutputDir(join(root, ".pipeline"), root);
  const platform = { os: "linux", arch: "amd64", variant: null };
  const files = ["a-tool", "a-Tool", "b-tool"];
  mkdirSync(output.bin);
  for (const file of files) writeFileSync(join(output.bin, file), file);
  const binary = (file: string, out: string) => ({ package: `example.com/${file}`, platform, out, file });
  const artifacts = files.map(
    (name): Artifact => ({ name, ...platform, module: "a", package: name, path: name, sha256: "", size: 1 }),
  );
  const stages = [
    makeStage("a", { module: "a", binaries: [binary("a-tool", "bin/0/tool"), binary("a-Tool", "bin/1/Tool")] }),
    makeStage("b", { module: "x/b", binaries: [binary("b-tool", "bin/0/tool")] }),
    makeStage("vet", { module: "a" }),
  ];
  const modules = [
    makeModule({ dir: "a", path: "example.com/a/tool" }),
    makeModule({ dir: "x/b", path: "example.com/b/tool" }),
  ];
  const archives = await writeArchives({
    ...{ project: makeProject({ root, modules }), stages, artifacts, output },
    stamps: { of: () => ({ ...noStamp, version: "v1.0.0" }), warnings: [], revision: null },
    results: ["a", "b", "vet"].map((id) => makeStageResult(id)),
  });
  expect(archives.map(({ name, binaries }) => [name, binaries])).toEqual([
    ["a_1.0.0_linux_amd64.tar.gz", ["a-tool", "a-Tool"]],
    ["x-b_1.0.0_linux_amd64.tar.gz", ["b-tool"]],
  ]);
  expect(readdirSync(output.archives).sort()).toEqual([
    "a_1.0.0_linux_amd64.tar.gz",
    "checksums.txt",
    "x-b_1.0.0_linux_amd64.tar.gz",
  ]);
});
