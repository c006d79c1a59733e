import type { OutputDir } from "../../src/files/output-dir.ts";
import type { Bench } from "../../src/gates/gate.ts";
import type { Config } from "../../src/inputs/config.ts";
import { createRedactor } from "../../src/platform/mask.ts";
import { makeConfig } from "./config.ts";
import { makeFacts } from "./facts.ts";
import { makeModule } from "./module.ts";

export interface AnyBench extends Omit<Bench, "config"> {
  readonly config: Config;
}

/** What judges work with, in a repository with one module. */
export function makeBench(output: OutputDir, over: Partial<AnyBench> = {}): AnyBench {
  const { project, inspection } = makeFacts();
  const module = makeModule({ dir: ".", path: "example.com/m" });
  return {
    config: makeConfig(),
    project: { ...project, modules: [module] },
    inspection,
    source: { root: "/src", modules: [module] },
    coverageBuilds: [],
    runs: () => true,
    commandEnv: () => ({}),
    output,
    redactor: createRedactor(),
    patchLines: async () => ({ problem: "there is no git here" }),
    baseTree: async () => ({ problem: "there is no git here", unknown: true }),
    baseNamed: false,
    changedLines: async () => ({ problem: "there is no git here" }),
    ...over,
  };
}
