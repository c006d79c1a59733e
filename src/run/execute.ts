import { createReadStream } from "node:fs";
import type { RunEnd } from "../cache/travel.ts";
import type { Engine, PlannedStep } from "../engine/engine.ts";
import { outputFiles } from "../engine/outcome.ts";
import { followFile } from "../files/follow.ts";
import { type OutputDir, prepareOutputDir } from "../files/output-dir.ts";
import { kinds, shownOutput } from "../gates/index.ts";
import { engineReason } from "../model/engine-reason.ts";
import type { EventListener } from "../model/events.ts";
import type { Inspection } from "../model/project.ts";
import type { Report, StageResult } from "../model/report.ts";
import type { Plan, Stage } from "../model/stage.ts";
import { commandEnv } from "../plan/command-env.ts";
import { needsOf } from "../plan/graph.ts";
import { gateRuns } from "../plan/plan.ts";
import { createLogReporter, type LogReporter } from "../report/log.ts";
import { engineVersions } from "../report/view/engine.ts";
import { testedPackages } from "../results/assemble.ts";
import { Collector, type CollectorOptions } from "./collector.ts";
import { createComparison, type RunComparison } from "./comparison.ts";
import { preloadBeside } from "./preload-beside.ts";
import type { Prepared } from "./prepare.ts";
import { runPhases, type Schedule } from "./run-phases.ts";
import type { Watched } from "./scheduler.ts";
import type { Run, RunOutcome } from "./state.ts";
import { beginTests, endTests, restoredFor } from "./test-reuse.ts";

/** Runs the stages of a plan, shows them as they go, and gathers what they leave behind. */
export async function executePlan(
  run: Run,
  engine: Engine,
  prepared: Prepared,
  loadNext: () => Promise<unknown>,
): Promise<RunOutcome> {
  const { inspection, plan } = prepared;
  const { config, gates, platform, signal } = run;
  const output = await prepareOutputDir(config.outputDirectory, run.repository);
  const tests = run.testReuse === null ? null : await beginTests(run, engine, restoredFor(run, run.testReuse));
  const engineVersion = await engine.version();
  const comparison = createComparison(run, inspection, () => output.resultDir("base"));
  const bench = benchOf(run, prepared, output, comparison);
  const collector = new Collector(bench);
  const log = logOf(run, plan);
  platform.log(engineLine({ ...run.choice, version: engineVersion }, inspection.goVersion));
  for (const warning of plan.warnings) platform.warning(warning);
  for (const notice of plan.notices) platform.log(notice);
  run.travel?.beginStages();
  const loads = [...gates.flatMap(({ preload }) => preload ?? []), loadNext];
  const preloads = preloadBeside(plan.stages, loads);
  const emit: EventListener = (event) => {
    log.listener(event);
    preloads(event);
  };
  const schedule = scheduleOf(run, { engine, bench, collector, emit });
  const ran = await runPhases(run, prepared, { schedule, collector, output });
  const { results, ofRun, collected, attestation, release } = ran;
  await log.finish();
  for (const warning of collected.warnings) platform.warning(warning);
  const packages = testedPackages(collected);
  const looked = tests === null ? null : endTests(run, tests, inspection, packages);
  const testsFailed = packages.some(({ status }) => status === "failed");
  const end = { ...runEnd(results, inspection, signal), testsFailed, sidecar: looked?.sidecar ?? null };
  await Promise.all([run.travel?.save(engine.caches, end), signal.aborted ? null : comparison.keep(collected)]);
  return {
    ...{ testReuse: tests?.reuse ?? null, reusedFrom: looked?.reusedFrom ?? [] },
    ...{ engineVersion, traceUrl: engine.traceUrl?.() ?? null, inspection, plan },
    ...{ results: [...results, ...ofRun], collected, problems: [], output },
    ...(attestation === null ? {} : { attestation }),
    ...(release === null ? {} : { release }),
  };
}

