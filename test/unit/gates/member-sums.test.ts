import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { withLackingSums } from "../../../src/gates/member-sums.ts";
import type { Command } from "../../../src/model/step.ts";
import { directory } from "../../support/repository.ts";

it("names the member that Go cannot load alone, with Go's words", async () => {
  const dir = directory({ stdout: "" });
  const stderr =
    "go: downloading go1.99.1 (linux/amd64)\ngo: download go1.99.1 for linux/amd64: toolchain not available\n";
  writeFileSync(join(dir, "stderr"), stderr);
  const command: Command = { tool: "go", args: [], env: {}, cwd: { dir: "b" }, advisory: true };
  const times = { startedAt: new Date(0), durationMs: 1 };
  const outcome = { ...times, exitCode: 1, signal: null, stdout: join(dir, "stdout"), stderr: join(dir, "stderr") };
  const facts = { commands: [command], outcomes: [outcome], map: { root: "/repo", modules: [] } };
  const judgement = await withLackingSums({ failure: null, findings: [] }, facts);
  expect(judgement.warning).toBe("go.sum of b was not compared: Go cannot load a module there without go.work");
  expect(judgement.findings).toMatchObject([
    {
      path: "b/go.mod",
      message: expect.stringContaining("download go1.99.1 for linux/amd64: toolchain not available"),
    },
  ]);
  const fine = { ...facts, outcomes: [{ ...outcome, exitCode: 0 }] };
  expect(await withLackingSums({ failure: null, findings: [] }, fine)).toEqual({ failure: null, findings: [] });
});
