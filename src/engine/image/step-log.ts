import { closeSync, createReadStream } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";
import { createLineSplitter } from "../../text/lines.ts";
import { outputFiles } from "../outcome.ts";
import { openNew } from "../process.ts";

/** The log of one step: a file that only gets redacted lines. */
export class StepLog {
  readonly stdout: string;
  readonly stderr: string;
  readonly #file: FileHandle;
  readonly #redact: (text: string) => string;

  private constructor(file: FileHandle, stdout: string, stderr: string, redact: (text: string) => string) {
    this.#file = file;
    this.stdout = stdout;
    this.stderr = stderr;
    this.#redact = redact;
  }

  static async open(resultDir: string, redact: (text: string) => string): Promise<StepLog> {
    const { stdout, stderr } = outputFiles(resultDir, 0);
    for (const path of [stdout, stderr]) closeSync(openNew(path));
    return new StepLog(await open(stdout, "a"), stdout, stderr, redact);
  }

  async line(text: string): Promise<void> {
    await this.lines([text]);
  }

  async lines(texts: readonly string[]): Promise<void> {
    if (texts.length > 0) await this.#file.write(`${this.#redact(texts.join("\n"))}\n`);
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

/** Lines of a file, one after the other, of each a megabyte at most; then the file is gone. */
export async function* takeLines(path: string): AsyncGenerator<string> {
  let lines: string[] = [];
  const splitter = createLineSplitter((line) => lines.push(line));
  try {
    for await (const chunk of createReadStream(path, "utf8")) {
      splitter.write(String(chunk));
      yield* lines;
      lines = [];
    }
    splitter.end();
    yield* lines;
  } finally {
    await rm(path, { force: true });
  }
}
