import { mergeTestRuns, parseTestRuns, runsOfReused, serializeTestRuns, type TestRun } from "../cache/test-runs.ts";
import { whyRan } from "../cache/why-ran.ts";
import type { EngineAdapter } from "../engine/adapter.ts";
import type { Contents, Engine } from "../engine/engine.ts";
import { isHosted } from "../engine/hosted.ts";
import { isReleaseRun } from "../engine/release.ts";
import { EnvironmentError, messageOf, UsageError } from "../errors.ts";
import { testReuse } from "../gates/test-reuse.ts";
import type { Inspection } from "../model/project.ts";
import type { TestPackage, TestReuseReport } from "../model/report.ts";
import { pushesImage } from "../model/step.ts";
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
    pushes: adapter.setsTimes && config.docker !== "false" && pushesImage(config.imageOutput),
    trigger: platform.context,
  });
}

/** What becomes of it when it shows which caches were restored. */
export function restoredFor({ travel }: Pick<Run, "travel">, reuse: TestReuse): TestReuse {
  if (reuse.mode !== "reuse" || travel?.ofOtherImage !== true) return reuse;
  return { ...reuse, mode: "full", reason: "the results in the caches are those of another image of the runner" };
}

const fullRemedy = "`test-reuse: false` leaves it to go test which results count.";

export interface BegunTests {
  readonly reuse: TestReuse;
  readonly contents: Contents;
}

/**
 * Readies sources and caches for the tests of the run. A machine in which that fails leaves them to go test, unless every test has to run: throws
 * EnvironmentError then.
 */
export async function beginTests(run: Run, engine: Engine, reuse: TestReuse): Promise<BegunTests> {
  const { config, signal } = run;
  const nothing = { contents: new Map<string, string>() };
  if (reuse.mode === "off" || engine.testResults === undefined) return { ...nothing, reuse };
  const rule = { maxAgeMs: reuse.mode === "full" ? 0 : config.testReuseMaxAge, times: reuse.times };
  try {
    return { reuse, contents: await engine.testResults.begin(rule, (line) => debug(run, line), signal) };
  } catch (error) {
    signal.throwIfAborted();
    const reason = `results of earlier runs could not be made ready: ${messageOf(error)}`;
    if (reuse.mode === "full") throw new EnvironmentError(`Every test has to run, and ${reason}.`, fullRemedy);
    run.platform.warning(sanitizeLine(`test-reuse: ${reason}`));
    return { ...nothing, reuse: { mode: "off", reason, times: false } };
  }
}

/** What ran, and from which earlier runs the rest comes. */
export interface EndedTests {
  readonly reusedFrom: TestReuseReport["runs"];
  /** Goes with the caches. */
  readonly sidecar: string;
}

/** Looks back on the packages of the run's tests. Tells people who look for reasons why which of them ran. */
export function endTests(
  run: Run,
  { reuse, contents }: BegunTests,
  { modules }: Inspection,
  packages: readonly TestPackage[],
): EndedTests {
  const { travel, startedAt, config } = run;
  const known = parseTestRuns(travel?.sidecar ?? null);
  const found = modules.flatMap((module) => module.packages.map(({ importPath, dir }) => [importPath, dir] as const));
  const byPackage = new Map(
    found.flatMap(([importPath, dir]) => {
      const content = contents.get(dir);
      return content === undefined ? [] : [[importPath, content] as const];
    }),
  );
  const always = new Set(modules.flatMap(({ marked }) => marked.packages));
  const facts = { reuse, always, known, contents: byPackage, maxAgeMs: config.testReuseMaxAge, now: startedAt };
  for (const line of whyRan(packages, facts)) debug(run, line);
  // Go keeps no result of those that run in every run.
  const kept = packages.filter(({ importPath }) => !always.has(importPath));
  return {
    reusedFrom: runsOfReused(known, packages),
    sidecar: serializeTestRuns(mergeTestRuns(known, kept, thisRun(run), byPackage)),
  };
}

function debug({ config, platform }: Pick<Run, "config" | "platform">, line: string): void {
  if (config.logLevel === "debug") platform.log(sanitizeLine(`tests: ${line}`));
}

/** Its address (https://docs.github.com/actions/reference/workflows-and-actions/variables), where caches travel. */
function thisRun({ env, platform, startedAt }: Run): TestRun {
  const { serverUrl, repository } = platform.context;
  const run = `${serverUrl}/${repository}/actions/runs/${env["GITHUB_RUN_ID"]}`;
  return { run, at: startedAt.toISOString() };
}
