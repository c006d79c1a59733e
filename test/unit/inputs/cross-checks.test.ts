import { describe, expect, it } from "vitest";
import { parseConfigFile } from "../../../src/inputs/config-file.ts";
import { parsed, problems } from "./support.ts";

describe("pushing", () => {
  const push = "--image-output=push";

  it("needs tags that lead somewhere", () => {
    expect(problems({ argv: [push] })).toEqual([
      '--image-output: "push" needs image-tags, such as ghcr.io/owner/app:v1',
    ]);
    expect(problems({ argv: [push, "--image-tags=v1"] })).toEqual([
      '--image-tags: "v1" names no repository to push to; write registry/owner/name:tag, or set image-name to registry/owner/name',
    ]);
    expect(parsed({ argv: [push, "--image-tags=v1", "--image-name=ghcr.io/o/app"] }).config.imageOutput).toEqual([
      "push",
    ]);
    expect(parsed({ argv: [push, "--image-tags=ghcr.io/o/app:v1"] }).config.imageTags).toEqual(["ghcr.io/o/app:v1"]);
  });

  it("is not redirected by the config file", () => {
    const configFile = parseConfigFile(".dagger-go.yml", "image-name: evil.example/app");
    expect(problems({ argv: [push, "--image-tags=v1"], configFile })).toEqual([
      '.dagger-go.yml: image-name: is not taken from the config file for "push", because a pull request could redirect the image; use a flag or `with:`, or write whole references into image-tags',
    ]);
    expect(parsed({ argv: [push, "--image-tags=ghcr.io/o/app:v1"], configFile }).config.imageName).toBe(
      "evil.example/app",
    );
  });

  it("logs in to one registry", () => {
    const argv = [
      push,
      "--image-tags=ghcr.io/o/app:v1,o/app:v1",
      "--registry-username=me",
      "--registry-password=hunter2",
    ];
    expect(problems({ argv })).toEqual([
      "--image-tags: names 2 registries (ghcr.io, docker.io), but registry-username and registry-password are for one",
    ]);
    expect(parsed({ argv: argv.slice(0, 2) }).config.imageTags).toHaveLength(2);
  });

  it("is not combined with none", () => {
    expect(problems({ argv: ["--image-output=load,none"] })).toEqual([
      '--image-output: "none" cannot be combined with others',
    ]);
    expect(parsed({ argv: ["--image-output=none"] }).config.imageOutput).toEqual([]);
    expect(problems({ argv: ["--image-output=lod"] })).toEqual([
      '--image-output: "lod" is not allowed; use load, tarball, push or none; did you mean "load"?',
    ]);
  });
});

it("what is not built cannot be built again", () => {
  expect(problems({ argv: ["--no-build"], with: { reproducible: "warn" } })).toEqual([
    "with: reproducible: needs the build stage, but build is false",
  ]);
  expect(parsed({ argv: ["--no-build", "--no-reproducible"] }).config.reproducible).toBe("false");
});

describe("smoke tests", () => {
  it("need what they are about", () => {
    expect(problems({ argv: ["--smoke-output=x", "--smoke-path=/healthz"], with: { "smoke-status": "200" } })).toEqual([
      "--smoke-output: needs smoke-command",
      "--smoke-path: needs smoke-port",
    ]);
    expect(problems({ with: { "smoke-status": "200", "smoke-port": "80" } })).toEqual([
      "with: smoke-status: needs smoke-path",
    ]);
    expect(problems({ argv: ["--smoke-command=", "--smoke-output=x"] })).toEqual([
      "--smoke-output: needs smoke-command",
    ]);
  });

  it("are read", () => {
    const argv = ["--smoke-command", "serve --port 80", "--smoke-port=80", "--smoke-path=/z?a=1", "--smoke-status=200"];
    expect(parsed({ argv }).config).toMatchObject({
      smokeCommand: ["serve", "--port", "80"],
      smokePort: 80,
      smokePath: "/z?a=1",
      smokeStatus: [[200, 200]],
    });
    expect(problems({ argv: ["--smoke-path=healthz", "--smoke-port=1"] })).toEqual([
      '--smoke-path: "healthz" is not a path of a URL; it starts with / and has no spaces',
    ]);
  });
});

it("one input says the Go version, not two", () => {
  expect(problems({ argv: ["--go-version=1.26"], with: { "go-version-file": "go.mod" } })).toEqual([
    "with: go-version-file: go-version says it already (--go-version); give one of the two",
  ]);
});

