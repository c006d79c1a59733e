import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareOutputDir } from "../../../../src/files/output-dir.ts";
import { judgeImage } from "../../../../src/gates/image/judge.ts";
import type { Judgement } from "../../../../src/model/judgement.ts";
import { type ImageFacts, noImageFacts, type StepOutcome } from "../../../../src/model/outcome.ts";
import { type AnyBench, makeBench } from "../../../support/bench.ts";
import { makeConfig } from "../../../support/config.ts";
import { command } from "../../../support/fake-engine.ts";
import { makeOutcome } from "../../../support/stages.ts";

const dir = mkdtempSync(join(tmpdir(), "judge-"));
afterAll(() => rmSync(dir, { recursive: true }));
const path = (name: string): string => join(dir, name);
let bench: AnyBench;
beforeAll(async () => {
  bench = makeBench(await prepareOutputDir(path("out"), dir));
});

const outcome = (image: ImageFacts | null, exitCode = 0): StepOutcome =>
  makeOutcome("image", { commands: [command(exitCode)], resultDir: dir, image });

describe("an image", () => {
  const facts = (status: "passed" | "failed" | "warned"): ImageFacts => ({
    ...noImageFacts,
    judgement: { status, reason: "because" },
  });

  it("has the verdict of its step", async () => {
    expect(await judgeImage(outcome(facts("failed")), bench)).toMatchObject({ failure: "because", warning: null });
    expect(await judgeImage(outcome(facts("warned")), bench)).toMatchObject({ failure: null, warning: "because" });
    expect(await judgeImage(outcome(facts("passed")), bench)).toMatchObject({ failure: null, warning: null });
    expect(await judgeImage(outcome(null), bench)).toEqual({ failure: null, findings: [] });
    expect(await judgeImage({ ...outcome(null), commands: [] }, bench)).toMatchObject({
      failure: "docker did not run",
    });
    for (const signal of [null, "SIGKILL"]) {
      const killed = { ...command(0), exitCode: null, signal };
      expect(await judgeImage({ ...outcome(null), commands: [killed] }, bench)).toMatchObject({
        failure: `docker was ended by ${signal ?? "a signal"}`,
      });
    }
    expect(await judgeImage(outcome(noImageFacts, 1), bench)).toEqual({
      failure: "docker exited with 1",
      findings: [],
      products: [{ type: "image", facts: noImageFacts, tarball: null }],
    });
  });

  it("is a tarball in the output directory, when there is one", async () => {
    const products = async (image: ImageFacts | null) => (await judgeImage(outcome(image), bench)).products;
    expect(await products(null)).toBeUndefined();
    expect(await products(noImageFacts)).toMatchObject([{ tarball: null }]);
    writeFileSync(path("x.tar"), "layers");
    expect(await products({ ...noImageFacts, tarball: path("x.tar") })).toMatchObject([{ tarball: "out/image/x.tar" }]);
    expect([existsSync(path("x.tar")), readFileSync(path("out/image/x.tar"), "utf8")]).toEqual([false, "layers"]);
  });
});

describe("problems of a Dockerfile", () => {
  const findings = async (over: Partial<ImageFacts>, dockerfile = "Dockerfile"): Promise<Judgement["findings"]> => {
    const config = makeConfig({ dockerfile });
    return (await judgeImage(outcome({ ...noImageFacts, ...over }), { ...bench, config })).findings;
  };

  it("are errors", async () => {
    const dockerfileProblems = [{ line: 3, message: "unknown instruction" }];
    const judgement = { status: "failed", reason: "x" } as const;
    expect(await findings({ dockerfileProblems, judgement }, "deploy/Dockerfile")).toEqual([
      {
        source: "dockerfile",
        severity: "error",
        path: "deploy/Dockerfile",
        line: 3,
        column: null,
        title: "Image does not build",
        message: "unknown instruction",
      },
    ]);
  });

  it("are beside what build checks found, which fails by itself only where the Dockerfile wants that", async () => {
    const check = { rule: "FromAsCasing", line: 1, message: "casing", url: "https://docs/", fails: false };
    const judgement = { status: "failed", reason: "x" } as const;
    const dockerfileProblems = [{ line: 3, message: "unknown instruction" }];
    const dockerfileChecks = [check, { ...check, rule: null, url: null, line: 2, fails: true }];
    expect(await findings({ dockerfileProblems, dockerfileChecks, judgement })).toMatchObject([
      { severity: "error", line: 3, title: "Image does not build" },
      { severity: "warning", line: 1, title: "Build check FromAsCasing", message: "casing\nhttps://docs/" },
      { severity: "error", line: 2, title: "Build check", message: "casing" },
    ]);
  });
});
