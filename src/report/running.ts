import picocolors from "picocolors";
import type { SeenTrouble } from "../model/events.ts";
import { clipName } from "../text/clip.ts";
import { aligned, clipWidth } from "../text/columns.ts";
import { formatDuration } from "../text/format.ts";
import { sanitizeLine } from "../text/sanitize.ts";

/** A stage that runs. */
interface Running {
  readonly startedAt: number;
  /** How far it is; empty when nobody knows. */
  words: string;
  /** When a line about it was printed last. */
  toldAt: number;
  /** What went wrong in it so far and was told. */
  troubles: number;
}

/** Failures of one stage that are told before its end, where all of them are. */
const maxTroubles = 10;

/** The stages that run just now, and what is said of them meanwhile. Times are milliseconds of any clock. */
export class RunningStages {
  readonly #stages = new Map<string, Running>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  start(stage: string): void {
    const now = this.#now();
    this.#stages.set(stage, { startedAt: now, words: "", toldAt: now, troubles: 0 });
  }

  end(stage: string): void {
    this.#stages.delete(stage);
  }

  seen(stage: string, words: string): void {
    const running = this.#stages.get(stage);
    if (running !== undefined) running.words = sanitizeLine(words);
  }

  /** What is printed at once; null for one too many. */
  trouble(stage: string, trouble: SeenTrouble, colour: boolean): string | null {
    const running = this.#stages.get(stage);
    if (running === undefined || running.troubles > maxTroubles) return null;
    running.toldAt = this.#now();
    running.troubles += 1;
    const more = running.troubles > maxTroubles;
    return more ? `… more failures in ${sanitizeLine(stage)}, told when it has ended` : troubleLine(trouble, colour);
  }

  /** A line for each stage of which nothing was printed for so long. */
  silent(ms: number): readonly string[] {
    const now = this.#now();
    return [...this.#stages].flatMap(([stage, running]) => {
      if (now - running.toldAt < ms) return [];
      running.toldAt = now;
      const words = running.words === "" ? "" : `: ${running.words}`;
      return [`… ${sanitizeLine(stage)} runs for ${formatDuration(now - running.startedAt)}${words}`];
    });
  }

  /** A line for each, no wider than the screen, and no more than it has room for. */
  lines(columns: number, rows: number, colour: boolean): readonly string[] {
    const now = this.#now();
    const paint = picocolors.createColors(colour);
    const all = [...this.#stages].map(([stage, { startedAt, words }]) => [
      `▶ ${clipWidth(sanitizeLine(stage), 40)}`,
      formatDuration(Math.floor((now - startedAt) / 1000) * 1000),
      words,
    ]);
    const shown = all.slice(0, Math.max(1, rows));
    const left = all.length - shown.length;
    const lines = aligned(shown).map((line) => paint.dim(clipWidth(line, columns)));
    return left === 0 ? lines : [...lines, paint.dim(`  … ${left} more`)];
  }
}

function troubleLine({ subject, within, place, said }: SeenTrouble, colour: boolean): string {
  const paint = picocolors.createColors(colour);
  const what = paint.red(`✗ ${clipName(sanitizeLine(subject), 120)}`);
  const where = [
    `in ${clipName(sanitizeLine(within), 120)}`,
    ...(place === null ? [] : [paint.cyan(sanitizeLine(place))]),
  ];
  return `${what} ${where.join(" ")}${said === null ? "" : `: ${clipName(sanitizeLine(said), 200)}`}`;
}
