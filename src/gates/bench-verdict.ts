import { join } from "node:path";
import type { BenchmarkRun } from "../collect/bench.ts";
import { moveRedacted } from "../collect/files.ts";
import { noteOf, writeToldLog } from "../collect/logs.ts";
import { outputOf } from "../collect/output.ts";
import { type BenchmarkRow, changeOf, directionOf, lossOf, parseBenchstat } from "../go/benchstat.ts";
import type { Judgement } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Benchmark, Benchmarks, Finding } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { moduleSlugs } from "../model/stage-id.ts";
import { benchmarkValue, changeWords } from "../text/benchmark-value.ts";
import { firstOf, plural } from "../text/format.ts";
import { type Course, courseOf, isRefused, type Rounds } from "./bench-course.ts";
import { type BenchmarkBench, files } from "./bench-steps.ts";
import { errorIn, saysThatItDied } from "./broken-tool.ts";
import { failureOf, judgedOf } from "./judged.ts";

/** What the steps of a stage have come to; brings what they printed to the output directory, and writes the log. */
export async function judgeBenchmarks(stage: Stage, outcome: StepOutcome, bench: BenchmarkBench): Promise<Judgement> {
  const course = await courseOf(stage, outcome, bench);
  const said: string[] = [];
  const judgement = await judgementOf(stage, outcome, { course, bench, said });
  const note = noteOf(outcome.problem);
  const lines = [...said, ...(note === null ? [] : [note])].map((text) => text.trimEnd());
  await writeToldLog(
    bench.output.log(stage.id),
    lines.filter((line) => line !== ""),
    bench.redactor,
  );
  return judgement;
}

interface Facts {
  readonly course: Course;
  readonly bench: BenchmarkBench;
  /** Gets what people are told, for the log. */
  readonly said: string[];
}

async function judgementOf(stage: Stage, outcome: StepOutcome, { course, bench, said }: Facts): Promise<Judgement> {
  const { list, listPassed, base, rounds } = course;
  if (!listPassed) {
    said.push(list.said);
    const { death, ...judged } = await judgedOf(stage, { ...outcome, end: "exited" });
    return { failure: failureOf({ ...judged, death }, list.failedBecause), findings: findingsOf(list) };
  }
  if (base === null) return { failure: null, findings: [], skipped: "no benchmarks" };
  if (isRefused(base, bench)) {
    const why = "problem" in base ? base.problem : "";
    return { failure: `bench-threshold is held against nothing: ${why}`, findings: [], broken: true };
  }
  if (rounds === null) return { failure: "the benchmarks did not run", findings: [] };
  const kept = await keepFiles(stage, rounds, { course, bench });
  if (!rounds.passed) {
    said.push(rounds.head.said);
    return { failure: failureWords(rounds.head), findings: findingsOf(rounds.head) };
  }
  if (rounds.results.head === 0) {
    said.push(rounds.head.said);
    const why = `no benchmark has given a result that matches bench-pattern ${bench.config.benchPattern}`;
    return { failure: null, findings: [], skipped: why };
  }
  return await compared(stage, { course, bench, said }, kept);
}

/** Benchmarks count as tests for `go test`, and fail as they do. */
function findingsOf({ findings }: BenchmarkRun): readonly Finding[] {
  return findings.map((finding) => (finding.source === "test" ? { ...finding, source: "bench" } : finding));
}

function failureWords({ packages, failedBecause }: BenchmarkRun): string {
  // Each round runs them all.
  const failed = packages.reduce((sum, { failures }) => sum + new Set(failures.map(({ name }) => name)).size, 0);
  const others = packages.some((entry) => entry.status === "failed" && (entry.failed === 0 || entry.reason !== null));
  if (failed > 0 && !others) return `${plural(failed, "benchmark")} failed`;
  return failedBecause ?? "not all benchmarks have run";
}

function failedAtBase(base: BenchmarkRun): string | null {
  return base.failedBecause === null ? null : failureWords(base);
}

/** Brings what was printed to `bench`, with several modules to a directory of each; answers where. */
async function keepFiles(
  { module }: Stage,
  { dir, results }: Rounds,
  { bench }: Pick<Facts, "course" | "bench">,
): Promise<Kept> {
  const { output, project, redactor } = bench;
  const scope = { modules: project.modules.map((found) => found.dir), root: project.directory };
  const slug = moduleSlugs(scope, Object.values(files)).get(module ?? ".") ?? ".";
  const to = join(output.path, "bench", project.modules.length === 1 ? "" : slug);
  const names = [files.head, ...(results.base > 0 ? [files.base] : [])];
  for (const name of names) await moveRedacted(join(dir, name), join(to, name), redactor);
  return { dir: to, paths: names.map((name) => output.relative(join(to, name))) };
}

/** There should be something to hold a limit against, and there is not; what is new has nothing. */
function isUnheld({ base, baseList, sides }: Course, { config }: BenchmarkBench): boolean {
  if (config.benchThreshold === null || base === null || sides.base.length > 0) return false;
  return "problem" in base ? base.unknown : baseList !== null && baseList.failedBecause !== null;
}

