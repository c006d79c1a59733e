import type { OutputDir } from "../../src/files/output-dir.ts";
import type { Bench } from "../../src/gates/gate.ts";
import type { Config } from "../../src/inputs/config.ts";
import { createRedactor } from "../../src/platform/mask.ts";
import { makeConfig } from "./config.ts";
import { makeFacts } from "./facts.ts";

export interface AnyBench extends Omit<Bench, "config"> {
  readonly config: Config;
}

/** What judges work with, in a repository with one module. */
export function makeBench(output: OutputDir, over: Partial<AnyBench> = {}): AnyBench {
  const { project, inspection } = makeFacts();
  const module = { dir: ".", path: "example.com/m", go: null, toolchain: null, ignore: [], vendored: false };
  return {
    config: makeConfig(),
    project: { ...project, modules: [module] },
    inspection,
    source: { root: "/src", modules: [module], goWork: null },
    runs: () => true,
    toolchainEnv: {},
    output,
    redactor: createRedactor(),
    ...over,
  };
}
