import { describe, expect, it } from "vitest";
import { outputsOf, outputsWithoutRun, outputs as table } from "../../../src/report/outputs.ts";
import { cancelledRun, failingTests, green, imageRun, stage, withTotals } from "./reports.ts";

describe("outputsOf", () => {
  it("tells a green run", () => {
    const { modules, stages, artifacts, ...scalars } = outputsOf(green, ".pipeline/report.json");
    expect(scalars).toEqual({
      conclusion: "success",
      engine: "dagger",
      "total-coverage": "83.3",
      "patch-coverage": "",
      "tests-passed": "42",
      "tests-failed": "0",
      "tests-skipped": "1",
      "tests-flaky": "0",
      "image-digest": "",
      "image-tags": "",
      "cache-hit": "true",
      "release-url": "",
      report: ".pipeline/report.json",
      "trace-url": "https://dagger.cloud/acme/traces/0af7651916cd43dd8448eb211c80319c",
    });
    expect(JSON.parse(modules ?? "")).toEqual([
      {
        ...{ dir: ".", path: green.modules[0]?.path, goVersion: green.modules[0]?.goVersion, conclusion: "success" },
        ...{ tests: { passed: 42, failed: 0, skipped: 1, flaky: 0 }, coverage: "83.3" },
      },
    ]);
    expect(JSON.parse(stages ?? "")[4]).toEqual({
      id: "build:linux/amd64",
      gate: "build",
      module: ".",
      variant: "linux/amd64",
      status: "passed",
      durationMs: 4_000,
      cached: false,
      reason: null,
    });
    expect(JSON.parse(artifacts ?? "")[0]).toEqual({
      name: "greeter-linux-amd64",
      os: "linux",
      arch: "amd64",
      path: ".pipeline/bin/greeter-linux-amd64",
      sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      size: 5_347_737,
    });
  });

  it("is the table and nothing else, in its order, and nothing but one-line text", () => {
    for (const outputs of [outputsOf(failingTests, "r"), outputsOf(imageRun, "r"), outputsWithoutRun()]) {
      expect(Object.keys(outputs)).toEqual(Object.keys(table));
      expect(Object.values(outputs).filter((value) => typeof value !== "string" || value.includes("\n"))).toEqual([]);
    }
  });

  it("tells the variant of a platform that has one", () => {
    const [artifact] = green.artifacts;
    if (artifact === undefined) throw new Error("the green report has lost its artifacts");
    const outputs = outputsOf({ ...green, artifacts: [{ ...artifact, arch: "arm", variant: "v7" }] }, "r");
    expect(JSON.parse(outputs["artifacts"] ?? "")[0]).toMatchObject({ os: "linux", arch: "arm", variant: "v7" });
  });

  it("gives the registry's digest, else the configuration's", () => {
    const { image } = imageRun;
    expect(outputsOf(imageRun, "r")["image-digest"]).toBe(image?.digest);
    if (image === null) throw new Error("the image report has lost its image");
    expect(outputsOf({ ...imageRun, image: { ...image, digest: null } }, "r")["image-digest"]).toBe(image.configDigest);
    expect(outputsOf(imageRun, "r")["image-tags"]).toBe(
      "registry.example.com/acme/greeter:pipeline,registry.example.com/acme/greeter:1.4.0",
    );
  });

  it("leaves the coverage empty without statements and rounds as Go does", () => {
    const coverage = (percent: number | null) =>
      outputsOf(
        withTotals(green, {
          coverage: { percent, covered: 0, statements: 0, missing: [], packages: [], files: [] },
        }),
        "r",
      )["total-coverage"];
    expect([null, 0, 6.25, 18.75, 99.96, 100].map(coverage)).toEqual(["", "0.0", "6.2", "18.8", "100.0", "100.0"]);
    expect(outputsOf(withTotals(green, { coverage: null }), "r")["total-coverage"]).toBe("");
  });

  it("tells 0 and false of what a run did not have", () => {
    const outputs = outputsOf(cancelledRun, "r");
    expect([outputs["tests-passed"], outputs["tests-failed"], outputs["tests-skipped"]]).toEqual(["0", "0", "0"]);
    expect([outputs["cache-hit"], outputs["trace-url"], outputs["conclusion"]]).toEqual(["false", "", "cancelled"]);
  });

  it("cuts long reasons, so that all stages fit", () => {
    const stages = Array.from({ length: 45 }, () => stage("vet", { status: "failed", reason: "x".repeat(100_000) }));
    expect(outputsOf({ ...green, stages }, "r")["stages"]?.length).toBeLessThan(20_000);
  });
});
