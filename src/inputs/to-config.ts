import { prefixGlob } from "../kinds/path.ts";
import type { Config } from "../model/config.ts";
import type { Given } from "./given.ts";
import type { InputPaths } from "./paths.ts";

interface Parts {
  readonly given: Given;
  readonly workingDirectory: string;
  /** The working directory relative to the repository. */
  readonly directory: string;
  readonly config: string | null;
  readonly paths: InputPaths;
  readonly testEnv: Pick<Config, "testEnv" | "testEnvHidden">;
  readonly debug: boolean;
}

/** Checked inputs as the result type that the rest of the program knows. */
export function toConfig(parts: Parts): Config {
  const { workingDirectory, config } = parts;
  return {
    workingDirectory,
    config,
    ...runPart(parts),
    ...checkPart(parts),
    ...buildPart(parts),
    ...imagePart(parts),
    ...smokePart(parts),
    ...resultPart(parts),
  };
}

function runPart({ given: { get } }: Parts) {
  return {
    engine: get("engine"),
    runnerHost: get("runner-host"),
    goVersion: get("go-version"),
    goImage: get("go-image"),
    goproxy: get("goproxy"),
    goprivate: get("goprivate") ?? [],
    cache: get("cache"),
    failFast: get("fail-fast"),
    timeoutMs: get("timeout"),
    concurrency: get("concurrency"),
    dryRun: get("dry-run"),
  };
}

function checkPart({ given: { get }, directory, testEnv }: Parts) {
  return {
    deps: get("deps"),
    format: get("format"),
    vet: get("vet"),
    test: get("test"),
    modVerify: get("mod-verify"),
    packages: get("packages"),
    buildTags: get("build-tags") ?? [],
    race: get("race"),
    testFlags: get("test-flags") ?? [],
    testTimeoutMs: get("test-timeout"),
    ...testEnv,
    coverageThreshold: get("coverage-threshold"),
    coveragePackageThreshold: get("coverage-package-threshold"),
    coverageExclude: (get("coverage-exclude") ?? []).map((glob) => prefixGlob(directory, glob)),
    coverageExcludeGenerated: get("coverage-exclude-generated"),
  };
}

function buildPart({ given: { get, has } }: Parts) {
  return {
    build: get("build"),
    platforms: get("platforms"),
    mainPackages: get("main-packages") ?? [],
    binaryName: get("binary-name"),
    binaryNameGiven: has("binary-name"),
    ldflags: get("ldflags") || null,
    trimpath: get("trimpath"),
    buildvcs: get("buildvcs"),
    cgo: get("cgo"),
  };
}

function imagePart({ given: { get, has }, paths }: Parts) {
  const outputs = get("image-output");
  return {
    docker: get("docker"),
    dockerFrom: get("docker-from"),
    dockerContext: paths.dockerContext,
    dockerfile: paths.dockerfile,
    dockerfileGiven: has("dockerfile"),
    dockerTarget: get("docker-target"),
    dockerBuildArgs: get("docker-build-args") ?? [],
    dockerPlatforms: get("docker-platforms") ?? [],
    imageName: get("image-name"),
    imageTags: get("image-tags"),
    imageOutput:
      outputs === null || outputs.length === 0 ? ("default" as const) : outputs.filter((word) => word !== "none"),
  };
}

function smokePart({ given: { get } }: Parts) {
  const command = get("smoke-command") ?? [];
  return {
    smokeCommand: command.length === 0 ? null : command,
    smokeOutput: get("smoke-output"),
    smokePort: get("smoke-port"),
    smokePath: get("smoke-path"),
    smokeStatus: get("smoke-status"),
    smokeTimeoutMs: get("smoke-timeout"),
  };
}

function resultPart({ given: { get }, paths, debug }: Parts) {
  return {
    outputDirectory: paths.outputDirectory,
    uploadArtifacts: get("upload-artifacts"),
    artifactPrefix: get("artifact-prefix") ?? "",
    retentionDays: get("retention-days"),
    summary: get("summary"),
    annotations: get("annotations"),
    logLevel: get("log-level") ?? (debug ? ("debug" as const) : ("normal" as const)),
  };
}
