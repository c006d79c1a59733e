import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepOutputs } from "../../../src/collect/kept.ts";
import { prepareOutputDir } from "../../../src/files/output-dir.ts";
import { createRedactor } from "../../../src/platform/mask.ts";

it("keeps no output whose name holds a secret", async () => {
  const dir = mkdtempSync(join(tmpdir(), "kept-"));
  try {
    const result = join(dir, "result");
    mkdirSync(join(result, "kept/out/s3cret-token"), { recursive: true });
    writeFileSync(join(result, "kept/out/s3cret-token/a"), "a");
    writeFileSync(join(result, "kept/out/b"), "b");
    const output = await prepareOutputDir(join(dir, "output"), dir);
    const redactor = createRedactor();
    redactor.add("s3cret-token");
    const kept = await keepOutputs(result, { name: "ship", outputs: ["out"] }, { output, redactor });
    expect(existsSync(join(output.path, "stages/ship/out/s3cret-token"))).toBe(false);
    expect(readFileSync(join(output.path, "stages/ship/out/b"), "utf8")).toBe("b");
    expect(kept.missing).toEqual([]);
    expect(kept.refused).toContain("has a secret in its name");
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
