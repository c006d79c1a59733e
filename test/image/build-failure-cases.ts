import { describe, expect, type TestContext, test } from "vitest";
import { type MakeRig, nobody } from "./rig.ts";

export interface BuildMachine {
  /** Image that holds a shell. */
  readonly base: () => string;
  /** `host:port` of a registry anybody may use; skips the test where there is none. */
  readonly registry: (context: TestContext) => string;
  /** `host:port` of one that asks for a login. */
  readonly privateRegistry: (context: TestContext) => string;
}

/** Why images do not build, in the same words on every engine. */
export function buildFailureCases(rig: MakeRig, machine: BuildMachine): void {
  describe("an image that does not build", () => {
    test("for a Dockerfile that is not there", async () => {
      const seen = await (await rig({})).image();
      expect(seen.end).toBe("exited");
      expect(seen.commands[0]?.exitCode).toBe(1);
      expect(seen.facts.judgement).toEqual({ status: "failed", reason: "no Dockerfile at Dockerfile" });
    });

    test("for a syntax error, at its line", async () => {
      const seen = await (await rig({ Dockerfile: "FROM scratch\n\nCOPPY app /\n" })).image();
      expect(seen.end).toBe("exited");
      expect(seen.facts.judgement?.status).toBe("failed");
      expect(seen.facts.judgement?.reason).toMatch(/^Dockerfile:3: .*unknown instruction: COPPY/);
      expect(seen.facts.dockerfileProblems).toMatchObject([{ line: 3 }]);
    });

    test("for a command that fails, at its line and with its output", async () => {
      const Dockerfile = `FROM ${machine.base()}\nCOPY app /app\nRUN echo building && \\\n    exit 3\n`;
      const seen = await (await rig({ Dockerfile })).image();
      expect(seen.facts.judgement).toEqual({
        status: "failed",
        reason: "Dockerfile:3: RUN echo building &&     exit 3 failed with exit code 3",
      });
      expect(seen.facts.dockerfileProblems).toEqual([
        { line: 3, message: "RUN echo building &&     exit 3 failed with exit code 3\nbuilding" },
      ]);
    });

    test("for a file that is not in the context", async () => {
      const seen = await (await rig({ Dockerfile: "FROM scratch\nCOPY nothing /\n" })).image();
      expect(seen.facts.judgement?.reason).toMatch(/^Dockerfile:2: .*"\/nothing".*not found/);
    });

    test("for a build argument that nobody gives, which it names", async () => {
      const blank = await (await rig({ Dockerfile: "ARG BASE\nFROM $BASE\nCOPY app /\n" })).image();
      expect(blank.facts.judgement?.status).toBe("failed");
      expect(blank.facts.judgement?.reason).toBe(
        "Dockerfile:2: base name ($BASE) should not be blank. " +
          "It has arguments without a default that docker-build-args does not set: BASE",
      );
      const Dockerfile = `FROM ${machine.base()}\nARG VERSION\nRUN test -n "$VERSION"\n`;
      const used = await (await rig({ Dockerfile })).image();
      expect(used.facts.judgement?.reason).toMatch(
        /^Dockerfile:3: RUN test -n .* failed with exit code 1\. .*: VERSION$/,
      );
    });

    test("for a secret that nobody gives, which it names", async () => {
      const run = "RUN --mount=type=secret,id=token,required=true cat /run/secrets/token";
      const files = { Dockerfile: `FROM ${machine.base()}\n${run}\n` };
      const expected =
        /^Dockerfile:2: secret token.* not found.*\. It mounts secrets that docker-secrets does not give: token$/;
      const seen = await (await rig(files)).image();
      expect(seen.facts.judgement?.status).toBe("failed");
      expect(seen.facts.judgement?.reason).toMatch(expected);
      const secrets = { ...nobody, dockerSecrets: [{ id: "other", value: "other-value" }] };
      const other = await (await rig(files, { secrets })).image({ secretIds: ["other"] });
      expect(other.facts.judgement?.reason).toMatch(expected);
    });

    test("for a base image that does not exist", async (context) => {
      const base = `${machine.registry(context)}/nothing:1`;
      const seen = await (await rig({ Dockerfile: `FROM ${base}\n` })).image();
      expect(seen).toMatchObject({ end: "exited", problem: null });
      expect(seen.facts.judgement).toEqual({ status: "failed", reason: `Dockerfile:1: base image ${base} not found` });
    });

    test("for a base image behind a login", async (context) => {
      const base = `${machine.privateRegistry(context)}/nothing:1`;
      const seen = await (await rig({ Dockerfile: `FROM ${base}\n` })).image();
      expect(seen.facts.judgement?.reason).toBe(
        `Dockerfile:1: base image ${base} does not exist, or needs a login (docker login) that this machine does not have`,
      );
    });

    test("for a registry that cannot be reached: the environment's fault", async () => {
      const seen = await (await rig({ Dockerfile: "FROM 127.0.0.1:9/base:1\n" })).image();
      expect(seen.end).toBe("errored");
      expect(seen.problem?.message).toMatch(
        /^the registry of base image 127\.0\.0\.1:9\/base:1 cannot be reached: .*refused$/,
      );
      expect(seen.problem?.remedy).toContain("registry");
    });

    test("in time", async () => {
      const Dockerfile = `FROM ${machine.base()}\nRUN echo waiting && sleep 600\n`;
      const seen = await (await rig({ Dockerfile })).image({}, { timeoutMs: 2_000 });
      expect(seen.end).toBe("timed-out");
      // Not the end of what ran.
      expect(seen.durationMs).toBeLessThan(500_000);
    });
  });
}
