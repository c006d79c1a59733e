import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RawJsonReader } from "../../../../../src/engine/host/docker/build-log.ts";
import { PlainReader } from "../../../../../src/engine/host/docker/build-log-plain.ts";
import type { BuildReport } from "../../../../../src/engine/image/build-problem.ts";
import { buildProblem, dockerfileChecks } from "../../../../../src/engine/image/build-problem.ts";
import { parseDockerfile } from "../../../../../src/project/dockerfile-parse.ts";

/** Captured with docker 20.10 alone, and with buildx 0.38 from the BuildKit of Docker 20.10 (`0.8`), from BuildKit 0.30, and without BuildKit. */
function read(name: string): { report: BuildReport; text: readonly string[] } {
  const content = readFileSync(join(import.meta.dirname, "captured", name), "utf8");
  const reader = name.endsWith(".rawjson") ? new RawJsonReader() : new PlainReader();
  const text = content.split("\n").flatMap((line) => reader.read(line));
  return { report: reader.report(!/-(ok|cached)\./.test(name)), text };
}

const dockerfiles = {
  run: 'ARG BASE=127.0.0.1:5000/busybox:1.37.0\nFROM $BASE AS build\nARG VERSION\nRUN echo building && \\\n    test -n "$VERSION"\n',
  syntax: "FROM scratch\n\nCOPPY m /\n",
  missing: "FROM 127.0.0.1:5000/nothing:1\n",
  down: "FROM 127.0.0.1:9/base:1\n",
};

function problem(name: keyof typeof dockerfiles, log: string) {
  return buildProblem(read(log).report, parseDockerfile("Dockerfile", dockerfiles[name]), {
    buildArgs: [],
    secretIds: [],
    generator: null,
  });
}

describe("a command that fails", () => {
  test.each([
    "buildkit-0.8-run.rawjson",
    "buildkit-0.30-run.rawjson",
    "buildkit-0.8-run.plain",
    "buildkit-0.30-run.plain",
    "docker-20.10-run.plain",
    "legacy-run.log",
  ])("is named with its line, its output and what may be missing: %s", (log) => {
    const found = problem("run", log);
    expect(found).toEqual({
      type: "failed",
      reason:
        'Dockerfile:4: RUN echo building &&     test -n "$VERSION" failed with exit code 1. ' +
        "It has arguments without a default that docker-build-args does not set: VERSION",
      problems: [{ line: 4, message: expect.stringMatching(/^RUN echo building [^\n]*\nbuilding$/) }],
    });
  });
});

describe("a syntax error", () => {
  test.each([
    "buildkit-0.8-syntax.rawjson",
    "buildkit-0.30-syntax.rawjson",
    "docker-20.10-syntax.plain",
    "legacy-syntax.log",
  ])("has its line: %s", (log) => {
    const found = problem("syntax", log);
    expect(found.type === "failed" && found.problems).toMatchObject([{ line: 3 }]);
    expect(found.type === "failed" && found.reason).toMatch(
      /^Dockerfile:3: dockerfile parse error (on )?line 3: unknown instruction: COPPY/,
    );
  });
});

describe("a base image", () => {
  test.each(["buildkit-0.8-missing.rawjson", "buildkit-0.30-missing.rawjson", "legacy-missing.log"])(
    "that does not exist fails: %s",
    (log) => {
      const found = problem("missing", log);
      expect(found.type).toBe("failed");
      expect(found.type === "failed" && found.reason).toMatch(/base image 127\.0\.0\.1:5000\/nothing:1 not found$/);
    },
  );

  test.each(["buildkit-0.8-down.rawjson", "buildkit-0.30-down.rawjson", "docker-20.10-down.plain"])(
    "whose registry is down is the environment's fault: %s",
    (log) => {
      expect(problem("down", log)).toMatchObject({
        type: "errored",
        message: expect.stringMatching(
          /^the registry of base image 127\.0\.0\.1:9\/base:1 cannot be reached: .*connection refused$/,
        ),
      });
    },
  );

  test("of Docker Hub that does not exist is refused like one that needs a login", () => {
    const error =
      "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed";
    const report = { ...read("buildkit-0.30-missing.rawjson").report, error };
    const found = buildProblem(report, null, { buildArgs: [], secretIds: [], generator: null });
    expect(found).toMatchObject({
      type: "failed",
      reason: expect.stringContaining("does not exist, or needs a login"),
    });
  });
});

describe("the environment's faults", () => {
  const report: BuildReport = {
    cached: false,
    failedStep: null,
    failedOutput: [],
    error: null,
    line: null,
    checks: [],
  };
  const given = { buildArgs: [], secretIds: [], generator: null };

  test.each([
    ["write /var/lib/docker/x: no space left on device", /^the disk is full: /],
    ["rpc error: code = Unavailable desc = error reading from server: EOF", /^the builder was lost: /],
    [
      "failed to copy: httpReadSeeker: unexpected status code 503 Service Unavailable",
      /^the network failed during the build: /,
    ],
  ])("%s", (error, message) => {
    expect(buildProblem({ ...report, error }, null, given)).toMatchObject({
      type: "errored",
      message: expect.stringMatching(message),
    });
  });

  test("are none when a command of the Dockerfile had them", () => {
    const error = 'process "/bin/sh -c go mod download" did not complete successfully: exit code: 1';
    const failedOutput = ["dial tcp: lookup proxy.golang.org: no such host"];
    expect(buildProblem({ ...report, error, failedOutput }, null, given)).toMatchObject({ type: "failed" });
  });
});

