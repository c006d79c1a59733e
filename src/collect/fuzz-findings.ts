import { join, posix } from "node:path";
import { readHead } from "../files/lines.ts";
import type { OutputDir } from "../files/output-dir.ts";
import { corpusDir, type FuzzTarget, fuzzFlags } from "../go/fuzz-target.ts";
import { type FuzzEnd, fuzzWords } from "../go/fuzzing.ts";
import { reproCommand } from "../go/repro.ts";
import type { SourceMap } from "../go/source-map.ts";
import type { StackPlace } from "../go/stack.ts";
import type { PlaceOptions } from "../go/test-place.ts";
import type { Module, Package, Project } from "../model/project.ts";
import type { Finding } from "../model/report.ts";
import { keptDir } from "../model/step.ts";
import type { Redactor } from "../platform/mask.ts";
import { clipEnd } from "../text/clip.ts";
import { shellWord } from "../text/shell.ts";
import { isRegularFile, moveRedacted } from "./files.ts";
import { readText } from "./go-sources.ts";
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

/** The same, with what Go's words about places mean. */
export interface FuzzReading extends FuzzBench {
  readonly places: PlaceOptions;
}

/** Workers tell of the inputs that they have tried ten times a second (internal/fuzz/fuzz.go); for the last of them Go waits a second or two, and a busy machine longer. */
export const stalledFor = 3;

interface Stalled {
  readonly message: string;
  readonly finding: Finding;
}

/** Go ends a worker that hangs when the time is over, keeps no input of it, and says that all is well (Go 1.26.8). */
export function stalledTarget(target: FuzzTarget, { stalledSeconds }: FuzzEnd, reading: FuzzReading): Stalled {
  const { name } = target;
  const message = `no input of ${name} came to an end in the last ${stalledSeconds} s: Go does not report one that hangs`;
  const lines = [`${name} stalled`, message, againCommand(target, reading)];
  return { message, finding: findingOf(target, "warning", declaredAt(target, reading), lines) };
}

export interface Described {
  readonly finding: Finding;
  readonly command: string;
}

/** Characters of an input, or of what a target says, that a finding shows. */
const [inputLimit, messageLimit] = [1_000, 3_000];

/** What a target said when it failed, with the input that made it, which is brought to `fuzz/<its path in the repository>`. */
export async function failedTarget(
  target: FuzzTarget,
  end: FuzzEnd,
  resultDir: string,
  reading: FuzzReading,
): Promise<Described> {
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
  { packages, module, output, redactor }: FuzzReading,
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
function declaredAt({ importPath, name }: FuzzTarget, { packages, project }: FuzzReading): StackPlace | null {
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
  reading: FuzzReading,
): Promise<string> {
  const { rerun } = reading;
  if (kept === null && seed === null) return againCommand(target, reading);
  const entry = kept === null ? `${seed}` : `${target.name}/${posix.basename(kept.home)}`;
  const test = rerun.wrap(reproCommand(target.importPath, entry, rerun.flags));
  if (kept === null) return test;
  const dir = posix.dirname(kept.home);
  return `mkdir -p ${shellWord(dir)} && cp ${shellWord(kept.shown)} ${shellWord(`${dir}/`)} && ${test}`;
}

/** What fuzzes a target once more. */
export function againCommand({ importPath, name }: FuzzTarget, { rerun, fuzzTime }: FuzzBench): string {
  const words = ["go", "test", ...rerun.flags, ...fuzzFlags(name, fuzzTime), importPath];
  return rerun.wrap(words.map(shellWord).join(" "));
}
