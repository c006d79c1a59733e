import { blockIds, type PageTestPackage } from "../../page/data.ts";
import { block, blockEnd, blockStart, json, pageEnd, pageScript, pageStart } from "./document.ts";
import { pageFiles } from "./files.ts";
import { logIds, pageLog } from "./logs.ts";
import type { PageMatter } from "./matter.ts";
import { pageOverview } from "./overview.ts";
import { createTestPages, type OutputBlock } from "./tests.ts";

/**
 * report.html in pieces: what is shown first, the script that shows it, then what it shows when somebody asks for it, a block each. One file, one log and one
 * package at a time are in memory, and the output of tests.
 */
export async function* pagePieces(matter: PageMatter): AsyncGenerator<string> {
  const { report } = matter;
  const logs = logIds(report);
  const overview = pageOverview(matter, logs);
  yield pageStart(`${overview.title}: Go pipeline ${overview.verdict}`);
  yield block(blockIds.overview, overview);
  const outputs: OutputBlock[] = [];
  yield* list(
    blockIds.tests,
    createTestPages(report, (output) => outputs.push(output)),
  );
  const { files, sources } = pageFiles(matter);
  yield block(blockIds.files, files);
  yield pageScript();
  for (const { id, text } of outputs) yield block(id, text);
  for (const [stage, id] of logs) {
    const log = await pageLog(stage, logs.size, matter);
    if (log !== null) yield block(id, log);
  }
  for (const { id, read } of sources) {
    const source = read();
    if (source !== null) yield block(id, source);
  }
  yield pageEnd();
}

function* list(id: string, packages: Iterable<PageTestPackage>): Generator<string> {
  yield blockStart(id);
  let separator = "[";
  for (const item of packages) {
    yield `${separator}${json(item)}`;
    separator = ",";
  }
  yield `${separator === "[" ? "[" : ""}]${blockEnd}`;
}
