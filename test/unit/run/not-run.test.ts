import { expect, it } from "vitest";
import type { Stage } from "../../../src/model/stage.ts";
import { notRunResult } from "../../../src/run/not-run.ts";

const stage: Stage = {
  id: "build:linux/arm/v7",
  kind: "build",
  module: "tools",
  platform: { os: "linux", arch: "arm", variant: "v7" },
  warnOnly: false,
  needs: ["deps"],
  after: [],
  step: { status: "failed", reason: "" },
  failure: null,
  binaries: [],
  command: "go build ./...",
};

it("says what is known of a stage that did not run", () => {
  expect(notRunResult(stage, "blocked", "deps did not pass")).toEqual({
    id: "build:linux/arm/v7",
    module: "tools",
    platform: "linux/arm/v7",
    status: "blocked",
    startedAt: null,
    durationMs: 0,
    cached: false,
    reason: "deps did not pass",
    findings: [],
    command: "go build ./...",
  });
  expect(notRunResult({ ...stage, platform: null }, "blocked", "").platform).toBe(null);
});

it("never lets a stage that only warns fail, and leaves every other status", () => {
  expect(notRunResult(stage, "failed", "").status).toBe("failed");
  const warnOnly = { ...stage, warnOnly: true };
  expect(notRunResult(warnOnly, "failed", "").status).toBe("warned");
  expect(notRunResult(warnOnly, "cancelled", "").status).toBe("cancelled");
});