describe("the base of an image", () => {
  it("is that of one that is made of the binary", () => {
    const base = "--docker-base=alpine:3.22";
    const problem = "--docker-base: is what an image of the binary is built on, so it needs docker-from binary";
    for (const from of [[], ["--docker-from=auto"], ["--docker-from=dockerfile"]]) {
      expect(problems({ argv: [base, ...from] })).toEqual([problem]);
    }
    expect(parsed({ argv: [base, "--docker-from=binary"] }).config.dockerBase).toBe("alpine:3.22");
    expect(parsed({ argv: [base, "--docker=false"] }).config.dockerBase).toBe("alpine:3.22");
  });

  it("is the empty one by either name, and never from the config file", () => {
    expect(parsed({ argv: ["--docker-base=scratch", "--docker-from=binary"] }).config.dockerBase).toBeNull();
    expect(parsed({}).config.dockerBase).toBeNull();
    expect(problems({ argv: ["--docker-base=Alpine", "--docker-from=binary"] })).toEqual([
      '--docker-base: "Alpine" is not an image reference; names are lower case: alpine',
    ]);
  });
});

describe("an image of the binary", () => {
  it("has no Dockerfile", () => {
    const argv = ["--docker-from=binary", "--dockerfile=Dockerfile", "--docker-target=x", "--build=false"];
    expect(problems({ argv })).toEqual([
      '--dockerfile: has no meaning with docker-from "binary", which uses no Dockerfile',
      '--docker-target: has no meaning with docker-from "binary", which uses no Dockerfile',
      '--docker-from: "binary" needs the build stage, but build is false',
    ]);
    expect(parsed({ argv: ["--docker=false", ...argv] }).config.docker).toBe("false");
  });
});

describe("names of binaries", () => {
  it("differ between platforms", () => {
    expect(problems({ argv: ["--binary-name={name}-{os}", "--platforms=linux/amd64,linux/arm64"] })).toEqual([
      '--binary-name: "{name}-{os}" gives linux/amd64 and linux/arm64 the same file name; use {os}, {arch} and {variant}',
    ]);
    const argv = ["--binary-name={name}{ext}", "--platforms=linux/amd64,windows/amd64"];
    const { config } = parsed({ argv });
    expect([config.binaryName, config.given.has("binary-name")]).toEqual(["{name}{ext}", true]);
  });
});

describe("running again what failed", () => {
  it("runs all tests: -failfast would leave some out for good", () => {
    const refused = (flag: string) => [
      `--test-flags: ${flag} cannot be combined with rerun-failed: tests that it leaves out would never run`,
    ];
    expect(problems({ argv: ["--rerun-failed=1", "--test-flags=-short -failfast"] })).toEqual(refused("-failfast"));
    expect(problems({ argv: ["--rerun-failed=1", "--test-flags=-args -test.failfast"] })).toEqual(
      refused("-test.failfast"),
    );
    for (const flag of ["-failfast=true", "--failfast=1", "-failfast=T"])
      expect(problems({ argv: ["--rerun-failed=1", `--test-flags=${flag}`] })).toEqual(refused(flag));
    expect(parsed({ argv: ["--rerun-failed=0", "--test-flags=-failfast"] }).config.rerunFailed).toBe(0);
    expect(parsed({ argv: ["--rerun-failed=2", "--test-flags=-failfast=false"] }).config.rerunFailed).toBe(2);
  });
});

describe("commenting", () => {
  it("needs a token, and says the line that is missing where it is missing", () => {
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: an expression of workflows
    expect(problems({ with: { "pr-comment": "true" } })).toEqual([
      "with: pr-comment: needs a token; add below `with:` the line `github-token: ${{ github.token }}`",
    ]);
    const configFile = parseConfigFile(".dagger-go.yml", "pr-comment: true");
    expect(problems({ configFile })).toEqual([
      ".dagger-go.yml: pr-comment: needs a token; add below `with:` the line `github-token: ${{ github.token }}`",
    ]);
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: an expression of workflows
    expect(problems({ argv: ["--comment-from", "report"] })).toEqual([
      '--comment-from: needs a token; add the flag `--github-token "$GITHUB_TOKEN"`',
    ]);
  });

  it("has a token of its own, which is in no configuration and in no secret of an engine", () => {
    const { config, secrets, githubToken } = parsed({ argv: ["--pr-comment"], with: { "github-token": "ghs_x" } });
    expect([config.prComment, githubToken]).toEqual([true, "ghs_x"]);
    expect(JSON.stringify([config, secrets])).not.toContain("ghs_x");
    expect(parsed({ argv: ["--no-pr-comment"] }).githubToken).toBeNull();
  });

  it("takes neither token nor directory from the config file", () => {
    const text = "github-token: ghs_x\ncomment-from: report\n";
    const { problems: refused } = parseConfigFile(".dagger-go.yml", text);
    expect(refused.map((problem) => problem.split(":")[1])).toEqual([" github-token", " comment-from"]);
    expect(refused.join()).not.toContain("ghs_x");
  });
});
