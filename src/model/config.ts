import type { Platform } from "./platform.ts";

export type Toggle = "true" | "false" | "warn";

/**
 * The validated inputs: camelCase of the input's name. Percentages are 0-100, durations milliseconds, paths absolute where the comment says so.
 * Secrets are not here: see Secrets.
 */
export interface Config {
  /** Absolute. */
  readonly workingDirectory: string;
  /** Absolute path of the configuration file that was read, null without one. */
  readonly config: string | null;
  readonly engine: "auto" | "dagger" | "host";
  readonly runnerHost: string | null;
  /** `1.25`, `1.25.3`; null: by the modules. */
  readonly goVersion: string | null;
  readonly goImage: string | null;
  readonly deps: Toggle;
  readonly format: Toggle;
  readonly vet: Toggle;
  readonly test: Toggle;
  readonly build: Toggle;
  readonly docker: Toggle | "auto";
  readonly modVerify: boolean;
  readonly platforms: readonly Platform[];
  readonly packages: readonly string[];
  /** Empty: all that are found. */
  readonly mainPackages: readonly string[];
  readonly binaryName: string;
  /** The template was given by the user, so equal names are an error. */
  readonly binaryNameGiven: boolean;
  readonly buildTags: readonly string[];
  readonly ldflags: string | null;
  readonly trimpath: boolean;
  readonly buildvcs: boolean;
  readonly cgo: boolean;
  readonly race: boolean;
  readonly testFlags: readonly string[];
  readonly testTimeoutMs: number;
  /** Resolved: `NAME` copies are looked up already. */
  readonly testEnv: readonly (readonly [name: string, value: string])[];
  /** Names of those whose values no command shows: copied ones, and those that look like secrets. */
  readonly testEnvHidden: readonly string[];
  readonly coverageThreshold: number | null;
  readonly coveragePackageThreshold: number | null;
  /** Glob patterns relative to the repository. */
  readonly coverageExclude: readonly string[];
  readonly coverageExcludeGenerated: boolean;
  readonly dockerFrom: "auto" | "dockerfile" | "binary";
  /** Relative to the repository. */
  readonly dockerContext: string;
  readonly dockerfile: string;
  readonly dockerfileGiven: boolean;
  readonly dockerTarget: string | null;
  readonly dockerBuildArgs: readonly (readonly [name: string, value: string])[];
  readonly dockerPlatforms: readonly Platform[];
  readonly imageName: string | null;
  readonly imageTags: readonly string[];
  readonly imageOutput: readonly ("load" | "tarball" | "push")[] | "default";
  readonly smokeCommand: readonly string[] | null;
  readonly smokeOutput: string | null;
  readonly smokePort: number | null;
  readonly smokePath: string | null;
  readonly smokeStatus: readonly (readonly [from: number, to: number])[];
  readonly smokeTimeoutMs: number;
  readonly goproxy: string | null;
  readonly goprivate: readonly string[];
  readonly cache: "true" | "restore" | "false";
  /** Absolute. */
  readonly outputDirectory: string;
  readonly uploadArtifacts: boolean;
  readonly artifactPrefix: string;
  readonly retentionDays: number | null;
  readonly summary: boolean;
  readonly annotations: boolean;
  readonly failFast: boolean;
  readonly timeoutMs: number;
  /** null: chosen by the number of processors. */
  readonly concurrency: number | null;
  readonly dryRun: boolean;
  readonly logLevel: "quiet" | "normal" | "debug";
}
