import { describe, expect, it } from "vitest";
import { buildReport } from "../../../../../src/engine/dagger/image/build-report.ts";
import { buildProblem } from "../../../../../src/engine/image/build-problem.ts";
import { parseDockerfile } from "../../../../../src/project/dockerfile-parse.ts";

const id = "CoEQChV4eGgzOmE4OTkwMzFhNDJlODIyN2ESsQIKFXh4aDM6MjU4ZTdjOGIxODhhMzQ5YhKXAgoVeHhoMzplMjA0";

function sdkError(message: string, fields: Record<string, unknown> = {}): Error {
  return Object.assign(new Error(message), { code: "D100", ...fields });
}

function judge(error: Error, text: string, given = { buildArgs: [], secretIds: [], generator: null }) {
  const dockerfile = parseDockerfile("Dockerfile", text);
  return buildProblem(buildReport(error, dockerfile), dockerfile, given);
}

/** Messages of an engine 0.21.8. */
describe("buildReport", () => {
  it("points at the line of a syntax error", () => {
    const error = sdkError(
      "failed to convert Dockerfile to LLB: dockerfile parse error on line 2: unknown instruction: FROBNICATE",
    );
    expect(judge(error, "FROM x\nFROBNICATE y\n")).toEqual({
      type: "failed",
      reason: "Dockerfile:2: dockerfile parse error on line 2: unknown instruction: FROBNICATE",
      problems: [{ line: 2, message: "dockerfile parse error on line 2: unknown instruction: FROBNICATE" }],
    });
  });

  it("says what to do about a frontend of a mirror, which the engine refuses", () => {
    const text = "# escape=`\n# syntax=mirror.example.com/docker/dockerfile:1\nFROM scratch\n";
    const words =
      'dockerBuild syntax frontend "mirror.example.com/docker/dockerfile:1" is unsupported in hard-cutover path';
    const advice =
      "the Dagger engine has its own Dockerfile frontend and refuses mirror.example.com/docker/dockerfile:1: write `# syntax=docker/dockerfile:1` " +
      "(nothing is pulled for it), remove the line, or use `engine: host`";
    expect(judge(sdkError(words), text)).toEqual({
      type: "failed",
      reason: `Dockerfile:2: ${advice}`,
      problems: [{ line: 2, message: advice }],
    });
  });

  it("points at a RUN that failed, with what it printed and what may be missing", () => {
    const command = 'echo out; test -n "$X"; exit 4';
    const error = sdkError("failed to clone built container state: exit code: 4 [traceparent:1-2]", {
      code: "D109",
      cmd: ["/bin/sh", "-c", command],
      exitCode: 4,
      stdout: "out\n",
      stderr: "err\n",
    });
    const problem = judge(error, `FROM x\nARG X\nRUN ${command}\n`);
    const reason = `${'RUN echo out; test -n "$X"; exit 4'} failed with exit code 4. It has arguments without a default that docker-build-args does not set: X`;
    expect(problem).toEqual({
      type: "failed",
      reason: `Dockerfile:3: ${reason}`,
      problems: [{ line: 3, message: `${reason}\nout\nerr` }],
    });
  });

  it("names a RUN as the engine spells it, with the flags that the engine leaves out", () => {
    const failed = { code: "D109", cmd: ["/bin/sh", "-c", "true &&     exit 3"], exitCode: 3, stdout: "", stderr: "" };
    const error = sdkError("failed to clone built container state: exit code: 3", failed);
    const reason = (flags: string): string => `Dockerfile:2: RUN ${flags}true &&     exit 3 failed with exit code 3`;
    expect(judge(error, "FROM x\nRUN true && \\\n    exit 3\n")).toMatchObject({ reason: reason("") });
    const mounting = "FROM x\nRUN --mount=type=tmpfs,target=/t --network=none true && \\\n    exit 3\n";
    expect(judge(error, mounting)).toMatchObject({ reason: reason("--mount=type=tmpfs,target=/t --network=none ") });
  });

  it("says why the engine did not even run a RUN", () => {
    const error = sdkError("failed to clone built container state: network.host is not allowed [traceparent:1-2]", {
      code: "D109",
      cmd: ["/bin/sh", "-c", "echo denied > /status"],
      exitCode: -1,
      stdout: "",
      stderr: "",
    });
    expect(judge(error, "FROM x\nRUN --network=host echo denied > /status\n")).toEqual({
      type: "failed",
      reason: "Dockerfile:2: network.host is not allowed",
      problems: [{ line: 2, message: "network.host is not allowed" }],
    });
  });

  it("names a base image that does not exist", () => {
    const error = sdkError(
      "failed to convert Dockerfile to LLB: 127.0.0.1:5000/nope:1: 127.0.0.1:5000/nope:1: not found",
    );
    expect(judge(error, "FROM 127.0.0.1:5000/nope:1\n")).toMatchObject({
      type: "failed",
      reason: "Dockerfile:1: base image 127.0.0.1:5000/nope:1 not found",
    });
  });

  it("blames the environment for a registry that cannot be reached", () => {
    const error = sdkError(
      'failed to convert Dockerfile to LLB: 127.0.0.1:5999/x:1: failed to do request: Head "http://127.0.0.1:5999/v2/x/manifests/1": dial tcp 127.0.0.1:5999: connect: connection refused',
    );
    expect(judge(error, "FROM 127.0.0.1:5999/x:1\n")).toMatchObject({
      type: "errored",
      message: expect.stringMatching(/^the registry of base image 127\.0\.0\.1:5999\/x:1 cannot be reached: /),
    });
  });

  it("names what a COPY does not find", () => {
    const chain = "load xxh3:166d6b02e5ed63ed: inputs: load xxh3:4936771824a35259: inputs: ";
    const error = sdkError(
      `failed to load container from converted ID: load Container@${id}: ${chain}failed to content hash dockerfile copy: failed to copy source directory: lstat /nope.txt: no such file or directory`,
    );
    expect(judge(error, "FROM x\nCOPY nope.txt /\n")).toMatchObject({
      reason: 'Dockerfile:2: "/nope.txt": not found in the docker context',
    });
  });

  it("explains arguments and secrets that nobody gave", () => {
    const blank = sdkError("failed to convert Dockerfile to LLB: base name ($BASE) should not be blank");
    expect(judge(blank, "ARG BASE\nFROM $BASE\n")).toMatchObject({
      reason:
        "Dockerfile:2: base name ($BASE) should not be blank. It has arguments without a default that docker-build-args does not set: BASE",
    });
    const secret = sdkError(
      'failed to convert Dockerfile LLB to Dagger ID: llbtodagger: unsupported op "exec" (sha256:d68f33838f88): secret "nope" is required but no secret mappings were provided',
    );
    expect(judge(secret, "FROM x\nRUN --mount=type=secret,id=nope,required=true true\n")).toMatchObject({
      reason: "Dockerfile:2: secret nope: not found. It mounts secrets that docker-secrets does not give: nope",
    });
  });

  it("shows neither ids nor queries of what it does not know", () => {
    const error = sdkError(
      `failed to load container from converted ID: load Container@${id}: something new: {"response":{"x":1}}`,
    );
    expect(judge(error, "FROM x\n")).toMatchObject({ type: "failed", reason: "something new" });
  });
});
