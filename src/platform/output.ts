import { once } from "node:events";
import type { Writable } from "node:stream";

/** Lines to a stream that may be slow or gone. */
export interface Output {
  /** Writes at once; what the reader cannot take yet is held in memory. */
  line(text: string): void;
  /** Writes a text as it is. */
  text(text: string): void;
  /** Writes line by line, each as `shown` has it, and waits for a slow reader, so that any amount of output needs little memory. */
  lines(texts: AsyncIterable<string> | Iterable<string>, shown?: (text: string) => string): Promise<void>;
  /** Resolves when everything written has left the process or nobody reads any more. */
  flush(): Promise<void>;
}

/**
 * Wraps standard output. A reader that went away (`| head`) is not an error of ours: what is written after that is dropped,
 * and the exit code still tells the verdict.
 */
export function createOutput(stream: Writable): Output {
  let gone = false;
  stream.on("error", () => {
    gone = true;
  });
  stream.on("close", () => {
    gone = true;
  });
  const write = (text: string): boolean => gone || stream.write(text);
  return {
    line: (text) => {
      write(`${text}\n`);
    },
    text: (text) => {
      write(text);
    },
    lines: async (texts, shown = (text) => text) => {
      for await (const text of texts) {
        if (!write(`${shown(text)}\n`)) await readerReady(stream);
      }
    },
    flush: () => (gone ? Promise.resolve() : drained(stream)),
  };
}

/** `drain` never comes from a stream whose reader is gone. */
async function readerReady(stream: Writable): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return;
  const controller = new AbortController();
  const { signal } = controller;
  const ends = ["drain", "close"].map((event) => once(stream, event, { signal }));
  // `once` rejects on an error of the stream and on the abort below; both mean there is nothing left to wait for.
  await Promise.race(ends).catch(() => undefined);
  controller.abort();
  await Promise.allSettled(ends);
}

function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    stream.once("close", resolve);
    stream.write("", () => {
      stream.off("close", resolve);
      resolve();
    });
  });
}
