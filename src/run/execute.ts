import { createReadStream } from "node:fs";
import type { RunEnd } from "../cache/travel.ts";
import type { Engine, PlannedStep } from "../engine/engine.ts";
import { outputFiles } from "../engine/outcome.ts";
import { followFile } from "../files/follow.ts";
import { prepareOutputDir } from "../files/output-dir.ts";
import { kinds, shownOutput } from "../gates/index.ts";
import type { EventListener } from "../model/events.ts";
import type { Inspection } from "../model/project.ts";
import type { Report, StageResult } from "../model/report.ts";
import type { Plan, Stage } from "../model/stage.ts";
import { commandEnv } from "../plan/command-env.ts";
import { needsOf } from "../plan/graph.ts";
import { gateRuns } from "../plan/plan.ts";
import { preload } from "../preload.ts";
import { createLogReporter } from "../report/log.ts";
import { engineVersions } from "../report/view/engine.ts";
import { attestBuilt } from "./attest.ts";
import { Collector, type CollectorOptions } from "./collector.ts";
import { createComparison } from "./comparison.ts";
import { phasesOf } from "./phases.ts";
import type { Prepared } from "./prepare.ts";
import type { beginRelease as Begin, Releasing } from "./release.ts";
import { type RunOptions, runPlan, type Watched } from "./scheduler.ts";
import type { Run, RunOutcome } from "./state.ts";
import { beginTests, endTests, restoredFor } from "./test-reuse.ts";

/** Runs the stages of a plan, shows them as they go, and gathers what they leave behind. */
export async function executePlan(run: Run, engine: Engine, prepared: Prepared): Promise<RunOutcome> {
  const { inspection, stamps, plan } = prepared;
  const { config, gates, platform, project, coverageBuilds, signal } = run;
  const output = await prepareOutputDir(config.outputDirectory, run.repository);
  const tests = run.testReuse === null ? null : await beginTests(run, engine, restoredFor(run, run.testReuse));
  const engineVersion = await engine.version();
  const comparison = createComparison(run, inspection, () => output.resultDir("base"));
  const bench: CollectorOptions = {
    ...{ config, project, inspection, stamps, plan, gates, output, coverageBuilds, redactor: run.redactor },
    source: { root: inspection.root, modules: project.modules },
    commandEnv: (module) => commandEnv({ config, project, inspection }, module),
    runs: (name) => gateRuns(gates, name, config),
    changedLines: comparison.changedLines,
    patchLines: comparison.patchLines,
    baseTree: comparison.baseTree,
    baseNamed: comparison.baseNamed,
    baseline: comparison.baseline,
  };
  const collector = new Collector(bench);
  const log = createLogReporter({
    platform,
    logLevel: config.logLevel,
    kinds,
    shown: (gate) => shownOutput(gate, config),
    order: plan.stages.map((stage) => stage.id),
    needs: needsOf(plan.stages),
    moduleCount: project.modules.length,
    readLog: (path) => createReadStream(path, { highWaterMark: 262_144 }),
  });
  platform.log(engineLine({ ...run.choice, version: engineVersion }, inspection.goVersion));
  for (const warning of plan.warnings) platform.warning(warning);
  for (const { preload: load } of gates) if (load !== undefined) preload(load, 120);
  const schedule: Omit<RunOptions, "plan"> = {
    engine,
    resultDir: output.resultDir,
    concurrency: config.concurrency ?? Math.max(2, inspection.processors),
    cold: !inspection.warm && (run.travel?.report.key ?? null) === null,
    failFast: config.failFast,
    signal,
    watch: (stage, planned) => watchStage(stage, planned, bench, log.listener),
    followUp: (stage, outcome) => collector.followUp(stage, outcome),
    settle: (stage, outcome, verdict) => collector.settle(stage, outcome, verdict),
    emit: log.listener,
  };
  const phases = phasesOf(plan, prepared.release);
  const checked = await runPlan({ ...schedule, plan: { ...plan, stages: phases.first } });
  const { collected: gathered, judged } = await collector.finish(checked);
  for (const result of judged) log.listener({ type: "stage-finished", result, log: null });
  // What is released, pushed and deployed goes by what all others came to, and by what is judged of them together.
  const matter = { collected: gathered, before: [...checked, ...judged], output };
  const releasing = prepared.release === null ? null : await beginRelease(run, prepared.release, matter);
  const before = releasing?.before ?? matter.before;
  const pushed = await runPlan({ ...schedule, plan: { ...plan, stages: phases.pushing }, before });
  const collected = { ...gathered, image: collector.image() };
  const built = { collected, before: [...before, ...pushed], output };
  const attested = run.attestation === null ? [] : [await attestBuilt(run, run.attestation, built)];
  const released = await releasing?.end([...pushed, ...attested]);
  const ending = [...attested, ...(released === undefined ? [] : [released.result])];
  for (const result of ending) log.listener({ type: "stage-finished", result, log: null });
  const all = [...matter.before, ...pushed, ...ending];
  const deployed = await runPlan({ ...schedule, plan: { ...plan, stages: phases.last }, before: all });
  const results = inOrder(plan, [...checked, ...pushed, ...deployed]);
  await log.finish();
  for (const warning of collected.warnings) platform.warning(warning);
  const packages = [...collected.modules.values()].flatMap(({ tests }) => tests?.packages ?? []);
  const looked = tests === null ? null : endTests(run, tests, inspection, packages);
  const end = { ...runEnd(results, inspection, signal), sidecar: looked?.sidecar ?? null };
  await Promise.all([run.travel?.save(engine.caches, end), signal.aborted ? null : comparison.keep(collected)]);
  const facts = { testReuse: tests?.reuse ?? null, reusedFrom: looked?.reusedFrom ?? [] };
  const known = { ...facts, engineVersion, traceUrl: engine.traceUrl?.() ?? null, inspection, plan };
  const release = released?.release ?? null;
  const ended = { ...known, results: [...results, ...judged, ...ending], collected, problems: [], output };
  return { ...ended, ...(release === null ? {} : { release }) };
}

/** Most runs release nothing. */
async function beginRelease(...asked: Parameters<typeof Begin>): Promise<Releasing> {
  return await (await import("./release.ts")).beginRelease(...asked);
}

function inOrder({ stages }: Plan, results: readonly StageResult[]): readonly StageResult[] {
  return stages.flatMap(({ id }) => results.find((result) => result.id === id) ?? []);
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
): Omit<RunEnd, "sidecar"> {
  const broke = results.find(({ status }) => status === "errored");
  const spoiled = signal.aborted ? "the run was cancelled" : broke === undefined ? null : `stage ${broke.id} broke`;
  const complete = results.every(({ status, cached }) => !cached && !["blocked", "cancelled"].includes(status));
  return { goVersion, spoiled, complete };
}

function engineLine(engine: Report["engine"], goVersion: string): string {
  const versions = engineVersions(engine, [goVersion]);
  const name = [engine.name, versions.engine].filter((part) => part !== null).join(" ");
  return [`engine: ${name} (${engine.reason})`, ...versions.go].join(", ");
}
