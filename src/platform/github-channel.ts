import { randomBytes } from "node:crypto";
import * as core from "@actions/core";
import type { Output } from "./output.ts";
import { unmatched } from "./problem-matchers.ts";

/**
 * Standard output as the runner reads it: it obeys commands (`::error::…`) wherever they stand, so text of others is written while
 * commands are stopped, and our own commands wait until they are obeyed again. Groups and uploads never overlap, since the
 * client for uploads issues commands of its own.
 */
export interface Channel {
  /** Runs something that prints a command or a line, as soon as commands are obeyed. */
  readonly say: (speak: () => void) => void;
  /** The same at once, in the middle of a group too: a secret has to be registered before the next line. */
  readonly sayNow: (speak: () => void) => void;
  readonly group: (title: string, lines: AsyncIterable<string> | Iterable<string>, open: boolean) => Promise<void>;
  /** Folds what the client prints. */
  readonly upload: <T>(run: () => Promise<T>) => Promise<T>;
  /** The same of what the client for attestations prints: a token that it registers as a secret. */
  readonly attest: <T>(run: () => Promise<T>) => Promise<T>;
  /** Resolves when no group is being written. */
  readonly idle: () => Promise<void>;
}

export function createChannel(output: Output): Channel {
  const commands = createSwitch();
  const uploads = createFold("Uploading workflow artifacts");
  const attestations = createFold("Attesting");
  const held: (() => void)[] = [];
  let groups: Promise<unknown> = Promise.resolve();

  const write = async (
    title: string,
    lines: AsyncIterable<string> | Iterable<string>,
    open: boolean,
  ): Promise<void> => {
    if (!open) core.startGroup(title);
    commands.stop();
    try {
      if (open) output.line(unmatched(title));
      await output.lines(lines, unmatched);
    } finally {
      commands.resume();
      if (!open) core.endGroup();
      for (const speak of held.splice(0)) speak();
    }
  };

  return {
    say: (speak) => {
      if (commands.stopped()) held.push(speak);
      else speak();
    },
    sayNow: (speak) => {
      if (!commands.stopped()) return speak();
      commands.resume();
      speak();
      commands.stop();
    },
    group: (title, lines, open) => {
      const before = Promise.allSettled([groups, ...uploads.running(), ...attestations.running()]);
      const group = before.then(() => write(title, lines, open));
      groups = Promise.allSettled([group]);
      return group;
    },
    upload: (run) => uploads.add(groups, run),
    attest: (run) => attestations.add(groups, run),
    idle: () => groups.then(() => undefined),
  };
}

/** While stopped, the runner takes every line as text until it reads the token (128 random bits, so nobody can guess it). */
function createSwitch(): { readonly stop: () => void; readonly resume: () => void; readonly stopped: () => boolean } {
  let token: string | null = null;
  return {
    stop: () => {
      token = randomBytes(16).toString("hex");
      core.info(`::stop-commands::${token}`);
    },
    resume: () => {
      core.info(`::${token}::`);
      token = null;
    },
    stopped: () => token !== null,
  };
}

/** One group around everything that runs at the same time. */
function createFold(title: string): {
  readonly add: <T>(before: Promise<unknown>, run: () => Promise<T>) => Promise<T>;
  readonly running: () => readonly Promise<unknown>[];
} {
  const waiting = new Set<Promise<unknown>>();
  let inside = 0;
  const folded = async <T>(before: Promise<unknown>, run: () => Promise<T>): Promise<T> => {
    await before;
    if (inside++ === 0) core.startGroup(title);
    try {
      return await run();
    } finally {
      if (--inside === 0) core.endGroup();
    }
  };
  return {
    add: (before, run) => {
      const work = folded(before, run);
      waiting.add(work);
      const done = (): boolean => waiting.delete(work);
      work.then(done, done);
      return work;
    },
    running: () => [...waiting],
  };
}
