import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ratioChart } from "./chart/ratios.ts";
import { timelineChart } from "./chart/timeline.ts";
import { type BenchResult, resultSchema } from "./model.ts";
import { resultMarkdown } from "./table.ts";

/** Writes everything that is made from one result: the figures, the tables and the charts. */
export async function writeResult(directory: string, result: BenchResult): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "result.json"), `${JSON.stringify(result, null, 2)}\n`);
  await writeFile(join(directory, "table.md"), resultMarkdown(result));
  const title = `${result.subject.name} on ${result.engine}: ours in parts of plain`;
  await writeFile(join(directory, "ratios.svg"), ratioChart([result], title));
  for (const { name } of result.cases) {
    const chart = timelineChart(result, name);
    if (chart !== null) await writeFile(join(directory, `timeline-${name}.svg`), chart);
  }
}

/** Throws when the file is not a result of this bench. */
export async function readResult(path: string): Promise<BenchResult> {
  return resultSchema.parse(JSON.parse(await readFile(path, "utf8")));
}
