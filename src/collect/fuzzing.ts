import { join, posix } from "node:path";
import { readHead, readLines } from "../files/lines.ts";
import type { OutputDir } from "../files/output-dir.ts";
import { readCommandEnd } from "../files/step-end.ts";
import { TextFile } from "../files/text-file.ts";
import { createEventReader } from "../go/event-reader.ts";
import { corpusDir, type FuzzTarget, fuzzFlags, noTargets } from "../go/fuzz-target.ts";
import { createFuzzReader, type FuzzEnd, fuzzWords, isOnlyOutOfTime, listedTarget } from "../go/fuzzing.ts";
import { reproCommand } from "../go/repro.ts";
import { type SourceMap, slashes } from "../go/source-map.ts";
import type { StackPlace } from "../go/stack.ts";
import type { TestEvent } from "../go/test-event.ts";
import { createTestLog } from "../go/test-log.ts";
import type { PlaceOptions } from "../go/test-place.ts";
import { createTestReader, type TestReaderOptions, type TestRunResult } from "../go/test-reader.ts";
import type { Judgement } from "../model/judgement.ts";
import type { CommandOutcome, StepOutcome } from "../model/outcome.ts";
import { deathOf } from "../model/passes.ts";
import type { Module, Package, Project } from "../model/project.ts";
import type { Finding } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { type Command, keptDir } from "../model/step.ts";
import type { Redactor } from "../platform/mask.ts";
import { clipEnd } from "../text/clip.ts";
import { plural } from "../text/format.ts";
import { shellWord } from "../text/shell.ts";
import { stderrLimit } from "./attempts.ts";
import { isRegularFile, moveRedacted } from "./files.ts";
import { readText } from "./go-sources.ts";
import { seenModules } from "./seen-modules.ts";
import { sourceFiles } from "./source-files.ts";
import type { TestRerun } from "./tests.ts";

/** What fuzzing is read with. */
export interface FuzzBench {
  readonly source: SourceMap;
  readonly project: Project;
  readonly module: Module;
  readonly packages: readonly Package[];
  readonly output: OutputDir;
  readonly redactor: Redactor;
  /** For a command that runs a target. */
  readonly rerun: TestRerun;
  /** As `-fuzztime` takes it. */
  readonly fuzzTime: string;
}

