import type { Watcher } from "../model/events.ts";
import { GrowingFile } from "./growing-file.ts";
import { LineCutter } from "./lines.ts";

export interface FollowOptions {
  /** Of a file that grows while a stage runs; it may not be there yet, or never come. */
  readonly path: string;
  readonly watcher: Watcher;
  /** Called when the words have changed. */
  readonly onProgress: (words: string) => void;
  /** Milliseconds; 250 if not given. */
  readonly intervalMs?: number;
}

export interface Following {
  /** Looks once more, and no more after that. */
  end(): Promise<void>;
}

/** What a stage has printed beyond that when it ends is left to its report, which reads all of it again. */
const maxBytesAtEnd = 16 * 1024 * 1024;

/** Follows a file. A file that cannot be read is not followed any more, and a watcher that makes a verdict of it is told. */
export function followFile(options: FollowOptions): Following {
  return new Follower(options);
}

class Follower implements Following {
  readonly #watcher: Watcher;
  readonly #onProgress: FollowOptions["onProgress"];
  readonly #file: GrowingFile;
  readonly #lines = new LineCutter();
  readonly #timer: NodeJS.Timeout;
  #told = "";
  /** null: nobody looks just now. */
  #looking: Promise<void> | null = null;
  #stopped = false;

  constructor({ path, watcher, onProgress, intervalMs = 250 }: FollowOptions) {
    this.#watcher = watcher;
    this.#onProgress = onProgress;
    this.#file = new GrowingFile(path);
    this.#timer = setInterval(() => this.#lookAgain(), intervalMs);
    this.#timer.unref();
  }

  async end(): Promise<void> {
    const followed = !this.#stopped;
    this.#stop();
    await this.#looking;
    if (followed) await this.#lookLast().catch(() => this.#giveUp());
    await this.#file.close();
  }

  #lookAgain(): void {
    if (this.#stopped) return;
    this.#looking ??= this.#look(Number.POSITIVE_INFINITY)
      .catch(() => this.#giveUp())
      .finally(() => {
        this.#looking = null;
      });
  }

  async #look(limit: number): Promise<void> {
    if (!(await this.#file.isThere(() => this.#watcher.verdict?.begin()))) return;
    for await (const text of this.#file.pieces(limit)) await this.#take(text);
    const words = this.#watcher.progress();
    if (words !== this.#told) this.#onProgress(words);
    this.#told = words;
  }

  /** What has no line end is a line too when nothing can follow any more. */
  async #lookLast(): Promise<void> {
    const { verdict } = this.#watcher;
    await this.#look(verdict === undefined ? maxBytesAtEnd : Number.POSITIVE_INFINITY);
    if (verdict === undefined) return;
    await this.#take(this.#file.rest());
    const rest = this.#lines.rest();
    if (rest !== "") this.#watcher.line(rest);
  }

  async #take(text: string): Promise<void> {
    for (const line of this.#lines.take(text)) this.#watcher.line(line);
    await this.#watcher.verdict?.drain();
  }

  #giveUp(): void {
    this.#stop();
    this.#watcher.verdict?.lost();
  }

  #stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
}
