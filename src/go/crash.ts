import type { SourceMap } from "./source-map.ts";
import { ownPlace, parseStacks, type Stack, type StackPlace, testFunction } from "./stack.ts";
import { decodeOutput } from "./test-event.ts";

/** What a crashing test binary or the race detector prints, collected while it passes by. Bounded in lines and characters. */
export interface Dump {
  /** The running test that Go attributes the output to; null outside of tests. */
  readonly test: string | null;
  /** Tests that were reported as failed right before, each the parent of the one before it. */
  readonly failed: readonly string[];
  /** False when there is no room left. */
  add(output: string): boolean;
  /** A stack has been seen: this is more than a test that prints `panic: x`. */
  readonly credible: boolean;
  /** What was added, decoded. */
  readonly outputs: readonly string[];
}

const maxLines = 600;
const maxSize = 96 * 1024;
const maxStackLines = 60;

const crashStart =
  /^(?:panic: |fatal error: |unexpected fault address |SIG[A-Z]+: |goroutine \d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[)/;
const stackStart = /^(?:goroutine \d+ |runtime stack:)/;

/** The kind of dump that begins with this output, as far as the text tells. */
export function dumpStart(output: string): "crash" | "race" | null {
  // Looking at one character first keeps this off the path of ordinary output.
  switch (output.charCodeAt(0)) {
    case 0x57: // W
      return output.startsWith("WARNING: DATA RACE") ? "race" : null;
    case 0x70: // p
    case 0x66: // f
    case 0x75: // u
    case 0x53: // S
    case 0x67: // g
      return crashStart.test(output) ? "crash" : null;
    default:
      return null;
  }
}

/** True for the line that ends a race report. */
export function endsRace(output: string): boolean {
  return output.startsWith("==================");
}

/** An empty dump of output that Go attributes to `test`. */
export function createDump(test: string | null, failed: readonly string[] = []): Dump {
  const outputs: string[] = [];
  let size = 0;
  let credible = false;
  return {
    test,
    failed,
    outputs,
    get credible() {
      return credible;
    },
    add: (output) => {
      credible ||= stackStart.test(output);
      if (outputs.length >= maxLines || size >= maxSize) return false;
      outputs.push(decodeOutput(output));
      size += output.length;
      return true;
    },
  };
}

export interface Crash {
  /** `panic: boom`, `test timed out after 1s`, `fatal error: …`. */
  readonly title: string;
  readonly timedOut: boolean;
  readonly place: StackPlace | null;
  /** The function that the testing package had called: `example.com/m.TestX`, or a literal of it when a subtest ran. */
  readonly entry: string | null;
  /** Names of the tests that ran when the time limit was reached. */
  readonly running: readonly string[];
  /** The message and the stack that leads to the place, for people. */
  readonly text: string;
}

/** Reads a crash; null when there is no stack, so that a test that merely prints `panic: x` has not crashed. */
export function readCrash(map: SourceMap, outputs: readonly string[]): Crash | null {
  const lines = outputs.join("").split(/\r?\n/);
  const firstStack = lines.findIndex((line) => stackStart.test(line));
  if (firstStack < 0) return null;
  const message = lines.slice(0, firstStack).filter((line) => line !== "");
  const first = message[0] ?? "crash";
  const panic = Math.max(first.indexOf("panic: "), 0);
  const title = first.slice(panic).replace(/ \[recovered.*\]$/, "");
  // Go itself and whoever watches over a time limit send SIGQUIT for the sake of the stacks.
  const timedOut = title.startsWith("panic: test timed out after ") || title === "SIGQUIT: quit";
  const stacks = parseStacks(lines.slice(firstStack));
  const at = timedOut ? waitingAt(map, stacks) : panicAt(map, stacks);
  const shown = (at?.stack ?? stacks[0])?.lines.slice(0, maxStackLines) ?? [];
  return {
    title: timedOut
      ? title.replace("panic: ", "").replace("SIGQUIT: quit", "stopped by SIGQUIT at a time limit")
      : title,
    timedOut,
    place: at?.place ?? null,
    entry: testFunction(stacks[0]),
    running: message.map((line) => /^\t{1,2}(.+) \(\S+\)$/.exec(line)?.[1]).filter((name) => name !== undefined),
    text: [...message, "", ...shown].join("\n"),
  };
}

interface Found {
  readonly stack: Stack;
  readonly place: StackPlace;
}

/** Below the last `panic(` of a stack is where it began; above are deferred functions that raised it again. */
function panicAt(map: SourceMap, stacks: readonly Stack[]): Found | null {
  for (const stack of stacks) {
    const place = ownPlace(map, stack, "panic(");
    if (place !== null) return { stack, place };
  }
  return null;
}

/** The goroutine that hangs: not one that waits for its subtests or for its turn to run in parallel. */
function waitingAt(map: SourceMap, stacks: readonly Stack[]): Found | null {
  const waits = (stack: Stack): boolean =>
    stack.frames.some((frame) => /^testing\.\(\*[TF]\)\.(?:Run|Parallel|Fuzz)\(/.test(frame.function));
  const busy = stacks.filter((stack) => !waits(stack));
  return panicAt(map, busy) ?? panicAt(map, stacks);
}

export interface Race {
  readonly place: StackPlace | null;
  readonly text: string;
}

/** Reads the report of one data race; the place is the first own frame of the first access that has one. */
export function readRace(map: SourceMap, outputs: readonly string[]): Race {
  const lines = outputs.join("").split(/\r?\n/);
  const end = lines.findIndex((line) => endsRace(line));
  const report = end < 0 ? lines : lines.slice(0, end);
  let place: StackPlace | null = null;
  for (const stack of parseStacks(report)) place ??= ownPlace(map, stack);
  return { place, text: report.join("\n").trimEnd() };
}
