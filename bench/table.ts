import {
  type Cell,
  code,
  heading,
  type MarkdownBlock,
  paragraph,
  renderMarkdown,
  table,
  words,
} from "../src/report/markdown.ts";
import { checkOf } from "./commands.ts";
import type { BenchResult, CaseName, Sample } from "./model.ts";
import { median } from "./statistics.ts";
import { type CaseSummary, type Spread, summarize } from "./summary.ts";

/** What a case is called for people. */
export const caseTitles: Readonly<Record<CaseName, string>> = {
  cold: "cold",
  unchanged: "nothing changed",
  changed: "one file changed",
  fresh: "fresh: nothing changed",
  "fresh-changed": "fresh: one file changed",
  "fresh-data": "fresh: test data changed",
  "fresh-gomod": "fresh: go.mod changed",
  "fresh-merge": "fresh: merge of the same tree",
  "fresh-kept": "fresh, old times: one file changed",
};

/** A section of Markdown for one run of the bench: machine, ratios, and where the time of plain and ours went. */
export function resultMarkdown(result: BenchResult): string {
  return renderMarkdown(resultBlocks(result));
}

export function resultBlocks(result: BenchResult): readonly MarkdownBlock[] {
  const summaries = summarize(result);
  return [
    heading(3, code(result.subject.name), words(` on ${result.engine}`)),
    paragraph(...aboutLine(result)),
    ratioTable(summaries),
    ...earlierNote(summaries),
    ...failureNote(summaries),
    ...transferTable(result),
    ...stepTable(result),
  ];
}

function aboutLine({ subject, machine, startedAt }: BenchResult): Cell {
  const commit = subject.commit === null ? "" : ` at ${subject.commit.slice(0, 10)}`;
  const modules = subject.modules === 1 ? "" : `${subject.modules} modules, `;
  const counts = `${modules}${subject.packages} packages, ${subject.testPackages} with tests, ${subject.mains} main`;
  const memory = `${(machine.memoryBytes / 1024 ** 3).toFixed(0)} GiB`;
  const tools = `${machine.go}, Node ${machine.node}, ${machine.system}, ${machine.archiver}`;
  const about = [
    words(`: ${counts}; edited: `),
    code(subject.edited),
    ...(subject.data === null ? [] : [words(", test data: "), code(subject.data)]),
    words(`. ${machine.cpu}, ${machine.cores} cores, ${memory}; ${tools}. Measured ${startedAt.slice(0, 10)}.`),
  ];
  return [code(`${subject.module}${commit}`), ...about];
}

function ratioTable(summaries: readonly CaseSummary[]): MarkdownBlock {
  const times = ["plain", "parallel", "ours", "ours / plain", "ours / parallel", "limit", "ours / limit"];
  const titles = [...times, "before", "after", "memory", "load"];
  const columns = [{ title: "case" }, ...titles.map((title) => ({ title, align: "right" as const }))];
  return table(columns, summaries.map(ratioRow));
}

function ratioRow(summary: CaseSummary): readonly Cell[] {
  const once = summary.rounds === 1;
  const texts = [
    caseTitles[summary.name],
    spreadText(summary.plain, once),
    spreadText(summary.parallel, once),
    spreadText(summary.ours, once),
    ratioText(summary.toPlain),
    ratioText(summary.toParallel),
    secondsText(summary.limitMs),
    ratioText(summary.toLimit),
    secondsText(summary.beforeFirstStageMs),
    secondsText(summary.afterLastStageMs),
    memoryText(summary.peakMemoryBytes),
    summary.load.map((load) => load.toFixed(1)).join("–"),
  ];
  return texts.map((text) => [words(text)]);
}

function earlierNote(summaries: readonly CaseSummary[]): readonly MarkdownBlock[] {
  const notes = summaries.flatMap(({ name, rounds, earlier, toEarlier }) =>
    toEarlier === null
      ? []
      : `${caseTitles[name]} ${spreadText(earlier, rounds === 1)} (ours / earlier ${ratioText(toEarlier)})`,
  );
  return notes.length === 0 ? [] : [paragraph(words(`An earlier build: ${notes.join("; ")}.`))];
}

