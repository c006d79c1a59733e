import { createReadStream, createWriteStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { makeParent, type OutputDir } from "../files/output-dir.ts";
import { junitHead, junitTail } from "../go/junit-frame.ts";
import type { TestsProduct } from "../model/judgement.ts";
import type { Stage } from "../model/stage.ts";
import { isRegularFile, moveFile } from "./files.ts";

type Parts = Pick<TestsProduct, "parts" | "tests"> & { readonly stage: Pick<Stage, "id"> };

/**
 * `tests/junit.xml` and `tests/test2json.jsonl` of the run, out of what its modules left, one after the other: modules are tested side by side, their
 * streams do not mix. Parts are gone afterwards. Answers in sentences what cannot be read any more.
 */
export async function joinTests(modules: readonly Parts[], { tests }: OutputDir): Promise<readonly string[]> {
  if (modules.length === 0) return [];
  const lost = new Set<string>();
  const readable = async (name: string, part: keyof TestsProduct["parts"]): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const { stage, parts } of modules) {
      for (const path of parts[part]) {
        if (await isRegularFile(path)) found.push(path);
        else lost.add(`${name} lacks what ${stage.id} left: something has removed it while the run went on.`);
      }
    }
    return found;
  };
  await joinEvents(join(tests, "test2json.jsonl"), await readable("tests/test2json.jsonl", "events"));
  const packages = modules.flatMap((module) => module.tests.packages);
  await joinSuites(join(tests, "junit.xml"), await readable("tests/junit.xml", "suites"), junitHead(packages));
  return [...lost];
}

/** The first part becomes the file; it may be large, and is the only one as a rule. */
async function joinEvents(to: string, [first, ...others]: readonly string[]): Promise<void> {
  if (first === undefined) return;
  await moveFile(first, to);
  if (others.length > 0) await pipeline(lines(others, await isUnfinished(to)), createWriteStream(to, { flags: "a" }));
}

/** Each part begins on a line of its own, also after one that was cut off. */
async function* lines(paths: readonly string[], unfinished: boolean): AsyncGenerator<Buffer> {
  let last = unfinished ? 0 : newLine;
  for (const path of paths) {
    let begun = false;
    const chunks: AsyncIterable<Buffer> = createReadStream(path);
    for await (const chunk of chunks) {
      if (!begun && last !== newLine) yield Buffer.from("\n");
      begun = true;
      last = chunk.at(-1) ?? last;
      yield chunk;
    }
    await rm(path);
  }
}

const newLine = 0x0a;

/** True for a file whose last line has no end. */
async function isUnfinished(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    return bytesRead === 1 && buffer[0] !== newLine;
  } finally {
    await file.close();
  }
}

async function joinSuites(to: string, paths: readonly string[], head: string): Promise<void> {
  await makeParent(to);
  await pipeline(framed(paths, head), createWriteStream(to, { flags: "wx" }));
}

async function* framed(paths: readonly string[], head: string): AsyncGenerator<Buffer | string> {
  yield head;
  for (const path of paths) {
    const chunks: AsyncIterable<Buffer> = createReadStream(path);
    yield* chunks;
    await rm(path);
  }
  yield junitTail;
}
