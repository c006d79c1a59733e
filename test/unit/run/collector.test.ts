import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { type OutputDir, prepareOutputDir } from "../../../src/files/output-dir.ts";
import { build } from "../../../src/gates/build.ts";
import type { Gate } from "../../../src/gates/gate.ts";
import { diffText, textHunks } from "../../../src/go/file-diff.ts";
import type { Artifact } from "../../../src/model/report.ts";
import { Collector } from "../../../src/run/collector.ts";
import { makeBench } from "../../support/bench.ts";
import { makeConfig } from "../../support/config.ts";
import { makeFacts, makePlan, noStamp } from "../../support/facts.ts";
import { directory } from "../../support/repository.ts";
import { makeOutcome, makeStageResult } from "../../support/stages.ts";

const stamp = { ...noStamp, version: "v1.0.0" };

/** A run that built one program, which `between` may touch before archives and SBOMs are made of it. */
async function finished(
  between: (binary: string) => void,
  places: (output: OutputDir) => OutputDir = (output) => output,
) {
  const root = directory({ ".pipeline/.dagger-go-pipeline": "", "a.go": "old\n" });
  const output = await prepareOutputDir(join(root, ".pipeline"), root);
  const config = makeConfig({ archives: true, sbom: true, build: "warn" });
  const plan = makePlan({ config, run: { stampOf: () => stamp } });
  const stage = plan.stages.find(({ gate }) => gate === "build");
  const [binary] = stage?.binaries ?? [];
  if (stage === undefined || binary === undefined) throw new Error("nothing to build");
  const path = join(output.bin, binary.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "no Go");
  const artifact: Artifact = {
    ...{ name: binary.file, ...binary.platform, module: ".", package: binary.package },
    ...{ path: output.relative(path), sha256: "ab".repeat(32), size: 5 },
  };
  const diff = diffText("a.go", textHunks("old\n", "new\n"));
  const building: Gate = {
    ...{ name: "build", scope: "run", input: "build", inputs: build.inputs, group: "Builds", findings: [] },
    ...{ toggle: () => "true", log: "commands", output: build.output, plan: () => [] },
    judge: async () => ({
      ...{ failure: null, findings: [] },
      products: [
        { type: "binary", artifact },
        {
          type: "tests",
          tests: { packages: [], passed: 0, failed: 0, skipped: 0, flaky: 0, interrupted: 0 },
          parts: { suites: [], events: [] },
        },
        { type: "patch", files: [{ path: "a.go", diff }], covers: [], complete: true },
      ],
    }),
  };
  const { project, inspection } = makeFacts();
  const bench = makeBench(places(output), { config, project: { ...project, root }, inspection });
  const stamps = { of: () => stamp, warnings: [], revision: null };
  const gates = [building];
  const collector = new Collector({ ...bench, stamps, plan, gates, baseNamed: false, baseline: async () => null });
  await collector.settle(stage, makeOutcome(stage.id));
  between(path);
  const { collected, judged } = await collector.finish([makeStageResult(stage.id)]);
  return { collected, judged: judged.map(({ id, status, reason }) => ({ id, status, reason })) };
}

it("what cannot be written is a broken result each, beside all else", async () => {
  const { collected, judged } = await finished(
    () => undefined,
    (output) => {
      const under = join(directory({ file: "" }), "file");
      return {
        ...output,
        bin: join(under, "bin"),
        tests: join(under, "tests"),
        fixPatch: join(under, "x", "fix.patch"),
      };
    },
  );
  const reason = expect.stringMatching(/^cannot be written: ENOTDIR/);
  expect(judged).toEqual(
    ["checksums", "archives", "sbom", "reports", "patch"].map((id) => ({
      id: `build:${id}`,
      status: "errored",
      reason,
    })),
  );
  expect(collected.artifacts).toHaveLength(1);
  // Nobody is told to apply a patch that is not there.
  expect(collected.fix.files).toEqual([]);
});

it("archives and SBOMs are made of what was built", async () => {
  const { collected, judged } = await finished(() => undefined);
  expect([judged, collected.archives?.length, collected.sboms]).toEqual([[], 1, []]);
});

it("what cannot be made of a binary that is gone is a broken result, beside all else", async () => {
  const { collected, judged } = await finished((binary) => rmSync(binary));
  const reason = expect.stringMatching(/^cannot be written: ENOENT/);
  expect(judged).toEqual([
    { id: "build:archives", status: "errored", reason },
    { id: "build:sbom", status: "errored", reason },
  ]);
  expect(collected.artifacts).toHaveLength(1);
  expect([collected.archives, collected.sboms]).toEqual([undefined, undefined]);
});