function failureNote(summaries: readonly CaseSummary[]): readonly MarkdownBlock[] {
  const notes = summaries.flatMap(({ name, failed }) =>
    failed.length === 0 ? [] : `${caseTitles[name]}: ${failed.join(", ")}`,
  );
  return notes.length === 0 ? [] : [paragraph(words(`Checks failed in: ${notes.join("; ")}.`))];
}

function transferTable({ cases }: BenchResult): readonly MarkdownBlock[] {
  const rows = cases.flatMap(({ name, samples }) =>
    (["plain", "parallel", "ours"] as const).flatMap((contender) => {
      const own = samples.filter((sample) => sample.contender === contender);
      const transfers = own.flatMap((sample) => sample.transfer ?? []);
      if (transfers.length === 0) return [];
      const texts = [
        `${caseTitles[name]}: ${contender}`,
        secondsText(median(transfers.map(({ restoreMs }) => restoreMs))),
        memoryText(median(transfers.map(({ restoredBytes }) => restoredBytes))),
        secondsText(median(transfers.map(({ saveMs }) => saveMs))),
        memoryText(median(transfers.map(({ savedBytes }) => savedBytes))),
      ];
      return [texts.map((text) => [words(text)])];
    }),
  );
  const titles = ["restore", "restored", "save", "saved"].map((title) => ({ title, align: "right" as const }));
  return rows.length === 0 ? [] : [table([{ title: "caches" }, ...titles], rows)];
}

/** Plain's steps beside the stages of ours: what takes how long, and what parallel running stretches. Those of several modules are added up. */
function stepTable({ cases, subject }: BenchResult): readonly MarkdownBlock[] {
  const columns = cases.flatMap(({ name, samples }) => [
    { title: `${caseTitles[name]}: plain`, times: medians(samples, plainTimes) },
    { title: "ours", times: medians(samples, stageTimes) },
  ]);
  const names = [...new Set(columns.flatMap(({ times }) => [...times.keys()]))];
  const head = columns.map(({ title }) => ({ title, align: "right" as const }));
  const rows = names.map((name) => [
    [words(name)],
    ...columns.map(({ times }) => [words(secondsText(times.get(name) ?? null))]),
  ]);
  return [
    table([{ title: subject.modules === 1 ? "step or stage" : "steps or stages of all modules" }, ...head], rows),
  ];
}

type Times = readonly (readonly [name: string, ms: number])[];

function plainTimes({ contender, steps }: Sample): Times {
  if (contender !== "plain") return [];
  return summed(steps.map(({ name, wallMs }) => [checkOf(name) === "download" ? "deps" : checkOf(name), wallMs]));
}

function stageTimes({ phases }: Sample): Times {
  return summed((phases?.stages ?? []).map(({ id, durationMs }) => [checkOf(id), durationMs]));
}

function summed(times: Times): Times {
  const sums = new Map<string, number>();
  for (const [name, ms] of times) sums.set(name, (sums.get(name) ?? 0) + ms);
  return [...sums];
}

function medians(samples: readonly Sample[], timesOf: (sample: Sample) => Times): ReadonlyMap<string, number> {
  const byName = new Map<string, number[]>();
  for (const [name, ms] of samples.flatMap(timesOf)) byName.set(name, [...(byName.get(name) ?? []), ms]);
  return new Map([...byName].map(([name, times]) => [name, median(times) ?? 0]));
}

const missing = "–";

/** `2.41 s`, `184 s`. */
export function secondsText(ms: number | null): string {
  if (ms === null) return missing;
  return ms < 99_950 ? `${(ms / 1000).toFixed(ms < 9_995 ? 2 : 1)} s` : `${Math.round(ms / 1000)} s`;
}

function spreadText({ medianMs, leastMs }: Spread, once: boolean): string {
  return once || medianMs === null ? secondsText(medianMs) : `${secondsText(medianMs)} (${secondsText(leastMs)})`;
}

function ratioText(value: number | null): string {
  return value === null ? missing : value.toFixed(2);
}

function memoryText(bytes: number | null): string {
  return bytes === null ? missing : `${Math.round(bytes / 1024 ** 2)} MiB`;
}
