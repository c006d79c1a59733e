import { openTravel } from "../cache/open.ts";
import type { Engine } from "../engine/engine.ts";
import { openEngine } from "../engine/open-engine.ts";
import { EnvironmentError, environmentErrorOf } from "../errors.ts";
import type { Gate } from "../gates/gate.ts";
import { gates as allGates } from "../gates/index.ts";
import { ownGates } from "../gates/own.ts";
import type { Config } from "../inputs/config.ts";
import { nodePathFacts } from "../inputs/path-facts.ts";
import type { EngineChoice } from "../model/engine.ts";
import { describeRun } from "../plan/describe.ts";
import { preload } from "../preload.ts";
import { relativeSlashes } from "../project/locate.ts";
import { discoverProject } from "../project/modules.ts";
import { openRepository } from "../project/repository.ts";
import { withExactGo, withVersionFile } from "./asked-go.ts";
import { attestOccasion } from "./attest-occasion.ts";
import { deploymentOf, withDeployEnv } from "./deployment.ts";
import { engineRequestOf } from "./engine-request.ts";
import { type Prepared, prepare } from "./prepare.ts";
import type { PipelineRequest, Run, RunOutcome } from "./state.ts";
import { requireTestReuse, testReuseOf } from "./test-reuse.ts";

const loadExecute = () => import("./execute.ts");

/** What a run is for. */
export interface Purpose {
  readonly gates: readonly Gate[];
  /** The stages of the repository's own take part. */
  readonly ownStages: boolean;
  /** What it builds can be attested. */
  readonly attests: boolean;
  readonly loadEnding: () => Promise<Ending>;
}

const checks: Purpose = {
  gates: allGates,
  ownStages: true,
  attests: true,
  loadEnding: () => import("./conclude.ts"),
};

/** What becomes of the stages' results. */
export interface Ending {
  /** Judges what a run came to, and answers the exit code. */
  conclude(run: Run, outcome: RunOutcome): Promise<number>;
  /** The same where a run ended before it had a plan; without an error it was cancelled. */
  concludeBroken(run: Run, error: EnvironmentError | null): Promise<number>;
}

/** One run from validated inputs to the exit code. Throws UsageError while nothing has run yet; from then on every failure ends in a report. */
export async function runPipeline(given: PipelineRequest, purpose: Purpose = checks): Promise<number> {
  const startedAt = new Date();
  const { loadEnding } = purpose;
  const attestation = purpose.attests ? attestOccasion(given.config, given.platform) : null;
  const deployment = deploymentOf(given.config, given.platform.context);
  const request = withDeployEnv(given, deployment);
  const own = purpose.ownStages ? ownGates(given.config.stages, deployment) : [];
  const gates = [...purpose.gates, ...own];
  const { platform, repository } = request;
  const opened = await openRepository(repository);
  const config = await withVersionFile(request, opened);
  const coverageBuilds = await coverageOf(config, gates);
  const directory = relativeSlashes(repository, config.workingDirectory, nodePathFacts());
  const project = await discoverProject(opened, {
    directory,
    selection: config.modules,
    workspace: config.workspace,
    gotoolchain: request.env["GOTOOLCHAIN"],
    gowork: request.env["GOWORK"],
  });
  const asked: EngineChoice = { name: config.engine, reason: `engine: ${config.engine}`, warning: null };
  const travel = await openTravel({ ...request, project });
  let run: Run = {
    ...request,
    config,
    gates,
    startedAt,
    project,
    choice: asked,
    travel,
    testReuse: null,
    coverageBuilds,
    attestation,
  };
  let engine: Engine | null = null;
  let closing: Promise<void> | null = null;
  let started = false;
  try {
    const wanted = engineRequestOf(run, project, travel);
    run = { ...run, config: await withExactGo(config, wanted) };
    const found = await openEngine(request.engines, { ...wanted, config: run.config }, (choice, adapter) => {
      run = { ...run, choice };
      requireTestReuse(run, adapter);
    });
    engine = found.engine;
    if (run.choice.warning !== null) platform.warning(run.choice.warning);
    const ready = travel?.restore(engine) ?? Promise.resolve();
    preload(loadExecute, 40);
    const prepared = await prepare({ ...run, ...found, context: platform.context, ready });
    started = true;
    run = { ...run, testReuse: testReuseOf(run, found.adapter, prepared.inspection) };
    if (run.config.dryRun) return dryRun(run, prepared);
    const { executePlan } = await loadExecute();
    preload(loadEnding, 150);
    const outcome = await executePlan(run, engine, prepared);
    // Nothing asks the engine any more: its end and the report do not wait for each other.
    closing = engine.close();
    const report = loadEnding().then(({ conclude }) => conclude(run, outcome));
    const [exitCode] = await Promise.all([report, closing]);
    return exitCode;
  } catch (error) {
    // What programs and engines say when they are ended is not why the run ended.
    if (request.signal.aborted) return await (await loadEnding()).concludeBroken(run, null);
    // A full disk and the like, but only before there is something to keep: the report of a broken run empties the output directory.
    const known = error instanceof EnvironmentError || !started ? environmentErrorOf(error) : null;
    if (known === null) throw error;
    return await (await loadEnding()).concludeBroken(run, known);
  } finally {
    await (closing ?? engine?.close());
    await travel?.close();
  }
}

/** Read before anything runs, by runs with the gate whose input it is. */
async function coverageOf(config: Config, gates: readonly Gate[]): Promise<Run["coverageBuilds"]> {
  const wanted = gates.some(
    ({ inputs, toggle }) => Object.hasOwn(inputs, "coverage-data") && toggle(config) !== "false",
  );
  if (config.coverageData.length === 0 || !wanted) return [];
  return await (await import("../project/coverage-data.ts")).readCoverageBuilds(config.coverageData);
}

function dryRun({ platform, ...run }: Run, prepared: Prepared): number {
  for (const line of describeRun({ ...run, ...prepared })) platform.log(line);
  return 0;
}
