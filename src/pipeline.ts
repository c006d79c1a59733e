import { createReadStream } from "node:fs";
import { availableParallelism } from "node:os";
import { openTravel } from "./cache/open.ts";
import type { CacheTravel, RunEnd } from "./cache/travel.ts";
import { Collector } from "./collect/collector.ts";
import { type OutputDir, prepareOutputDir } from "./collect/output-dir.ts";
import type { Engine, EngineChoice } from "./engine/engine.ts";
import type { EngineRequest } from "./engine/factory.ts";
import { EnvironmentError, environmentErrorOf } from "./errors.ts";
import type { Config, Secrets } from "./inputs/config.ts";
import { nodePathFacts } from "./inputs/path-facts.ts";
import type { World } from "./main.ts";
import { describeRun } from "./plan/describe.ts";
import type { Plan } from "./plan/model.ts";
import type { Redactor } from "./platform/mask.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { relativeSlashes } from "./project/locate.ts";
import type { Inspection, Project } from "./project/model.ts";
import { discoverProject } from "./project/project.ts";
import { openRepository } from "./project/repository.ts";
import { publish } from "./publish.ts";
import { reasonOf } from "./report/errors.ts";
import { createLogReporter } from "./report/log.ts";
import { assembleReport, type Collected, nothingCollected } from "./results/assemble.ts";
import type { StageResult } from "./results/model.ts";
import { redactReport } from "./results/redact.ts";
import { judgeRun } from "./results/verdict.ts";
import { runPlan } from "./run/scheduler.ts";

export interface PipelineRequest extends World {
  /** Absolute path of the repository. */
  readonly repository: string;
  readonly config: Config;
  readonly secrets: Secrets;
  /** Registers a secret with the platform and the redactor. */
  readonly mask: (secret: string) => void;
  /** For what is written to files. */
  readonly redactor: Redactor;
}

/** What is known of a run once it has a project and an engine was chosen. */
interface Run extends PipelineRequest {
  readonly startedAt: Date;
  readonly project: Project;
  readonly choice: EngineChoice;
  /** Carries Go's caches between runs; null where nothing does. */
  readonly travel: CacheTravel | null;
}

/** How far a run came. */
interface Outcome {
  readonly engineVersion: string | null;
  readonly traceUrl: string | null;
  readonly inspection: Inspection | null;
  readonly plan: Plan;
  readonly results: readonly StageResult[];
  readonly collected: Collected;
  /** What broke outside of any stage. */
  readonly problems: readonly string[];
  readonly output: OutputDir;
}

/** One run from validated inputs to the exit code. Throws UsageError while nothing has run yet; from then on every failure ends in a report. */
export async function runPipeline(request: PipelineRequest): Promise<number> {
  const startedAt = new Date();
  const { config, platform, repository } = request;
  const directory = relativeSlashes(repository, config.workingDirectory, nodePathFacts());
  const project = await discoverProject(await openRepository(repository), directory);
  const asked: EngineChoice = {
    name: config.engine === "host" ? "host" : "dagger",
    reason: `engine: ${config.engine}`,
    warning: null,
  };
  const travel = await openTravel({ ...request, project });
  let run: Run = { ...request, startedAt, project, choice: asked, travel };
  let engine: Engine | null = null;
  let started = false;
  try {
    const engineRequest = makeEngineRequest(request, project, travel);
    run = { ...run, choice: await request.engines.choose(engineRequest) };
    if (run.choice.warning !== null) platform.warning(run.choice.warning);
    engine = await request.engines.create(run.choice, engineRequest);
    const ready = travel?.restore(engine) ?? Promise.resolve();
    const prepared = await prepare({ ...run, engine, context: platform.context, ready });
    started = true;
    return config.dryRun ? dryRun(run, prepared) : await fullRun(run, engine, prepared);
  } catch (error) {
    // A full disk and the like, but only before there is something to keep: the report of a broken run empties the output directory.
    const known = error instanceof EnvironmentError || !started ? environmentErrorOf(error) : null;
    if (known === null && !request.signal.aborted) throw error;
    return await brokenRun(run, known);
  } finally {
    await engine?.close();
    await travel?.close();
  }
}

