import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFigures, withFigures } from "./figures.ts";
import type { BenchResult } from "./model.ts";
import { readResult } from "./write.ts";

/** Puts the results in docs/performance/*.json into docs/performance.md, with charts beside them. */

const docs = join(import.meta.dirname, "..", "docs");
const directory = join(docs, "performance");

const results: BenchResult[] = [];
for (const name of (await readdir(directory)).sort()) {
  if (name.endsWith(".json")) results.push(await readResult(join(directory, name)));
}
const { markdown, charts } = makeFigures(results);
const page = join(docs, "performance.md");
await writeFile(page, withFigures(await readFile(page, "utf8"), markdown));
for (const [name, svg] of charts) await writeFile(join(directory, name), svg);
