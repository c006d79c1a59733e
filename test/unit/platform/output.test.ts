import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createOutput } from "../../../src/platform/output.ts";

/** A reader that takes one chunk after the other, only when told to. */
function slowReader(): { stream: Writable; text: () => string; release: () => void } {
  const chunks: string[] = [];
  const waiting: (() => void)[] = [];
  const stream = new Writable({
    highWaterMark: 8,
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk));
      waiting.push(done);
    },
  });
  return { stream, text: () => chunks.join(""), release: () => waiting.shift()?.() };
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("waits for a slow reader instead of filling the memory", async () => {
  const { stream, text, release } = slowReader();
  let produced = 0;
  function* lines(): Generator<string> {
    for (; produced < 100; produced++) yield "0123456789";
  }
  const written = createOutput(stream).lines(lines());
  await tick();
  expect(produced).toBe(0);
  for (let i = 0; i < 100; i++) {
    release();
    await tick();
  }
  await written;
  expect(text()).toBe("0123456789\n".repeat(100));
});

test("flush waits until the last line has been taken", async () => {
  const { stream, text, release } = slowReader();
  const output = createOutput(stream);
  output.line("last");
  let flushed = false;
  const flush = output.flush().then(() => {
    flushed = true;
  });
  await tick();
  expect(flushed).toBe(false);
  release();
  await tick();
  release();
  await flush;
  expect(text()).toBe("last\n");
});

test("a reader that went away ends nothing and hangs nothing", async () => {
  const broken = new Writable({
    highWaterMark: 4,
    write: (_chunk, _encoding, done) => done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })),
  });
  const output = createOutput(broken);
  output.line("dropped");
  await output.lines(["dropped too", "and this"]);
  output.line("and that");
  await output.flush();
  expect(broken.errored?.message).toBe("write EPIPE");
});

test("a reader that goes away in the middle of a block frees the writer", async () => {
  const { stream } = slowReader();
  const output = createOutput(stream);
  const written = output.lines(["a long first line", "second"]);
  await tick();
  stream.destroy();
  await written;
  await output.flush();
  expect(stream.destroyed).toBe(true);
});
