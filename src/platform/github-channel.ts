import { randomBytes } from "node:crypto";
import * as core from "@actions/core";
import type { Output } from "./output.ts";
import { unmatched } from "./problem-matchers.ts";

/**
 * Standard output as the runner reads it: it obeys commands (`::error::…`) wherever they stand, so text of others is written while
 * commands are stopped, and our own commands wait until they are obeyed again. Groups and uploads never overlap, since the
 * client for uploads issues commands of its own.
 */
export class Channel {
  readonly #output: Output;
  readonly #commands = new Switch();
  readonly #folds = new Map<string, Fold>();
  /** What waits until commands are obeyed again. */
  readonly #held: (() => void)[] = [];
  #groups: Promise<unknown> = Promise.resolve();

  constructor(output: Output) {
    this.#output = output;
  }

  /** Runs something that prints a command or a line, as soon as commands are obeyed. */
  say(speak: () => void): void {
    if (this.#commands.stopped) this.#held.push(speak);
    else speak();
  }

  /** The same at once, in the middle of a group too: a secret has to be registered before the next line. */
  sayNow(speak: () => void): void {
    const { stopped } = this.#commands;
    if (stopped) this.#commands.resume();
    speak();
    if (stopped) this.#commands.stop();
  }

  group(title: string, lines: Lines, open: boolean): Promise<void> {
    const folded = [...this.#folds.values()].flatMap((fold) => fold.running);
    const group = Promise.allSettled([this.#groups, ...folded]).then(() => this.#write(title, lines, open));
    this.#groups = Promise.allSettled([group]);
    return group;
  }

  /** Folds what a client prints, with what others of the title print at the same time. */
  fold<T>(title: string, run: () => Promise<T>): Promise<T> {
    const fold = this.#folds.get(title) ?? new Fold(title);
    this.#folds.set(title, fold);
    return fold.add(this.#groups, run);
  }

  /** Resolves when no group is being written. */
  async idle(): Promise<void> {
    await this.#groups;
  }

  async #write(title: string, lines: Lines, open: boolean): Promise<void> {
    if (!open) core.startGroup(title);
    this.#commands.stop();
    try {
      if (open) this.#output.line(unmatched(title));
      await this.#output.lines(lines, unmatched);
    } finally {
      this.#commands.resume();
      if (!open) core.endGroup();
      for (const speak of this.#held.splice(0)) speak();
    }
  }
}

type Lines = AsyncIterable<string> | Iterable<string>;

/** While stopped, the runner takes every line as text until it reads the token (128 random bits, so nobody can guess it). */
class Switch {
  #token: string | null = null;

  get stopped(): boolean {
    return this.#token !== null;
  }

  stop(): void {
    this.#token = randomBytes(16).toString("hex");
    core.info(`::stop-commands::${this.#token}`);
  }

  resume(): void {
    core.info(`::${this.#token}::`);
    this.#token = null;
  }
}

/** One group around everything that runs at the same time. */
class Fold {
  readonly #title: string;
  readonly #waiting = new Set<Promise<unknown>>();
  #inside = 0;

  constructor(title: string) {
    this.#title = title;
  }

  get running(): readonly Promise<unknown>[] {
    return [...this.#waiting];
  }

  add<T>(before: Promise<unknown>, run: () => Promise<T>): Promise<T> {
    const work = this.#folded(before, run);
    this.#waiting.add(work);
    const done = (): boolean => this.#waiting.delete(work);
    work.then(done, done);
    return work;
  }

  async #folded<T>(before: Promise<unknown>, run: () => Promise<T>): Promise<T> {
    await before;
    if (this.#inside++ === 0) core.startGroup(this.#title);
    try {
      return await run();
    } finally {
      if (--this.#inside === 0) core.endGroup();
    }
  }
}
