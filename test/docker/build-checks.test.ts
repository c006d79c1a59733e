import { describe, expect, test } from "vitest";
import { ownBuilder } from "./support/builder.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();

const violations = 'FROM scratch as app\nCOPY app extra.txt /\nENV FIXTURE serve\nENTRYPOINT ["/app"]\n';

describe("BuildKit's build checks", () => {
  test("are found by the build itself, also where it is made from the cache, and fail nothing", async () => {
    const env = ownBuilder();
    const files = { Dockerfile: violations, "extra.txt": `${process.pid} ${Date.now()}` };
    for (const cached of [false, true]) {
      const seen = await (await rig(files, { env })).image();
      expect(seen).toMatchObject({ end: "exited", cached, facts: { judgement: null, dockerfileProblems: [] } });
      expect(seen.facts.dockerfileChecks).toEqual([
        {
          rule: "FromAsCasing",
          line: 1,
          message: "'as' and 'FROM' keywords' casing do not match",
          url: "https://docs.docker.com/go/dockerfile/rule/from-as-casing/",
          fails: false,
        },
        {
          rule: "LegacyKeyValueFormat",
          line: 3,
          message: '"ENV key=value" should be used instead of legacy "ENV key value" format',
          url: "https://docs.docker.com/go/dockerfile/rule/legacy-key-value-format/",
          fails: false,
        },
      ]);
    }
  });

  test("fail the image where its Dockerfile says so, without those it leaves out", async () => {
    const Dockerfile = `# check=skip=LegacyKeyValueFormat;error=true\n${violations}`;
    const seen = await (await rig({ Dockerfile }, { env: ownBuilder() })).image();
    expect(seen.facts.judgement).toEqual({
      status: "failed",
      reason: "Dockerfile:2: build checks that count as errors failed: FromAsCasing",
    });
    expect(seen.facts.dockerfileChecks).toMatchObject([{ rule: "FromAsCasing", line: 2, fails: true }]);
  });

  test("fail it by a build argument too, several in the order of their names", async () => {
    const source = { buildArgs: [["BUILDKIT_DOCKERFILE_CHECK", "error=true"]] } as const;
    const seen = await (await rig({ Dockerfile: violations }, { env: ownBuilder() })).image(source);
    expect(seen.facts.judgement?.reason).toBe(
      "Dockerfile:1: build checks that count as errors failed: FromAsCasing, LegacyKeyValueFormat",
    );
  });

  test("stay beside the instruction that fails", async () => {
    const Dockerfile = "FROM scratch as app\nCOPY nothing /\n";
    const seen = await (await rig({ Dockerfile }, { env: ownBuilder() })).image();
    expect(seen.facts.dockerfileProblems).toMatchObject([{ line: 2 }]);
    expect(seen.facts.dockerfileChecks).toMatchObject([{ rule: "FromAsCasing", line: 1, fails: false }]);
  });
});
