import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { prepareOutputDir } from "../../../src/files/output-dir.ts";
import { build } from "../../../src/gates/build.ts";
import { vet } from "../../../src/gates/vet.ts";
import type { Judgement } from "../../../src/model/judgement.ts";

import { makeBench } from "../../support/bench.ts";
import { makePlan } from "../../support/facts.ts";
import { command } from "../../support/fake-engine.ts";
import { makeOutcome } from "../../support/stages.ts";

const dir = mkdtempSync(join(tmpdir(), "checks-"));
afterAll(() => rmSync(dir, { recursive: true }));

async function judge(name: "vet" | "build", exitCode: number, stderr: string): Promise<Judgement> {
  const [stdout, errors] = [join(dir, "out"), join(dir, "err")];
  writeFileSync(stdout, "");
  writeFileSync(errors, stderr);
  const commands = [{ ...command(exitCode), stdout, stderr: errors }];
  const gate = name === "vet" ? vet : build;
  const bench = makeBench(await prepareOutputDir(join(dir, "output"), dir));
  const stage = makePlan().stages.find((each) => each.gate === name);
  if (stage === undefined) throw new Error(`no ${name} stage`);
  return gate.judge(stage, makeOutcome(stage.id, { commands, resultDir: dir }), bench);
}

describe("what compilers printed", () => {
  it("counts what compilers found", async () => {
    const stderr = "# example.com/m\n./a.go:3:7: undefined: b\n./a.go:4:7: undefined: c\n";
    expect(await judge("build", 1, stderr)).toMatchObject({
      failure: "2 errors",
      findings: [{ line: 3 }, { line: 4 }],
    });
    expect(await judge("vet", 1, stderr)).toMatchObject({ failure: "2 findings" });
  });

  it("names the exit code of a tool that found nothing readable", async () => {
    const nothing = { findings: [], products: [] };
    expect(await judge("build", 2, "")).toEqual({ failure: "go build exited with 2 and said nothing", ...nothing });
    expect(await judge("build", 1, "\n")).toEqual({ failure: "go build exited with 1", ...nothing });
  });

  it("has nothing to say about a success, whatever was printed", async () => {
    expect(await judge("vet", 0, "write /x: no space left on device\n")).toEqual({ failure: null, findings: [] });
  });

  it("calls a setting that Go cannot work with the environment's fault", async () => {
    const tempDir = "go: creating work dir: stat /absent: no such file or directory\n";
    expect(await judge("vet", 1, tempDir)).toMatchObject({
      failure:
        "Go cannot work with GOTMPDIR (or TMPDIR) as the environment has it: creating work dir: stat /absent: no such file or directory",
      broken: true,
    });
    const platform = "go: unsupported GOOS/GOARCH pair plan9/arm64\n";
    expect(await judge("vet", 2, platform)).toMatchObject({ broken: true });
    expect((await judge("build", 2, platform)).broken).toBeUndefined();
  });

  it("takes the line about a full disk for its reason, and the environment for broken", async () => {
    const line = "mkdir /tmp/go-build1/b001: no space left on device";
    expect(await judge("build", 1, `# example.com/m\n  ${line}\r\nmore\n`)).toMatchObject({
      failure: line,
      broken: true,
    });
    const long = `${"x".repeat(10_000)}: no space left on device\n`;
    expect((await judge("vet", 1, long)).failure).toHaveLength(500);
  });

  it("does not take a source that speaks of disks for a full one", async () => {
    const stderr = './a.go:3:7: undefined: "no space left on device" is not it\n';
    expect(await judge("build", 1, stderr)).toMatchObject({ failure: "1 error" });
  });
});