interface Kept {
  /** Absolute. */
  readonly dir: string;
  /** As reports name them. */
  readonly paths: readonly string[];
}

/** What benchstat says of results that are there; without it nobody knows. */
async function compared(stage: Stage, { course, bench, said }: Facts, kept: Kept): Promise<Judgement> {
  const [data, table] = course.compared?.commands ?? [];
  if (data === undefined) return { failure: "benchstat did not run", findings: [], broken: true };
  const { stdout, stderr } = await outputOf([data]);
  const rows = data.exitCode === 0 && !saysThatItDied(stderr) ? parsed(stdout) : null;
  if (rows === null || !rows.some(({ head }) => head !== null)) {
    said.push(stderr);
    const how = data.exitCode === null ? `was ended by ${data.signal ?? "a signal"}` : `exited with ${data.exitCode}`;
    const why = [errorIn(stderr), rows === null && data.exitCode === 0 ? "its output cannot be read" : ""];
    const words = [`benchstat ${how}`, ...why.filter((part) => part !== "")].join(": ");
    return { failure: words, findings: [], broken: true };
  }
  const unread = stderr.split("\n").filter((line) => unreadable.test(line)).length;
  const lacks = unread === 0 ? [] : [`benchstat cannot read ${plural(unread, "line")} of results`];
  const notes = [...notesOf(course), ...lacks];
  const unheld = isUnheld(course, bench) ? [`bench-threshold is held against nothing: ${notes[0] ?? ""}`] : [];
  const warning = [...unheld, ...lacks].join("; ") || null;
  const text = table === undefined ? "" : (await outputOf([table])).stdout;
  said.push(...notes, text);
  const shown = table === undefined ? [] : [await keepTable(table.stdout, kept, bench)];
  const results = rows.flatMap((row) => (row.head === null ? [] : [resultOf(row, bench.config.benchThreshold)]));
  const benchmarks: Benchmarks = {
    module: stage.module ?? ".",
    base:
      course.sides.base.length === 0 || course.base === null || "problem" in course.base ? null : course.base.commit,
    threshold: bench.config.benchThreshold,
    notes,
    files: [...kept.paths, ...shown],
    results,
  };
  const findings = results.filter(({ exceeds }) => exceeds).map((row) => worse(row, bench.config.benchThreshold));
  const count = new Set(results.filter(({ exceeds }) => exceeds).map((row) => `${row.package} ${row.name}`)).size;
  const failure =
    count === 0
      ? null
      : `${plural(count, "benchmark is", "benchmarks are")} worse by more than ${bench.config.benchThreshold} %`;
  return { failure, findings, warning, products: [{ type: "benchmarks", benchmarks }] };
}

/** Lines that are no results in the format of benchmarks, as those of a benchmark that prints between its name and its numbers. */
const unreadable = /(?:head|base)\.txt:\d+: /;

function parsed(text: string): readonly BenchmarkRow[] | null {
  try {
    return parseBenchstat(text);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

async function keepTable(from: string, { dir }: Kept, { output, redactor }: BenchmarkBench): Promise<string> {
  const to = join(dir, files.table);
  await moveRedacted(from, to, redactor);
  return output.relative(to);
}

function notesOf({ base, baseList, sides, rounds }: Course): readonly string[] {
  if (base !== null && "problem" in base) return [`compared with nothing: ${base.problem}`];
  if (baseList === null) return [];
  const known = new Map(baseList.packages.map((entry) => [entry.importPath, entry]));
  const broken = sides.head.filter((path) => known.get(path)?.status === "failed");
  const absent = sides.head.filter((path) => !known.has(path));
  const failed = rounds === null || sides.base.length === 0 ? null : failedAtBase(rounds.base);
  return [
    ...(broken.length === 0
      ? []
      : [`at the base these do not build, and are compared with nothing: ${firstOf(broken, 5)}`]),
    ...(absent.length === 0 ? [] : [`at the base there is no ${firstOf(absent, 5)}`]),
    ...(known.size === 0
      ? [`at the base nothing can be run: ${baseList.failedBecause ?? "go test did not say why"}`]
      : []),
    ...(failed === null ? [] : [`at the base not all could be measured: ${failed}`]),
  ];
}

function resultOf(row: BenchmarkRow, threshold: number | null): Benchmark {
  const change = changeOf(row);
  return {
    ...row,
    change: change === null || !Number.isFinite(change) ? null : change,
    direction: directionOf(row),
    exceeds: threshold !== null && lossOf(row) > threshold,
  };
}

function worse(row: Benchmark, threshold: number | null): Finding {
  const { base, head, unit, p } = row;
  const value = (number: number | null): string => (number === null ? "–" : benchmarkValue(number, unit));
  const certain = p === null ? "" : `, p = ${p}`;
  const message = `${row.package}: Benchmark${row.name}: ${unit} ${value(base)} → ${value(head)} (${changeWords(row.change)}${certain}; bench-threshold is ${threshold} %)`;
  const title = `Benchmark${row.name} is worse`;
  return { source: "bench-change", severity: "error", path: null, line: null, column: null, title, message };
}
