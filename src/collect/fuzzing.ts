import { posix } from "node:path";
import { readHead, readLines } from "../files/lines.ts";
import { readCommandEnd } from "../files/step-end.ts";
import { TextFile } from "../files/text-file.ts";
import { createEventReader } from "../go/event-reader.ts";
import { type FuzzTarget, noTargets } from "../go/fuzz-target.ts";
import { createFuzzReader, isOnlyOutOfTime } from "../go/fuzzing.ts";
import { listedTest } from "../go/listed-test.ts";
import { slashes } from "../go/source-map.ts";
import type { TestEvent } from "../go/test-event.ts";
import type { Judgement } from "../model/judgement.ts";
import type { CommandOutcome, StepOutcome } from "../model/outcome.ts";
import { deathOf } from "../model/passes.ts";
import type { Finding } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import type { Command } from "../model/step.ts";
import { plural } from "../text/format.ts";
import {
  againCommand,
  type FuzzBench,
  type FuzzReading,
  failedTarget,
  stalledFor,
  stalledTarget,
} from "./fuzz-findings.ts";
import { seenModules } from "./seen-modules.ts";
import { sourceFiles } from "./source-files.ts";
import { type ReadStreams, readTestStreams } from "./test-streams.ts";

/** The targets that the commands of a step have listed, in their order. */
export async function listedTargets({ commands }: Pick<StepOutcome, "commands">): Promise<readonly FuzzTarget[]> {
  const targets: FuzzTarget[] = [];
  for (const { stdout } of commands) {
    const read = createEventReader();
    for await (const line of readLines(stdout)) {
      const target = listedTest("Fuzz", read(line));
      if (target !== null) targets.push(target);
    }
  }
  return targets;
}

/** What fuzzing a module came to. */
interface Fuzzed {
  readonly reasons: string[];
  readonly failed: string[];
  readonly findings: Finding[];
  readonly warnings: string[];
  /** Why this platform cannot fuzz; null: it can. */
  unfit: string | null;
  /** What reproduces the first failure. */
  command: string | null;
}

/**
 * Reads the streams of a stage that has listed the targets of a module, and then fuzzed one after the other in a copy of the repository. Writes its log, and
 * brings each input that failed to `fuzz/<its path in the repository>`.
 */
export async function collectFuzzing(stage: Stage, outcome: StepOutcome, bench: FuzzBench): Promise<Judgement> {
  const { project, module, output, redactor } = bench;
  const targets = await listedTargets(outcome);
  const log = await TextFile.create(output.log(stage.id));
  const fuzzed: Fuzzed = { reasons: [], failed: [], findings: [], warnings: [], unfit: null, command: null };
  try {
    const modules = await seenModules(project, module);
    const places = { ...bench.source, modules, sources: sourceFiles(project) };
    const reading = { ...bench, places, log, redact: redactor.redact };
    for (const command of outcome.commands) {
      const run = await read(command, reading, () => undefined);
      if (run.failedBecause !== null) fuzzed.reasons.push(run.failedBecause);
      fuzzed.findings.push(...run.findings.map(asFuzz));
    }
    await readTargets(targets, outcome.followUps?.[0] ?? null, reading, fuzzed);
  } finally {
    await log.close();
  }
  return judgementOf(fuzzed, targets.length);
}

function judgementOf(fuzzed: Fuzzed, targets: number): Judgement {
  const { reasons, failed, findings, warnings, unfit, command } = fuzzed;
  if (unfit !== null && reasons.length === 0) return { failure: null, findings: [], skipped: unfit };
  const ofTargets = `${failed.length} of ${plural(targets, "fuzz target")} failed: ${[...new Set(failed)].join(", ")}`;
  const all = [...new Set(failed.length === 0 ? reasons : [ofTargets, ...reasons])];
  const failure = all.length === 0 ? null : all.join("; ");
  return {
    failure,
    findings,
    warning: warnings.length === 0 ? null : warnings.join("; "),
    ...(targets === 0 ? { skipped: noTargets } : {}),
    ...(command === null ? {} : { command }),
  };
}

