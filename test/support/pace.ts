import { spawnSync } from "node:child_process";
import process from "node:process";
import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";

/** What Node needs to start and end on an idle machine with 2 cores of 2023, milliseconds. */
const referenceStartMs = 40;

/** How many times slower this machine is at the moment than that one, at least 1: the slowest of three starts of Node. */
export function slowness(): number {
  const starts = [1, 2, 3].map(() => {
    const startedAt = performance.now();
    spawnSync(process.execPath, ["-e", "0"]);
    return performance.now() - startedAt;
  });
  return Math.max(1, Math.max(...starts) / referenceStartMs);
}

/**
 * Holds what a promise to users is about, a time, against its limit. What took longer is allowed to when the machine is slower by as much: nothing else can be said
 * about it there.
 */
export function expectTime(elapsedMs: number, limitMs: number): void {
  if (elapsedMs < limitMs) return;
  const factor = slowness();
  expect(elapsedMs, `the machine is ${factor.toFixed(1)} times slower than usual`).toBeLessThan(limitMs * factor);
}

/** CPU time of a computation as a multiple of that of a fixed one, which depends neither on the machine nor on what else it does. */
export function effort(work: () => void): number {
  const fixed = cpuMs(fixedWork);
  const own = cpuMs(work);
  return own / Math.max(1, Math.min(fixed, cpuMs(fixedWork)));
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** About 10 ms. */
function fixedWork(): void {
  const words = new Map<string, number>();
  for (let at = 0; at < 1_000_000; at += 1) words.set(`word ${at % 5_000}`, at);
  expect(words.size).toBe(5_000);
}

/** Waits for something that comes of itself; what never comes fails at the time limit of the test, which only guards against that. */
export async function until(there: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await there())) await delay(20);
}

/**
 * For `aroundEach`: tests that need neither time nor files nor processes, only their turn. One that waits for something that never comes fails after many turns of
 * the event loop, however long these take.
 */
export async function inTurns(test: () => Promise<void>): Promise<void> {
  let over = false;
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 20_000 && !over; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (!over) throw new Error("nothing has happened for 20,000 turns of the event loop");
  };
  try {
    await Promise.race([test(), turns()]);
  } finally {
    over = true;
  }
}
