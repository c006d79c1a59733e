import { describe, expect, it } from "vitest";
import { parseConfigFile } from "../../../src/inputs/config-file.ts";
import { parsed, problems } from "./support.ts";

function fileOf(text: string) {
  return parseConfigFile(".dagger-go.yml", text);
}

describe("parsing", () => {
  it("gives the defaults of the design", () => {
    const { config, secrets, repository, warnings } = parsed({});
    expect(config).toEqual({
      given: new Set(),
      workingDirectory: "/repo",
      config: null,
      engine: "auto",
      runnerHost: null,
      goVersion: null,
      goVersionFile: null,
      coverageData: [],
      goImage: null,
      deps: "true",
      format: "true",
      tidy: "false",
      fix: "false",
      fuzz: "false",
      fuzzTime: "10s",
      generate: "false",
      licenses: "false",
      licensesAllowed: [
        ...["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC"],
        ...["0BSD", "BSL-1.0", "CC0-1.0", "Unlicense", "Zlib"],
      ],
      licensesIgnore: [],
      licensesVersion: "v2.0.1",
      lint: "false",
      lintVersion: "v2.15.0",
      lintNewOnly: false,
      vulncheck: "false",
      vulncheckVersion: "v1.9.0",
      bench: "false",
      benchPattern: ".",
      benchCount: 6,
      benchThreshold: null,
      benchVersion: "v0.0.0-20260908200009-22c9c6c9d4da",
      vulncheckDb: null,
      vulncheckIgnore: [],
      base: null,
      vet: "true",
      test: "true",
      build: "true",
      docker: "auto",
      modVerify: false,
      modules: null,
      workspace: "auto",
      platforms: ["linux", "darwin", "windows"].map((os) => ({ os, arch: "amd64", variant: null })),
      packages: ["./..."],
      mainPackages: [],
      binaryName: "{name}-{os}-{arch}{variant}{ext}",
      buildTags: [],
      ldflags: null,
      version: null,
      archives: false,
      attest: false,
      reproducible: "false",
      sbom: false,
      binaryCheck: [],
      trimpath: false,
      buildvcs: false,
      cgo: false,
      race: false,
      shuffle: null,
      testArtifacts: false,
      coverpkg: [],
      deploy: [],
      coverageFileThreshold: [],
      release: "false",
      rerunFailed: 0,
      rerunCrashed: false,
      flaky: "warn",
      testFlags: [],
      testTimeout: 600_000,
      testReuse: "auto",
      testReuseMaxAge: 604_800_000,
      testReuseExcept: [],
      testEnv: [],
      coverageThreshold: null,
      coveragePackageThreshold: null,
      coveragePatchThreshold: null,
      coverageExclude: [],
      coverageExcludeGenerated: false,
      dockerFrom: "auto",
      dockerContext: ".",
      dockerfile: "Dockerfile",
      dockerTarget: null,
      dockerBuildArgs: [],
      dockerPlatforms: [],
      dockerBase: null,
      dockerGoCache: true,
      dockerSbom: null,
      dockerProvenance: "false",
      imageName: null,
      imageTags: ["pipeline"],
      imageOutput: "default",
      smokeCommand: [],
      smokeOutput: null,
      smokePort: null,
      smokePath: null,
      smokeStatus: [[200, 399]],
      smokeTimeout: 30_000,
      goproxy: null,
      goprivate: [],
      cache: "true",
      open: false,
      json: false,
      outputDirectory: "/repo/.pipeline",
      uploadArtifacts: true,
      artifactPrefix: null,
      retentionDays: null,
      stages: [],
      summary: true,
      annotations: true,
      prComment: false,
      commentFrom: null,
      failFast: false,
      timeout: 1_800_000,
      concurrency: null,
      dryRun: false,
      logLevel: "normal",
    });
    expect(secrets).toEqual({
      cloudToken: null,
      registryUsername: null,
      registryPassword: null,
      gitCredentials: [],
      gitSsh: null,
      dockerSecrets: [],
      deployEnv: [],
    });
    expect([repository, warnings]).toEqual(["/repo", []]);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it("takes flags before with, with before the config file, and that before defaults", () => {
    const { config, provenance } = parsed({
      argv: ["--vet=warn"],
      with: { vet: "false", format: "false", test: "" },
      configFile: fileOf("vet: true\nformat: true\ntest: warn\n"),
    });
    expect([config.vet, config.format, config.test, config.deps]).toEqual(["warn", "false", "warn", "true"]);
    expect(["vet", "format", "test", "deps"].map((name) => [...provenance].find(([key]) => key === name)?.[1])).toEqual(
      ["flag", "with", "config", "default"],
    );
  });

  it("counts empty texts of with as not given", () => {
    const { config, provenance } = parsed({ with: { engine: "", platforms: " \n", "binary-name": "" } });
    expect([config.engine, config.platforms.length, config.given.has("binary-name")]).toEqual(["auto", 3, false]);
    expect(provenance.get("engine")).toBe("default");
  });

  it("resets what the config file says by an empty flag", () => {
    const configFile = fileOf("ldflags: -s\nbuild-tags: a\n");
    expect(parsed({ configFile }).config).toMatchObject({ ldflags: "-s", buildTags: ["a"] });
    expect(parsed({ argv: ["--ldflags=", "--build-tags="], configFile }).config).toMatchObject({
      ldflags: null,
      buildTags: [],
    });
    expect(problems({ argv: ["--platforms="] })).toEqual([
      "--platforms: is empty; it takes `os/arch[/variant]` as `go tool dist list` prints them",
    ]);
  });

  it("reports everything that is wrong at once, by the name each was given", () => {
    const found = problems({
      argv: ["--enginee=host", "--vet=maybe", "extra"],
      with: { "test-timeout": "10", platfroms: "x", platforms: "linux/amd46,windows/amd65" },
      configFile: fileOf("concurrency: many\nimage-tags: v1\n"),
    });
    expect(found).toEqual([
      '--enginee: there is no such flag; did you mean "--engine"?',
      'unexpected argument "extra": every value belongs to a flag, --name value or --name=value',
      'with: platfroms: there is no such input; did you mean "platforms"?',
      ".dagger-go.yml: image-tags: is not taken from the config file, which a pull request can change: it decides where the image and the login for the registry are sent. Use a flag or `with:`",
      '.dagger-go.yml: concurrency: "many" is not a whole number from 1 to 256',
      '--vet: "maybe" is not allowed; use true, false or warn',
      'with: test-timeout: "10" has no unit; write it with a unit, such as 90s, 10m or 1h30m',
      'with: platforms: "linux/amd46" is no platform of Go (see `go tool dist list`); did you mean "linux/amd64"?',
      'with: platforms: "windows/amd65" is no platform of Go (see `go tool dist list`); did you mean "windows/amd64"?',
    ]);
  });

  it("shows more with debug logging", () => {
    expect(parsed({ env: { RUNNER_DEBUG: "1" } }).config.logLevel).toBe("debug");
    expect(parsed({ env: { RUNNER_DEBUG: "1" }, argv: ["--log-level=quiet"] }).config.logLevel).toBe("quiet");
  });

  it("turns patterns of a subdirectory into patterns of the repository", () => {
    const { config } = parsed({ argv: ["--working-directory=sub", "--coverage-exclude=**/{a,b}/**"] });
    expect(config.coverageExclude).toEqual(["sub/**/{a,b}/**"]);
  });
});

describe("the environment of tests", () => {
  it("copies and sets", () => {
    const { config } = parsed({
      with: { "test-env": "DB_URL\nMODE=ci=1\nEMPTY" },
      env: { DB_URL: "pg://x", EMPTY: "" },
    });
    expect(config.testEnv).toEqual([
      { name: "DB_URL", value: "pg://x", hidden: true },
      { name: "MODE", value: "ci=1", hidden: false },
      { name: "EMPTY", value: "", hidden: true },
    ]);
  });

  it("hides what was copied and what looks like a secret", () => {
    const { config } = parsed({ with: { "test-env": "MODE=a\nApi_Token=b\nHOST" }, env: { HOST: "db" } });
    const hidden = config.testEnv.filter((variable) => variable.hidden);
    expect(hidden.map(({ name }) => name)).toEqual(["Api_Token", "HOST"]);
  });

  it("has no variables of the runner and none that are not there", () => {
    const argv = [
      "--test-env=GITHUB_TOKEN",
      "--test-env=INPUT_X=hunter2",
      "--test-env=runner_temp=x",
      "--test-env=NOPE",
    ];
    const reserved = "is a variable of the runner, which tests do not get; give the value another name";
    expect(problems({ argv, env: { GITHUB_TOKEN: "hunter2" } })).toEqual([
      `--test-env: GITHUB_TOKEN ${reserved}`,
      `--test-env: INPUT_X ${reserved}`,
      `--test-env: runner_temp ${reserved}`,
      "--test-env: NOPE is not set in the environment; set it, or write NOPE=value",
    ]);
  });
});

describe("the vulnerability database of the environment", () => {
  const on = ["--vulncheck"];

  it("counts where no input names one, read by the same rules", () => {
    const database = (GOVULNDB: string, ...argv: readonly string[]) =>
      parsed({ argv: [...on, ...argv], env: { GOVULNDB } }).config.vulncheckDb;
    expect(database("")).toBeNull();
    expect(database("https://vuln.example.com")).toEqual({ url: "https://vuln.example.com" });
    expect(database("db", "--working-directory=sub")).toEqual({ directory: "sub/db" });
    expect(database("https://u:tok@mirror", "--vulncheck-db=db")).toEqual({ directory: "db" });
  });

  it("holds no login, and is never taken when it does", () => {
    const env = { GOVULNDB: "https://u:hunter2@mirror" };
    expect(problems({ argv: on, env })).toEqual(["GOVULNDB: holds a login"]);
    expect(parsed({ env }).config.vulncheckDb).toBeNull();
  });
});