/** What gates judge with. */
function benchOf(
  { config, gates, project, coverageBuilds, redactor }: Run,
  { inspection, stamps, plan }: Prepared,
  output: OutputDir,
  comparison: RunComparison,
): CollectorOptions {
  return {
    ...{ config, project, inspection, stamps, plan, gates, output, coverageBuilds, redactor },
    source: { root: inspection.root, modules: project.modules },
    commandEnv: (module) => commandEnv({ config, project, inspection }, module),
    runs: (name) => gateRuns(gates, name, config),
    changedLines: comparison.changedLines,
    patchLines: comparison.patchLines,
    baseTree: comparison.baseTree,
    baseNamed: comparison.baseNamed,
    baseline: comparison.baseline,
  };
}

function logOf({ config, platform, project }: Run, { stages }: Plan): LogReporter {
  return createLogReporter({
    platform,
    logLevel: config.logLevel,
    kinds,
    shown: (gate) => shownOutput(gate, config),
    order: stages.map((stage) => stage.id),
    needs: needsOf(stages),
    moduleCount: project.modules.length,
    readLog: (path) => createReadStream(path, { highWaterMark: 262_144 }),
  });
}

interface Floor {
  readonly engine: Engine;
  readonly bench: CollectorOptions;
  readonly collector: Collector;
  readonly emit: EventListener;
}

/** How stages run, whichever they are. */
function scheduleOf({ config, travel, signal }: Run, floor: Floor): Schedule {
  const { engine, bench, collector, emit } = floor;
  const { inspection, output } = bench;
  return {
    engine,
    resultDir: output.resultDir,
    concurrency: config.concurrency ?? Math.max(2, inspection.processors),
    cold: !inspection.warm && (travel?.report.key ?? null) === null,
    failFast: config.failFast,
    signal,
    watch: (stage, planned) => watchStage(stage, planned, bench, emit),
    followUp: (stage, outcome) => collector.followUp(stage, outcome),
    settle: (stage, outcome, verdict) => collector.settle(stage, outcome, verdict),
    emit,
  };
}

/** Follows the commands of a stage, as far as its gate can read them. Engines that hand over results at the end show all of it then. */
function watchStage(
  stage: Stage,
  { step, resultDir }: PlannedStep,
  bench: CollectorOptions,
  emit: EventListener,
): Watched | null {
  const { id, gate: name, module } = stage;
  const { gates, redactor, inspection } = bench;
  const gate = gates.find((candidate) => candidate.name === name);
  if (gate?.watch === undefined || step.type !== "exec") return null;
  const watcher = gate.watch({
    ...{ stage, resultDir, bench, commands: step.commands.length },
    inspected: inspection.modules.find(({ dir }) => dir === module) ?? null,
    redact: redactor.redact,
    onTrouble: (trouble) => emit({ type: "trouble-seen", stage: id, trouble }),
  });
  const onProgress = (words: string): void => emit({ type: "stage-seen", stage: id, words });
  const followed = step.commands.map((_, index) =>
    followFile({ path: outputFiles(resultDir, index).stdout, watcher, onProgress }),
  );
  return {
    verdict: watcher.verdict ?? null,
    end: async () => {
      for (const following of followed) await following.end();
    },
  };
}

/** Caches of a run that broke may hold half of what they should. */
function runEnd(
  results: readonly StageResult[],
  { goVersion }: Inspection,
  signal: AbortSignal,
): Omit<RunEnd, "sidecar" | "testsFailed"> {
  const broke = results.find(({ status }) => status === "errored");
  const spoiled = signal.aborted ? "the run was cancelled" : broke === undefined ? null : `stage ${broke.id} broke`;
  const complete = results.every(({ status, cached }) => !cached && !["blocked", "cancelled"].includes(status));
  return { goVersion, spoiled, complete };
}

function engineLine(engine: Report["engine"], goVersion: string): string {
  const versions = engineVersions(engine, [goVersion]);
  const name = [engine.name, versions.engine].filter((part) => part !== null).join(" ");
  const reason = engineReason(engine);
  return [`engine: ${name}${reason === null ? "" : ` (${reason})`}`, ...versions.go].join(", ");
}
