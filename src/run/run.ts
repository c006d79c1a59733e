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
  const course = new Course(await begin(given, purpose), purpose);
  try {
    return await course.run();
  } catch (error) {
    return await course.breakOff(error);
  } finally {
    await course.close();
  }
}

/** What is known of a run before its engine is chosen. */
async function begin(given: PipelineRequest, purpose: Purpose): Promise<Run> {
  const startedAt = new Date();
  const attests = purpose.attests ? attestOccasion(given.config, given.platform) : null;
  const deployment = deploymentOf(given.config, given.platform.context);
  const request = withDeployEnv(given, deployment);
  const own = purpose.ownStages ? ownGates(given.config.stages, deployment) : [];
  const gates = [...purpose.gates, ...own];
  const opened = await openRepository(request.repository);
  const config = await withVersionFile(request, opened);
  const coverageBuilds = await coverageOf(config, gates);
  const project = await discoverProject(opened, {
    directory: relativeSlashes(request.repository, config.workingDirectory, nodePathFacts()),
    selection: config.modules,
    workspace: config.workspace,
    gotoolchain: request.env["GOTOOLCHAIN"],
    gowork: request.env["GOWORK"],
  });
  const choice: EngineChoice = { name: config.engine, reason: `engine: ${config.engine}`, warning: null };
  const travel = await openTravel({ ...request, project });
  return {
    ...request,
    config,
    gates,
    startedAt,
    project,
    choice,
    travel,
    testReuse: null,
    coverageBuilds,
    attests,
  };
}

/** A run with its engine, from the choice of one to its end. */
class Course {
  readonly #loadEnding: Purpose["loadEnding"];
  /** Grows with what is found out. */
  #run: Run;
  #engine: Engine | null = null;
  #closing: Promise<void> | null = null;
  #isPrepared = false;

  constructor(run: Run, { loadEnding }: Purpose) {
    this.#run = run;
    this.#loadEnding = loadEnding;
  }

  async run(): Promise<number> {
    const found = await this.#openEngine();
    const { engine } = found;
    const { platform, travel, choice } = this.#run;
    if (choice.warning !== null) platform.warning(choice.warning);
    const ready = travel?.restore(engine) ?? Promise.resolve();
    preload(loadExecute, 40);
    const prepared = await prepare({ ...this.#run, ...found, context: platform.context, ready });
    this.#isPrepared = true;
    this.#run = { ...this.#run, testReuse: testReuseOf(this.#run, found.adapter, prepared.inspection) };
    if (this.#run.config.dryRun) return dryRun(this.#run, prepared);
    const { executePlan } = await loadExecute();
    const outcome = await executePlan(this.#run, engine, prepared, this.#loadEnding);
    // Nothing asks the engine any more: its end and the report do not wait for each other.
    this.#closing = engine.close();
    const report = this.#loadEnding().then(({ conclude }) => conclude(this.#run, outcome));
    const [exitCode] = await Promise.all([report, this.#closing]);
    return exitCode;
  }

  async #openEngine(): ReturnType<typeof openEngine> {
    const { engines, config, project, travel } = this.#run;
    const wanted = engineRequestOf(this.#run, project, travel);
    this.#run = { ...this.#run, config: await withExactGo(config, wanted) };
    const found = await openEngine(engines, { ...wanted, config: this.#run.config }, (choice, adapter) => {
      this.#run = { ...this.#run, choice };
      requireTestReuse(this.#run, adapter);
    });
    this.#engine = found.engine;
    return found;
  }

  /** Ends with a report that says what broke; throws what is none of the surroundings' doing. */
  async breakOff(error: unknown): Promise<number> {
    // What programs and engines say when they are ended is not why the run ended.
    if (this.#run.signal.aborted) return await (await this.#loadEnding()).concludeBroken(this.#run, null);
    // A full disk and the like, but only before there is something to keep: the report of a broken run empties the output directory.
    const known = error instanceof EnvironmentError || !this.#isPrepared ? environmentErrorOf(error) : null;
    if (known === null) throw error;
    return await (await this.#loadEnding()).concludeBroken(this.#run, known);
  }

  async close(): Promise<void> {
    await (this.#closing ?? this.#engine?.close());
    await this.#run.travel?.close();
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
