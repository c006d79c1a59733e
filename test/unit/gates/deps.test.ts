import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { prepareOutputDir } from "../../../src/files/output-dir.ts";
import { deps } from "../../../src/gates/deps.ts";
import { makeBench } from "../../support/bench.ts";
import { makePlan } from "../../support/facts.ts";
import { command } from "../../support/fake-engine.ts";
import { makeModule } from "../../support/module.ts";
import { makeOutcome } from "../../support/stages.ts";

const dir = mkdtempSync(join(tmpdir(), "deps-"));
afterAll(() => rmSync(dir, { recursive: true }));

describe("the command that shows what is missing", () => {
  const missing = '"example.com/x" "" "missing go.sum entry for module providing package example.com/x" ""\n';
  const verify = "example.com/x v1.0.0: dir has been modified (/mod/example.com/x@v1.0.0)\n";

  /** Of a stage whose last command fails and prints this. */
  async function shown(...printed: readonly string[]): Promise<string | undefined> {
    const config = { vulncheck: "true", modVerify: true, goVersion: "1.26.8" } as const;
    const tool = "golang.org/x/vuln/cmd/govulncheck";
    const project = { modules: [makeModule({ path: "example.com/tool", tools: [tool], env: { GOWORK: "off" } })] };
    const stage = makePlan({ config, project }).stages.find(({ gate }) => gate === "deps");
    if (stage === undefined) throw new Error("no deps stage");
    const commands = printed.map((text, at) => {
      const [stdout, stderr] = [join(dir, `${at}.out`), join(dir, `${at}.err`)];
      writeFileSync(stdout, text);
      writeFileSync(stderr, "");
      return { ...command(text === verify ? 1 : 0), stdout, stderr };
    });
    const bench = makeBench(await prepareOutputDir(join(dir, "output"), dir), {
      commandEnv: (module) => (module === null ? { GOTOOLCHAIN: "go1.26.8" } : {}),
    });
    const judgement = await deps.judge(stage, makeOutcome(stage.id, { commands, resultDir: dir }), bench);
    expect(judgement.failure).not.toBeNull();
    return judgement.command;
  }

  it("is the one that failed, without what hides it from people", async () => {
    const env = "GOTOOLCHAIN=go1.26.8 GOWORK=off";
    expect(await shown(missing)).toBe(`${env} go list -deps -test ./...`);
    expect(await shown("", missing)).toBe(`${env} go list -deps golang.org/x/vuln/cmd/govulncheck`);
    expect(await shown("", "", verify)).toBe(`${env} go mod verify`);
  });
});
