import { constants } from "node:fs";
import { copyFile, mkdir, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ifThere, messageOf } from "../../errors.ts";
import { readStepEnd } from "../../files/step-end.ts";
import type { StepOutcome } from "../../model/outcome.ts";
import { hasPassed } from "../../model/passes.ts";
import type { ExecStep } from "../../model/step.ts";
import { digestOf } from "./digest.ts";

export interface LinkedProgramsOptions {
  /** Absolute path of a directory for programs; made when there is one. */
  readonly directory: string;
  readonly log: (line: string) => void;
}

/** The time that a program of an earlier run has until Go has looked at it. */
const unseen = new Date("2001-01-01T00:00:00Z");

/**
 * Programs that earlier runs linked, for steps with `linksAlike`. Go keeps no program in its build cache. But where one stands in the place of what it is to
 * link, it reads the build ID in it, which is of all packages, flags and the toolchain, and leaves a program that would come out the same, with a new time
 * (cmd/go/internal/work, useCache and BuildInstallFunc; seen with Go 1.26.8 and 1.27.1).
 */
export class LinkedPrograms {
  readonly #options: LinkedProgramsOptions;

  constructor(options: LinkedProgramsOptions) {
    this.#options = options;
  }

  /** Runs a step with what earlier runs linked in its places. What it leaves is what Go has linked or found to be the same; when it has passed that is kept. */
  async around(step: ExecStep, resultDir: string, run: () => Promise<StepOutcome>): Promise<StepOutcome> {
    const brought = await this.#bring(step, resultDir);
    const outcome = await run();
    const left = await takeAwayUnseen(resultDir, brought);
    if (hasPassed(step, await readStepEnd(step, outcome))) await this.#keep(step, resultDir, left);
    return outcome;
  }

  /** What was brought, by its place: which file it is. */
  async #bring(step: ExecStep, resultDir: string): Promise<ReadonlyMap<string, string>> {
    const brought = new Map<string, string>();
    await this.#unlessBroken(async () => {
      for (const out of step.leaves) {
        const [kept, path] = [this.#placeOf(step, out), join(resultDir, out)];
        if ((await ifThere(stat(kept))) === null) continue;
        await mkdir(dirname(path), { recursive: true });
        await copyWhole(kept, path, unseen);
        brought.set(out, await identityOf(path));
      }
    });
    return brought;
  }

  /** `left`: which of them Go has found to be the same, so that what is kept needs only the time of its last use. */
  async #keep(step: ExecStep, resultDir: string, left: ReadonlySet<string>): Promise<void> {
    await this.#unlessBroken(async () => {
      await mkdir(this.#options.directory, { recursive: true, mode: 0o700 });
      const now = new Date();
      for (const out of step.leaves) {
        const kept = this.#placeOf(step, out);
        if (left.has(out)) await utimes(kept, now, now);
        else await copyWhole(join(resultDir, out), kept, now);
      }
    });
  }

  /** The name says whose it is, not what it is made of: that is for Go to find. */
  #placeOf({ module, stage }: ExecStep, out: string): string {
    return join(this.#options.directory, digestOf([module, stage, out]));
  }

  async #unlessBroken(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#options.log(`programs of earlier runs cannot be used: ${messageOf(error)}`);
    }
  }
}

/** Go may have failed, or been ended, before it came to one of them. Gives those that it left as they are. */
async function takeAwayUnseen(resultDir: string, brought: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> {
  const left = new Set<string>();
  for (const [out, identity] of brought) {
    const path = join(resultDir, out);
    const found = await ifThere(stat(path));
    if (found?.mtimeMs === unseen.getTime()) await rm(path);
    else if (found !== null && (await identityOf(path)) === identity) left.add(out);
  }
  return left;
}

/** Go writes what it links to a file of its own first, and renames that. */
async function identityOf(path: string): Promise<string> {
  const { ino, birthtimeNs } = await stat(path, { bigint: true });
  return `${ino} ${birthtimeNs}`;
}

/** Half a program may have its build ID already: it is seen whole or not at all. A copy, since whoever gets the program may change it where it lies. */
async function copyWhole(from: string, to: string, time: Date): Promise<void> {
  const half = `${to}.new`;
  try {
    await copyFile(from, half, constants.COPYFILE_FICLONE);
    await utimes(half, time, time);
    await rename(half, to);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