/** The targets that the commands of a step have listed, in their order. */
export async function listedTargets({ commands }: Pick<StepOutcome, "commands">): Promise<readonly FuzzTarget[]> {
  const targets: FuzzTarget[] = [];
  for (const { stdout } of commands) {
    const read = createEventReader();
    for await (const line of readLines(stdout)) {
      const target = listedTarget(read(line));
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
      const { run } = await read(command, reading, () => undefined);
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

interface Reading extends FuzzBench {
  readonly places: PlaceOptions;
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
  const { run, stderr } = await read(command, reading, (event) => reader.accept(event));
  const end = reader.end();
  const unfit = unsupported.exec(stderr)?.[1];
  if (unfit !== undefined) {
    fuzzed.unfit = unfit;
    return;
  }
  const passed = run.failedBecause === null && (end.result === "passed" || end.result === "skipped");
  if (passed || isOnlyOutOfTime(end)) {
    if (end.stalledSeconds >= stalledFor) {
      const message = stalledWords(target, end);
      fuzzed.warnings.push(message);
      fuzzed.findings.push(
        findingOf(target, "warning", declaredAt(target, reading), [
          ...[`${target.name} stalled`, message],
          againCommand(target, reading),
        ]),
      );
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

/** Workers tell of the inputs that they have tried ten times a second (internal/fuzz/fuzz.go); for the last of them Go waits a second or two, and a busy machine longer. */
const stalledFor = 3;

/** Go ends a worker that hangs when the time is over, keeps no input of it, and says that all is well (Go 1.26.8). */
function stalledWords({ name }: FuzzTarget, { stalledSeconds }: FuzzEnd): string {
  return `no input of ${name} came to an end in the last ${stalledSeconds} s: Go does not report one that hangs`;
}

interface Described {
  readonly finding: Finding;
  readonly command: string;
}

/** Characters of an input, or of what a target says, that a finding shows. */
const [inputLimit, messageLimit] = [1_000, 3_000];

async function failedTarget(target: FuzzTarget, end: FuzzEnd, resultDir: string, reading: Reading): Promise<Described> {
  const { importPath, name } = target;
  const { place, message } = fuzzWords(reading.places, importPath, end);
  const kept = await keepInput(target, end, resultDir, reading);
  const at = place ?? declaredAt(target, reading);
  const command = await commandFor(target, end, kept, reading);
  const lines = [
    clipEnd(
      message === "" ? "failed without output" : message.replaceAll(`\t${reading.places.root}/`, "\t"),
      messageLimit,
    ),
    ...(end.input === null
      ? []
      : [kept === null ? "the file with the input could not be kept" : `input: ${kept.shown}`]),
    ...(kept === null ? [] : [kept.text]),
    command,
  ];
  return { command, finding: findingOf(target, "error", at, [`${end.seed ?? name} failed`, ...lines]) };
}

function findingOf(
  { importPath, name }: FuzzTarget,
  severity: Finding["severity"],
  at: StackPlace | null,
  [title = "", ...lines]: readonly string[],
): Finding {
  const place = { path: at?.path ?? null, line: at?.line ?? null, column: null };
  const subject = { package: importPath, test: name };
  return { source: "fuzz", severity, ...place, title, message: lines.join("\n"), subject };
}

interface KeptInput {
  /** As people name it, from the repository. */
  readonly shown: string;
  /** Where Go wants it: relative to the repository. */
  readonly home: string;
  readonly text: string;
}

/** Brings the file that Go has written to where results are. */
async function keepInput(
  target: FuzzTarget,
  { input }: FuzzEnd,
  resultDir: string,
  { packages, module, output, redactor }: Reading,
): Promise<KeptInput | null> {
  const dir = corpusDir(target, packages);
  if (input === null || dir === null) return null;
  const home = posix.join(dir, posix.basename(input));
  const from = join(resultDir, keptDir, posix.relative(module.dir, home));
  if (!(await isRegularFile(from))) return null;
  const to = join(output.path, "fuzz", home);
  await moveRedacted(from, to, redactor);
  const text = (await readHead(to, inputLimit)).trimEnd();
  return { shown: output.relative(to), home, text };
}

/** The function itself: of a process that ended Go knows no more. */
function declaredAt({ importPath, name }: FuzzTarget, { packages, project }: Reading): StackPlace | null {
  const dir = packages.find((found) => found.importPath === importPath)?.dir;
  for (const path of project.files) {
    if (!path.endsWith("_test.go") || posix.dirname(path) !== dir) continue;
    const lines = readText(project, path)?.split("\n") ?? [];
    const at = lines.findIndex((line) => new RegExp(`^func\\s+${name}\\s*\\(`).test(line));
    if (at >= 0) return { path, line: at + 1 };
  }
  return null;
}

/** What makes a target fail again: with its input in place, by the seed, or by more fuzzing. */
async function commandFor(
  target: FuzzTarget,
  { seed }: FuzzEnd,
  kept: KeptInput | null,
  reading: Reading,
): Promise<string> {
  const { rerun } = reading;
  if (kept === null && seed === null) return againCommand(target, reading);
  const entry = kept === null ? `${seed}` : `${target.name}/${posix.basename(kept.home)}`;
  const test = rerun.wrap(reproCommand(target.importPath, entry, rerun.flags));
  if (kept === null) return test;
  const dir = posix.dirname(kept.home);
  return `mkdir -p ${shellWord(dir)} && cp ${shellWord(kept.shown)} ${shellWord(`${dir}/`)} && ${test}`;
}

function againCommand({ importPath, name }: FuzzTarget, { rerun, fuzzTime }: FuzzBench): string {
  const words = ["go", "test", ...rerun.flags, ...fuzzFlags(name, fuzzTime), importPath];
  return rerun.wrap(words.map(shellWord).join(" "));
}

function asFuzz(finding: Finding): Finding {
  return finding.source === "compile" ? finding : { ...finding, source: "fuzz" };
}

interface ReadStream {
  readonly run: TestRunResult;
  readonly stderr: string;
}

/** Reads a stream of `go test -json`, which goes to the log as text. */
async function read(
  command: CommandOutcome,
  { places, module, rerun, log, redact }: Reading,
  onEvent: (event: TestEvent) => void,
): Promise<ReadStream> {
  const stderr = await readHead(command.stderr, stderrLimit);
  const options: TestReaderOptions = { ...places, cwd: module.dir, flags: rerun.flags, wrap: rerun.wrap, stderr };
  const reader = createTestReader(options);
  const testLog = createTestLog((text) => log.write(redact(text)));
  const event = createEventReader();
  for await (const line of readLines(command.stdout)) {
    const next = event(line);
    onEvent(next);
    reader.accept(next);
    testLog.accept(next);
    if (log.full) await log.drain();
  }
  log.write(redact(stderr));
  const one: Command = { tool: "go", args: ["test"], env: {}, cwd: "module" };
  const ends = { end: "exited", commands: [await readCommandEnd(command)], missing: [] } as const;
  const died = deathOf({ passes: "exit-zero", commands: [one] }, ends);
  return { run: reader.end({ exitCode: command.exitCode, timedOut: false, stderr, died }), stderr };
}
