import { paragraph, renderMarkdown, table, words } from "../../src/report/markdown.ts";
import { median, minimum, ratio } from "../statistics.ts";
import { secondsText } from "../table.ts";
import type { ScaleRun } from "./run.ts";

/** What the action's own process may take, whatever a repository prints. */
export const memoryLimit = 400 * 1024 ** 2;

interface Row {
  readonly title: string;
  readonly of: (run: ScaleRun) => number | null;
  readonly text: (value: number | null) => string;
}

const rows: readonly Row[] = [
  { title: "time after the last stage", of: ({ phases }) => phases?.afterLastStageMs ?? null, text: secondsText },
  { title: "CPU time of the action there", of: ({ cpuAfterMs }) => cpuAfterMs, text: secondsText },
  {
    title: "CPU time of the action in all",
    of: ({ measured }) => measured.ownCpu.at(-1)?.cpuMs ?? null,
    text: secondsText,
  },
  { title: "time in all", of: ({ measured }) => measured.wallMs, text: secondsText },
  { title: "peak memory of the action", of: ({ measured }) => measured.peakMemoryBytes, text: mebibytes },
];

/** A table of Markdown: of each build the median and the least of its runs, and what ours is in parts of the first. */
export function comparedTable(runs: ReadonlyMap<string, readonly ScaleRun[]>): string {
  const names = [...runs.keys()];
  const [first = "", last = ""] = [names[0], names.at(-1)];
  const valuesOf = (name: string, { of }: Row): readonly number[] =>
    (runs.get(name) ?? []).flatMap((run) => of(run) ?? []);
  const cells = rows.map((row) => [
    row.title,
    ...names.map((name) => {
      const values = valuesOf(name, row);
      return `${row.text(median(values))} (${row.text(minimum(values))})`;
    }),
    ...(first === last
      ? []
      : [median, minimum].map((of) => {
          const value = ratio(of(valuesOf(last, row)), of(valuesOf(first, row)));
          return value === null ? "–" : value.toFixed(2);
        })),
  ]);
  const titles = [...names, ...(first === last ? [] : ["ratio of medians", "ratio of minima"])];
  const columns = [{ title: "" }, ...titles.map((title) => ({ title, align: "right" as const }))];
  const note = "Median and, in brackets, the least.";
  return renderMarkdown([
    paragraph(words(note)),
    table(
      columns,
      cells.map((texts) => texts.map((text) => [words(text)])),
    ),
  ]);
}

function mebibytes(bytes: number | null): string {
  return bytes === null ? "–" : `${Math.round(bytes / 1024 ** 2)} MiB`;
}
