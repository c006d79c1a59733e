import { spawnSync } from "node:child_process";
import process from "node:process";
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
