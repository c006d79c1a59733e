import { type Config, configOf } from "../../src/inputs/config.ts";
import { createGiven } from "../../src/inputs/given.ts";
import type { Site } from "../../src/kinds/input.ts";

const site: Site = {
  workingDirectory: "/repo",
  directory: ".",
  configFile: null,
  dockerContext: ".",
  dockerfile: "Dockerfile",
  goVersionFile: null,
  coverageData: [],
  outputDirectory: "/repo/.pipeline",
  debug: false,
  newSeed: () => "1764463599000",
  variable: () => null,
};

/** The configuration that no input gives, but for one platform, with what a test cares about laid over it. */
export function makeConfig(overrides: Partial<Config> = {}): Config {
  return {
    ...configOf(createGiven(new Map()), site),
    platforms: [{ os: "linux", arch: "amd64", variant: null }],
    ...overrides,
  };
}
