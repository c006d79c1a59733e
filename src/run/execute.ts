import { createReadStream } from "node:fs";
import { mergeTestRuns, parseTestRuns, runsOfReused, serializeTestRuns, type TestRun } from "../cache/test-runs.ts";
import type { RunEnd } from "../cache/travel.ts";
import type { Engine, PlannedStep } from "../engine/engine.ts";
import { outputFiles } from "../engine/outcome.ts";
import { type Following, followFile } from "../files/follow.ts";
import { prepareOutputDir } from "../files/output-dir.ts";
import type { Gate } from "../gates/gate.ts";
import { kinds, shownOutput } from "../gates/index.ts";
import type { EventListener } from "../model/events.ts";
import type { Inspection } from "../model/project.ts";
import type { Report, StageResult } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { commandEnv } from "../plan/command-env.ts";
import { needsOf } from "../plan/graph.ts";
import { gateRuns } from "../plan/plan.ts";
import { preload } from "../preload.ts";
import { createLogReporter } from "../report/log.ts";
import { engineVersions } from "../report/view/engine.ts";
import { Collector } from "./collector.ts";
import type { Prepared } from "./prepare.ts";
import { runPlan } from "./scheduler.ts";
import type { Run, RunOutcome } from "./state.ts";
import { beginTests } from "./test-reuse.ts";

/** Runs the stages of a plan, shows them as they go, and gathers what they leave behind. */
export async function executePlan(run: Run, engine: Engine, { inspection, plan }: Prepared): Promise<RunOutcome> {
  const { config, gates, platform, project, signal } = run;
  const output = await prepareOutputDir(config.outputDirectory, run.repository);
  const testReuse = run.testReuse === null ? null : await beginTests(run, engine, run.testReuse);
  const engineVersion = await engine.version();
  const collector = new Collector({
    ...{ config, project, inspection, plan, gates, output, redactor: run.redactor },
    source: { root: inspection.root, modules: project.modules },
    commandEnv: (module) => commandEnv({ config, project, inspection }, module),
    runs: (name) => gateRuns(gates, name, config),
  });
  const log = createLogReporter({
    platform,
    logLevel: config.logLevel,
    kinds,
    shown: (gate) => shownOutput(gate, config),
    order: plan.stages.map((stage) => stage.id),
    needs: needsOf(plan.stages),
    moduleCount: project.modules.length,
    readLog: (path) => createReadStream(path),
  });
  platform.log(engineLine({ ...run.choice, version: engineVersion }, inspection.goVersion));
  for (const warning of plan.warnings) platform.warning(warning);
  for (const { preload: load } of gates) if (load !== undefined) preload(load, 120);
  const results = await runPlan({
    plan,
    engine,
    resultDir: output.resultDir,
    concurrency: config.concurrency ?? Math.max(2, inspection.processors),
    cold: !inspection.warm && (run.travel?.report.key ?? null) === null,
    failFast: config.failFast,
    signal,
    watch: (stage, planned) => watchStage(stage, planned, { gates, inspection, emit: log.listener }),
    settle: (stage, outcome) => collector.settle(stage, outcome),
    emit: log.listener,
  });
  const { collected, judged } = await collector.finish(results);
  for (const result of judged) log.listener({ type: "stage-finished", result, log: null });
  await log.finish();
  for (const warning of collected.warnings) platform.warning(warning);
  const packages = [...collected.modules.values()].flatMap(({ tests }) => tests?.packages ?? []);
  const known = parseTestRuns(run.travel?.sidecar ?? null);
  if (run.travel !== null) {
    const sidecar = serializeTestRuns(mergeTestRuns(known, packages, thisRun(run)));
    await run.travel.save(engine.caches, { ...runEnd(results, inspection, signal), sidecar });
  }
  const reusedFrom = runsOfReused(known, packages);
  const ended = { testReuse, reusedFrom, engineVersion, traceUrl: engine.traceUrl?.() ?? null, inspection, plan };
  return { ...ended, results: [...results, ...judged], collected, problems: [], output };
}

interface Watched {
  readonly gates: readonly Gate[];
  readonly inspection: Inspection;
  readonly emit: EventListener;
}

/** Follows the first command of a stage, as far as its gate can read it. Engines that hand over results at the end show all of it then. */
function watchStage(
  { id, gate: name, module }: Stage,
  { step, resultDir }: PlannedStep,
  { gates, inspection, emit }: Watched,
): Following | null {
  const { modules } = inspection;
  const gate = gates.find((candidate) => candidate.name === name);
  if (gate?.watch === undefined || step.type !== "exec") return null;
  const watcher = gate.watch({
    inspected: modules.find(({ dir }) => dir === module) ?? null,
    onTrouble: (trouble) => emit({ type: "trouble-seen", stage: id, trouble }),
  });
  const onProgress = (words: string): void => emit({ type: "stage-seen", stage: id, words });
  return followFile({ path: outputFiles(resultDir, 0).stdout, watcher, onProgress });
}

/** Caches of a run that broke may hold half of what they should. */
function runEnd(
  results: readonly StageResult[],
  { goVersion }: Inspection,
  signal: AbortSignal,
): Omit<RunEnd, "sidecar"> {
  const broke = results.find(({ status }) => status === "errored");
  const spoiled = signal.aborted ? "the run was cancelled" : broke === undefined ? null : `stage ${broke.id} broke`;
  const complete = results.every(({ status, cached }) => !cached && !["blocked", "cancelled"].includes(status));
  return { goVersion, spoiled, complete };
}

/** Its address (https://docs.github.com/actions/reference/workflows-and-actions/variables), where caches travel. */
function thisRun({ env, platform, startedAt }: Run): TestRun {
  const { serverUrl, repository } = platform.context;
  const run = `${serverUrl}/${repository}/actions/runs/${env["GITHUB_RUN_ID"]}`;
  return { run, at: startedAt.toISOString() };
}

function engineLine(engine: Report["engine"], goVersion: string): string {
  const versions = engineVersions(engine, [goVersion]);
  const name = [engine.name, versions.engine].filter((part) => part !== null).join(" ");
  return [`engine: ${name} (${engine.reason})`, ...versions.go].join(", ");
}
