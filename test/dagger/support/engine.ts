import { mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createDaggerEngine, type DaggerOptions } from "../../../src/engine/dagger/engine.ts";
import { openSession } from "../../../src/engine/dagger/session.ts";
import type { Engine, PlannedStep } from "../../../src/engine/engine.ts";
import type { StepOutcome } from "../../../src/model/outcome.ts";
import type { StageId } from "../../../src/model/stage.ts";
import { execStep, plannedStep } from "../../support/steps.ts";
import { pathWithoutGo } from "./machine.ts";
import { cacheScope, type Files, image, type Sandbox } from "./repositories.ts";

/** The engine as the action has it, with a session of its own, for what no input can set. */
export interface OwnEngine {
  readonly engine: Engine;
  /** Runs one script as a stage, to its end. */
  run(stage: StageId, script: string, seconds: number): Promise<StepOutcome>;
  /** Names of what the engine has on this machine. */
  own(): readonly string[];
}

const signal = new AbortController().signal;
const noSecrets = { cloudToken: null, registryUsername: null, registryPassword: null };

/** Runs its argument, a script of the shell: steps are commands of Go. */
export const scriptModule: Files = {
  "go.mod": "module example.com/script\n\ngo 1.22\n",
  "main.go": `package main

import (
	"os"
	"os/exec"
)

func main() {
	command := exec.Command("sh", "-c", os.Args[1])
	command.Stdout = os.Stdout
	if err := command.Run(); err != nil {
		panic(err)
	}
}
`,
};

/** In a sandbox of `scriptModule`. Ends with the test. */
export async function ownEngine(box: Sandbox, options: Partial<DaggerOptions>): Promise<OwnEngine> {
  const env = { ...process.env, PATH: pathWithoutGo() };
  const tempDir = mkdtempSync(join(box.temp, "go-pipeline-"));
  const log = (): void => undefined;
  const runnerHost = null;
  const session = await openSession({
    ...{ env, runnerHost, cloudToken: null, cwd: tempDir, limitMs: 60_000, signal, mask: log, log },
  });
  const engine = createDaggerEngine({
    ...{ session, tempDir, root: box.root, without: [], env, image, cacheScope, log, testEnv: [], vcs: false },
    ...{ kept: null, goproxy: null, goprivate: [] },
    secrets: { ...noSecrets, gitCredentials: [], gitSsh: null, dockerSecrets: [], deployEnv: [] },
    redact: (text) => text,
    ...options,
  });
  onTestFinished(() => engine.close());
  const run = async (stage: StageId, script: string, seconds: number): Promise<StepOutcome> => {
    const resultDir = join(box.temp, `result-${stage}`);
    mkdirSync(resultDir);
    return await engine.run(planned(stage, script, seconds, resultDir), { progress: log }, signal);
  };
  return { engine, run, own: () => readdirSync(box.temp).filter((name) => name.startsWith("go-pipeline-")) };
}

function planned(stage: StageId, script: string, seconds: number, resultDir: string): PlannedStep {
  const commands = [{ tool: "go", args: ["run", ".", script], env: {}, cwd: "module" } as const];
  return plannedStep(execStep({ stage, timeoutMs: seconds * 1_000, commands }), resultDir);
}
