import { describe, expect, it } from "vitest";
import { renameGates, renameIn } from "../../contract/rename.ts";

const names = new Map([
  ["vet", "inspect"],
  ["build", "compile"],
]);

describe("other names of gates", () => {
  it.each([
    ["vet", "inspect"],
    ["build:linux/amd64", "compile:linux/amd64"],
    ["tools/gen#vet", "tools/gen#inspect"],
    ["tools/vet#deps", "tools/vet#deps"],
    ["vet: 1 finding", "inspect: 1 finding"],
    ["vetted", "vetted"],
    ["test: vet: no", "test: vet: no"],
  ])("%s becomes %s", (text, expected) => expect(renameIn(text, names)).toBe(expected));

  const stage = (id: string, gate: string, reason: string | null) => ({
    id,
    gate,
    reason,
    findings: [{ source: "vet" }],
  });

  it("stand in ids, gates and reasons that name a stage, and nowhere else", () => {
    const report = {
      reasons: ["vet: 1 finding", "test: build failed"],
      stages: [
        stage("vet", "vet", "1 finding"),
        stage("test", "test", "vet did not pass"),
        stage("deps", "deps", "stopped because build:linux/amd64 failed (fail-fast)"),
        stage("build:linux/amd64", "build", "switched off by `build: false`"),
        stage("image", "image", null),
      ],
      artifacts: [{ name: "vet" }],
    };
    expect(renameGates(report, names)).toEqual({
      reasons: ["inspect: 1 finding", "test: build failed"],
      stages: [
        stage("inspect", "inspect", "1 finding"),
        stage("test", "test", "inspect did not pass"),
        stage("deps", "deps", "stopped because compile:linux/amd64 failed (fail-fast)"),
        stage("compile:linux/amd64", "compile", "switched off by `build: false`"),
        stage("image", "image", null),
      ],
      artifacts: [{ name: "vet" }],
    });
    expect(renameGates(report, new Map())).toBe(report);
  });
});