function makeEngineRequest(
  { config, secrets, env, signal, platform, mask }: PipelineRequest,
  project: Project,
  travel: CacheTravel | null,
): EngineRequest {
  return {
    config,
    secrets,
    project,
    env,
    signal,
    log: (line) => platform.log(line),
    expected: (expectation) => travel?.expect(expectation),
    mask,
  };
}

function dryRun({ platform, config, project, choice }: Run, { inspection, plan }: Prepared): number {
  for (const line of describeRun({ config, project, choice, inspection, plan })) platform.log(line);
  return 0;
}

async function fullRun(run: Run, engine: Engine, { inspection, plan }: Prepared): Promise<number> {
  const { config, platform, project, signal } = run;
  const output = await prepareOutputDir(config.outputDirectory, run.repository);
  const engineVersion = engine.name === "host" ? inspection.goVersion : await engine.version();
  const collector = new Collector({ config, project, inspection, plan, output, redactor: run.redactor });
  const log = createLogReporter({
    platform,
    logLevel: config.logLevel,
    order: plan.stages.map((stage) => stage.id),
    readLog: (path) => createReadStream(path),
  });
  platform.log(`engine: ${engine.name} ${engineVersion} (${run.choice.reason}), ${inspection.goVersion}`);
  for (const warning of plan.warnings) platform.warning(warning);
  const results = await runPlan({
    plan,
    engine,
    resultDir: output.resultDir,
    concurrency: config.concurrency ?? Math.max(2, availableParallelism()),
    cold: !inspection.warm && (run.travel?.report.key ?? null) === null,
    failFast: config.failFast,
    signal,
    settle: (stage, outcome) => collector.settle(stage, outcome),
    emit: log.listener,
  });
  await log.finish();
  const [collected] = await Promise.all([
    collector.finish(),
    run.travel?.save(engine.caches, runEnd(results, inspection, signal)),
  ]);
  const traceUrl = engine.traceUrl?.() ?? null;
  return finish(run, { engineVersion, traceUrl, inspection, plan, results, collected, problems: [], output });
}

/** Caches of a run that broke may hold half of what they should. */
function runEnd(results: readonly StageResult[], { goVersion }: Inspection, signal: AbortSignal): RunEnd {
  const broke = results.find(({ status }) => status === "errored");
  const spoiled = signal.aborted ? "the run was cancelled" : broke === undefined ? null : `stage ${broke.id} broke`;
  const complete = results.every(({ status, cached }) => !cached && !["blocked", "cancelled"].includes(status));
  return { goVersion, spoiled, complete };
}

/** The run ended before it had a plan: the report says why, the exit code is 3 (130 when it was cancelled). */
async function brokenRun(run: Run, error: EnvironmentError | null): Promise<number> {
  const problems = error === null ? [] : [reasonOf(error)];
  if (run.config.dryRun) {
    for (const problem of problems) run.platform.error(problem);
    return run.signal.aborted ? 130 : 3;
  }
  const output = await prepareOutputDir(run.config.outputDirectory, run.repository);
  const nothing = {
    engineVersion: null,
    traceUrl: null,
    inspection: null,
    plan: { stages: [], warnings: [] },
    results: [],
  };
  return finish(run, { ...nothing, collected: nothingCollected, problems, output });
}

async function finish(run: Run, outcome: Outcome): Promise<number> {
  const { plan, results, problems, output } = outcome;
  const verdict = judgeRun({
    stages: plan.stages,
    results,
    cancelled: run.signal.aborted,
    environmentProblems: problems,
  });
  const warnings = [...(run.choice.warning === null ? [] : [run.choice.warning]), ...plan.warnings];
  const parts = { ...run, ...outcome, verdict, warnings, cache: run.travel?.report ?? null, finishedAt: new Date() };
  await publish({
    ...run,
    output,
    report: redactReport(assembleReport(parts), run.redactor.redact),
    stages: plan.stages,
  });
  await output.clean();
  // Also when it was cancelled while the report was on its way.
  return run.signal.aborted ? 130 : verdict.exitCode;
}
