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
  const { platform, logLevel, order, needs, moduleCount, now = () => performance.now() } = options;
  const { screen } = platform;
  const running = new RunningStages(now);
  const held: Finished[] = [];
  const idle: StageResult[] = [];
  const queue = createQueue((problem) => platform.warning(`The log is incomplete: ${problem}`));
  const print = (line: string): void => queue.add(() => platform.log(line));

  const redraw = (): void => {
    if (screen === undefined) for (const line of running.silent(silenceMs)) print(line);
    else screen.show(running.lines(screen.columns(), screen.rows() - 2, platform.colour));
  };
  const timer = logLevel === "quiet" ? null : setInterval(redraw, screen === undefined ? silenceMs / 6 : redrawMs);
  timer?.unref();

  const tellIdle = (): void => {
    const rows = idleRows(idle.splice(0), needs, moduleCount);
    if (logLevel !== "quiet") for (const row of rows) print(endLine(row, platform.colour));
  };
  const finished = (event: Finished): void => {
    const trouble = isTrouble(event.result);
    if (trouble || logLevel !== "quiet") print(endLine(rowOf(event.result), platform.colour));
    if (trouble) held.push(event);
    else if (showsPassed(options, event.result)) queue.add(() => printOutput(event, options));
  };
  const listener: EventListener = (event) => {
    if (event.type === "stage-finished" && stageLooks[event.result.status].idle) {
      idle.push(event.result);
      return;
    }
    tellIdle();
    if (event.type === "stage-finished") {
      running.end(event.result.id);
      finished(event);
    } else if (event.type === "stage-started") {
      running.start(event.stage);
      // A screen shows which stages run.
      if (logLevel !== "quiet" && screen === undefined) print(`▶ ${sanitizeLine(event.stage)}`);
    } else if (event.type === "stage-seen") running.seen(event.stage, event.words);
    else if (event.type === "trouble-seen") {
      const line = running.trouble(event.stage, event.trouble, platform.colour);
      if (line !== null && logLevel !== "quiet") print(line);
    } else if (logLevel === "debug") print(`  ${sanitizeLine(event.stage)} │ ${sanitizeLine(event.line, 1_000)}`);
  };
  const finish = async (): Promise<void> => {
    if (timer !== null) clearInterval(timer);
    screen?.show([]);
    tellIdle();
    const position = ({ result }: Finished): number => order.indexOf(result.id);
    for (const event of held.splice(0).sort((a, b) => position(a) - position(b))) {
      queue.add(() => printTrouble(event, options));
    }
    await queue.idle();
  };
  return { listener, finish };
}

/** One task after the other, in the order they came. */
function createQueue(onProblem: (message: string) => void): {
  readonly add: (task: () => unknown) => void;
  readonly idle: () => Promise<void>;
} {
  let last: Promise<void> = Promise.resolve();
  return {
    add: (task) => {
      last = last.then(async () => {
        try {
          await task();
        } catch (thrown) {
          onProblem(messageOf(thrown));
        }
      });
    },
    idle: () => last,
  };
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
