import picocolors from "picocolors";
import { messageOf } from "../errors.ts";
import type { EventListener, RunEvent } from "../model/events.ts";
import type { StageResult } from "../model/report.ts";
import type { CiPlatform } from "../platform/platform.ts";
import { clipName } from "../text/clip.ts";
import { formatDuration } from "../text/format.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import { RunningStages } from "./running.ts";
import { type OutputOptions, passedLines, troubleLines } from "./stage-output.ts";
import { idleRows, rowName, type StageRow } from "./view/stage-rows.ts";
import { isTrouble, stageLooks } from "./view/status.ts";

export interface LogOptions extends OutputOptions {
  readonly platform: Pick<CiPlatform, "name" | "colour" | "log" | "group" | "warning" | "screen">;
  /** Stage ids in the order of the plan. */
  readonly order: readonly string[];
  /** Stages that each stage needs, by stage id. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  /** Modules that are checked. */
  readonly moduleCount: number;
  /** Milliseconds of any clock. */
  readonly now?: () => number;
}

export interface LogReporter {
  readonly listener: EventListener;
  /** Prints what was held back and resolves when everything is printed. Never throws: trouble with the log is a warning. */
  readonly finish: () => Promise<void>;
}

type Finished = Extract<RunEvent, { type: "stage-finished" }>;

/** Of a log that nobody can redraw: how long a stage may be silent. */
const silenceMs = 60_000;
/** Of a screen. */
const redrawMs = 500;

/**
 * The live log: a line when a stage starts and ends, when a test has failed, and once a minute for a stage that is silent; one for stages that have nothing to do for one reason, in a module and in many; the output of a stage as one block, folded when it passed. Stages in trouble come last and open, in the order
 * of the plan, each ending with the command that reproduces it. Blocks are printed one at a time, however stages overlap.
 */
export function createLogReporter(options: LogOptions): LogReporter {
  return new LiveLog(options);
}

class LiveLog implements LogReporter {
  readonly #options: LogOptions;
  readonly #isQuiet: boolean;
  readonly #running: RunningStages;
  readonly #held: Finished[] = [];
  readonly #idle: StageResult[] = [];
  readonly #queue: Queue;
  readonly #timer: NodeJS.Timeout | null;

  constructor(options: LogOptions) {
    const { platform, logLevel, now = () => performance.now() } = options;
    this.#options = options;
    this.#isQuiet = logLevel === "quiet";
    this.#running = new RunningStages(now);
    this.#queue = new Queue((problem) => platform.warning(`The log is incomplete: ${problem}`));
    const everyMs = platform.screen === undefined ? silenceMs / 6 : redrawMs;
    this.#timer = this.#isQuiet ? null : setInterval(() => this.#redraw(), everyMs);
    this.#timer?.unref();
  }

  readonly listener: EventListener = (event) => {
    if (event.type === "stage-finished" && stageLooks[event.result.status].idle) {
      this.#idle.push(event.result);
      return;
    }
    this.#tellIdle();
    this.#tell(event);
  };

  readonly finish = async (): Promise<void> => {
    const { platform, order } = this.#options;
    if (this.#timer !== null) clearInterval(this.#timer);
    platform.screen?.show([]);
    this.#tellIdle();
    const position = ({ result }: Finished): number => order.indexOf(result.id);
    for (const event of this.#held.splice(0).sort((a, b) => position(a) - position(b))) {
      this.#queue.add(() => printTrouble(event, this.#options));
    }
    await this.#queue.idle();
  };

  #print(line: string): void {
    this.#queue.add(() => this.#options.platform.log(line));
  }

  #redraw(): void {
    const { screen, colour } = this.#options.platform;
    if (screen === undefined) for (const line of this.#running.silent(silenceMs)) this.#print(line);
    else screen.show(this.#running.lines(screen.columns(), screen.rows() - 2, colour));
  }

  #tellIdle(): void {
    const { platform, needs, moduleCount } = this.#options;
    const rows = idleRows(this.#idle.splice(0), needs, moduleCount);
    if (!this.#isQuiet) for (const row of rows) this.#print(endLine(row, platform.colour));
  }

  #tell(event: RunEvent): void {
    const { platform, logLevel } = this.#options;
    if (event.type === "stage-finished") this.#end(event);
    else if (event.type === "stage-started") {
      this.#running.start(event.stage);
      // A screen shows which stages run.
      if (!this.#isQuiet && platform.screen === undefined) this.#print(`▶ ${sanitizeLine(event.stage)}`);
    } else if (event.type === "stage-seen") this.#running.seen(event.stage, event.words);
    else if (event.type === "trouble-seen") {
      const line = this.#running.trouble(event.stage, event.trouble, platform.colour);
      if (line !== null && !this.#isQuiet) this.#print(line);
    } else if (logLevel === "debug") this.#print(`  ${sanitizeLine(event.stage)} │ ${sanitizeLine(event.line, 1_000)}`);
  }

  #end(event: Finished): void {
    const { result } = event;
    this.#running.end(result.id);
    const trouble = isTrouble(result);
    if (trouble || !this.#isQuiet) this.#print(endLine(rowOf(result), this.#options.platform.colour));
    if (trouble) this.#held.push(event);
    else if (showsPassed(this.#options, result)) this.#queue.add(() => printOutput(event, this.#options));
  }
}

/** One task after the other, in the order they came. */
class Queue {
  readonly #onProblem: (message: string) => void;
  #last: Promise<void> = Promise.resolve();

  constructor(onProblem: (message: string) => void) {
    this.#onProblem = onProblem;
  }

  add(task: () => unknown): void {
    this.#last = this.#last.then(async () => {
      try {
        await task();
      } catch (thrown) {
        this.#onProblem(messageOf(thrown));
      }
    });
  }

  idle(): Promise<void> {
    return this.#last;
  }
}

/** A terminal cannot fold, so there the output of stages that passed is for those who ask for it. */
function showsPassed({ platform, logLevel, shown }: LogOptions, { gate }: StageResult): boolean {
  const asked = platform.name === "github" || shown(gate).asked;
  return logLevel === "debug" || (logLevel === "normal" && asked);
}

function rowOf(result: StageResult): StageRow {
  return { first: result, ids: [result.id], place: "" };
}

function endLine(row: StageRow, colour: boolean): string {
  const { status, durationMs, cached, reason, startedAt } = row.first;
  const time = startedAt === null || stageLooks[status].idle ? "" : ` in ${formatDuration(durationMs)}`;
  const why = reason === null ? "" : `: ${clipName(sanitizeLine(reason), 300)}`;
  const look = stageLooks[status];
  const head = picocolors.createColors(colour)[look.colour](`${look.sign} ${rowName(row)} ${status}`);
  return `${head}${time}${cached ? " (cached)" : ""}${why}`;
}

async function printOutput(event: Finished, options: LogOptions): Promise<void> {
  const lines = passedLines(event, options);
  const first = await lines.next();
  if (first.done === true) return;
  await options.platform.group(`${sanitizeLine(event.result.id)}: output`, prepend(first.value, lines), false);
}

async function* prepend(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

async function printTrouble(event: Finished, options: LogOptions): Promise<void> {
  const { platform } = options;
  platform.log("");
  await platform.group(endLine(rowOf(event.result), platform.colour), troubleLines(event, options), true);
}
