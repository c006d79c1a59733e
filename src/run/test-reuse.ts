import type { EngineAdapter } from "../engine/adapter.ts";
import type { Engine } from "../engine/engine.ts";
import { isHosted } from "../engine/hosted.ts";
import { isReleaseRun } from "../engine/release.ts";
import { messageOf, UsageError } from "../errors.ts";
import { testReuse } from "../gates/test-reuse.ts";
import type { Inspection } from "../model/project.ts";
import type { TestReuse } from "../model/test-reuse.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import type { PipelineRequest, Run } from "./state.ts";

type Asked = Pick<PipelineRequest, "config" | "env">;

/** Throws UsageError when the inputs ask for what the engine cannot do here. */
export function requireTestReuse({ config, env }: Asked, adapter: EngineAdapter): void {
  const refusal = adapter.keepsNoTests(isHosted(env));
  if (config.testReuse !== "true" || refusal === null) return;
  throw new UsageError([
    `test-reuse: "true" cannot be had with engine ${adapter.name} here: ${refusal}; use auto, which reuses results where it can, or false`,
  ]);
}

/** Whether the tests of the run may be left to results of earlier runs. */
export function testReuseOf(run: Run, adapter: EngineAdapter, inspection: Inspection): TestReuse {
  const { config, env, platform } = run;
  return testReuse({
    config,
    refusal: adapter.keepsNoTests(isHosted(env)),
    goflags: inspection.goflags,
    goVersions: inspection.modules.map(({ goVersion }) => goVersion).filter((version) => version !== null),
    release: isReleaseRun(env),
    pushes: config.docker !== "false" && config.imageOutput !== "default" && config.imageOutput.includes("push"),
    trigger: platform.context,
  });
}

/** Readies sources and caches for the tests of the run. Answers what they are; a machine in which that fails leaves them to go test. */
export async function beginTests(run: Run, engine: Engine, reuse: TestReuse): Promise<TestReuse> {
  const { config, platform, signal } = run;
  if (reuse.mode === "off" || engine.testResults === undefined) return reuse;
  const rule = { maxAgeMs: reuse.mode === "full" ? 0 : config.testReuseMaxAge, times: reuse.times };
  const debug = (line: string): void => {
    if (config.logLevel === "debug") platform.log(sanitizeLine(`tests: ${line}`));
  };
  try {
    await engine.testResults.begin(rule, debug, signal);
    return reuse;
  } catch (error) {
    signal.throwIfAborted();
    const reason = `results of earlier runs could not be made ready: ${messageOf(error)}`;
    platform.warning(sanitizeLine(`test-reuse: ${reason}`));
    return { mode: "off", reason, times: false };
  }
}