interface Reading extends FuzzReading {
  readonly log: TextFile;
  readonly redact: (text: string) => string;
}

/** The step that fuzzes: the first command says where the copy is, each of the others is one target's. */
async function readTargets(
  targets: readonly FuzzTarget[],
  copy: StepOutcome | null,
  reading: Reading,
  fuzzed: Fuzzed,
): Promise<void> {
  const [place, ...commands] = copy?.commands ?? [];
  const goMod = place === undefined ? "" : slashes((await readHead(place.stdout, 4_096)).trim());
  const below = `/${posix.join(reading.module.dir, "go.mod")}`;
  const root = goMod.endsWith(below) ? goMod.slice(0, -below.length) : reading.places.root;
  const inCopy = { ...reading, places: { ...reading.places, root } };
  for (const [index, target] of targets.entries()) {
    const command = commands[index];
    if (copy === null || command === undefined) {
      fuzzed.reasons.push(notFuzzed(target));
      continue;
    }
    inCopy.log.write(`\n${target.name} of ${target.importPath}\n`);
    await readTarget(target, command, copy.resultDir, inCopy, fuzzed);
  }
}

function notFuzzed({ name, importPath }: FuzzTarget): string {
  return `${name} of ${importPath} was not fuzzed`;
}

/** `-fuzz` on a platform that has no workers (cmd/go/internal/test, Go 1.26.8). */
const unsupported = /^(-fuzz flag is not supported on \S+)$/m;

async function readTarget(
  target: FuzzTarget,
  command: CommandOutcome,
  resultDir: string,
  reading: Reading,
  fuzzed: Fuzzed,
): Promise<void> {
  const reader = createFuzzReader(target.name);
  const run = await read(command, reading, (event) => reader.accept(event));
  const end = reader.end();
  const unfit = unsupported.exec(run.stderr)?.[1];
  if (unfit !== undefined) {
    fuzzed.unfit = unfit;
    return;
  }
  const passed = run.failedBecause === null && (end.result === "passed" || end.result === "skipped");
  if (passed || isOnlyOutOfTime(end)) {
    if (end.stalledSeconds >= stalledFor) {
      const { message, finding } = stalledTarget(target, end, reading);
      fuzzed.warnings.push(message);
      fuzzed.findings.push(finding);
    }
    return;
  }
  if (end.result === "failed") {
    const { finding, command } = await failedTarget(target, end, resultDir, reading);
    fuzzed.failed.push(target.name);
    fuzzed.findings.push(finding);
    fuzzed.command ??= command;
  } else {
    fuzzed.reasons.push(run.failedBecause ?? notFuzzed(target));
    fuzzed.findings.push(...run.findings.map(asFuzz));
    fuzzed.command ??= againCommand(target, reading);
  }
}

function asFuzz(finding: Finding): Finding {
  return finding.source === "compile" ? finding : { ...finding, source: "fuzz" };
}

/** Reads the stream of a command, which goes to the log as text. */
async function read(
  command: CommandOutcome,
  { places, module, rerun, log, redact }: Reading,
  event: (event: TestEvent) => void,
): Promise<ReadStreams> {
  const one: Command = { tool: "go", args: ["test"], env: {}, cwd: "module" };
  const ends = { end: "exited", commands: [await readCommandEnd(command)], missing: [] } as const;
  const died = deathOf({ passes: "exit-zero", commands: [one] }, ends);
  const room = async (): Promise<void> => (log.full ? await log.drain() : undefined);
  const sink = { event, log: (text: string) => log.write(redact(text)), room };
  const run = await readTestStreams([command], { ...places, ...rerun, cwd: module.dir, died }, sink);
  sink.log(run.stderr);
  return run;
}