describe("a build that succeeds", () => {
  test("is cached when all its steps are", () => {
    expect(read("buildkit-0.8-ok.rawjson").report).toMatchObject({ cached: false, error: null, failedStep: null });
    for (const log of ["buildkit-0.8-cached.rawjson", "buildkit-0.8-cached.plain", "legacy-cached.log"]) {
      expect(read(log).report.cached, log).toBe(true);
    }
    expect(read("legacy-ok.log").report.cached).toBe(false);
  });

  test("has the violations of build checks with rule, line and the page that explains it", () => {
    expect(read("buildkit-0.30-checks-ok.rawjson").report.checks).toEqual([
      {
        rule: "FromAsCasing",
        line: 1,
        message: "'as' and 'FROM' keywords' casing do not match",
        url: "https://docs.docker.com/go/dockerfile/rule/from-as-casing/",
      },
      {
        rule: "MaintainerDeprecated",
        line: 5,
        message: "Maintainer instruction is deprecated in favor of using label",
        url: "https://docs.docker.com/go/dockerfile/rule/maintainer-deprecated/",
      },
      {
        rule: "JSONArgsRecommended",
        line: 3,
        message: "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals",
        url: "https://docs.docker.com/go/dockerfile/rule/json-args-recommended/",
      },
      {
        rule: "LegacyKeyValueFormat",
        line: 8,
        message: '"ENV key=value" should be used instead of legacy "ENV key value" format',
        url: "https://docs.docker.com/go/dockerfile/rule/legacy-key-value-format/",
      },
    ]);
    expect(read("buildkit-0.30-ok.rawjson").report.checks).toMatchObject([{ rule: "MaintainerDeprecated", line: 2 }]);
  });

  test("has warnings that name no rule or no page, and none without a line", () => {
    const reader = new RawJsonReader();
    const short = (text: string): string => Buffer.from(text).toString("base64");
    const range = [{ start: { line: 4 } }];
    const warnings = [
      { short: short("no rule here"), range },
      { short: short("Rule: nowhere"), range: [] },
    ];
    reader.read(JSON.stringify({ warnings }));
    expect(reader.report(false).checks).toEqual([{ rule: null, line: 4, message: "no rule here", url: null }]);
  });
});

describe("build checks that are errors", () => {
  const { report } = read("buildkit-0.30-checks.rawjson");
  // BuildKit names them in another order each time.
  const violated = "FromAsCasing, JSONArgsRecommended, LegacyKeyValueFormat, MaintainerDeprecated";
  const reason = `build checks that count as errors failed: ${violated}`;

  test("fail the build at the first of their lines", () => {
    const dockerfile = parseDockerfile("deploy/Dockerfile", "# check=error=true\nFROM scratch as app\n");
    const given = { buildArgs: [], secretIds: [], generator: null };
    const found = buildProblem(report, dockerfile, given);
    expect(found).toEqual({ type: "failed", reason: `deploy/Dockerfile:2: ${reason}`, problems: [] });
    expect(buildProblem({ ...report, checks: [] }, dockerfile, given)).toMatchObject({ reason });
  });

  test("are told from those that only warn", () => {
    expect(dockerfileChecks(report).map(({ rule, line, fails }) => [rule, line, fails])).toEqual([
      ["FromAsCasing", 2, true],
      ["MaintainerDeprecated", 6, true],
      ["JSONArgsRecommended", 4, true],
      ["LegacyKeyValueFormat", 9, true],
    ]);
    const error = "lint violation found for rules: FromAsCasing";
    const [first, second] = dockerfileChecks({ ...report, error });
    expect([first?.fails, second?.fails]).toEqual([true, false]);
  });
});

describe("the generator of an SBOM", () => {
  const given = { buildArgs: [], secretIds: [], generator: "mirror.example.com/scanner:1" };
  const { report } = read("buildkit-0.30-ok.rawjson");
  const problemOf = (over: Partial<BuildReport>, generator: string | null = given.generator) =>
    buildProblem({ ...report, ...over }, null, { ...given, generator });

  test("that cannot be pulled, or fails, is the environment's fault", () => {
    const failedStep = "resolve image config for docker-image://mirror.example.com/scanner:1";
    expect(problemOf({ failedStep, error: "not found" })).toMatchObject({
      type: "errored",
      message: "the generator of the SBOM, mirror.example.com/scanner:1, cannot be pulled: not found",
      remedy: expect.stringContaining("docker-sbom"),
    });
    const hub = "resolve image config for docker-image://docker.io/docker/buildkit-syft-scanner:stable-1";
    expect(problemOf({ failedStep: hub, error: "offline" }, "docker/buildkit-syft-scanner:stable-1")).toMatchObject({
      message: expect.stringMatching(/cannot be pulled: offline$/),
    });
    const scan = "[linux/amd64] generating sbom using mirror.example.com/scanner:1";
    expect(problemOf({ failedStep: scan, error: "exit code: 3" })).toMatchObject({
      message: "the generator of the SBOM, mirror.example.com/scanner:1, failed: exit code: 3",
    });
  });

  test("has no part in what fails without it", () => {
    const syntax = "resolve image config for docker-image://docker.io/docker/dockerfile:1";
    expect(problemOf({ failedStep: syntax, error: "not found" }).type).toBe("failed");
    expect(problemOf({ failedStep: null, error: "not found" }).type).toBe("failed");
    expect(problemOf({ failedStep: syntax, error: "not found" }, null).type).toBe("failed");
  });
});

describe("text of a build", () => {
  test("reads as text", () => {
    const { text } = read("buildkit-0.30-run.rawjson");
    expect(text).toContain("#4 building");
    expect(text.filter((line) => line.startsWith("{"))).toEqual([]);
  });
});
