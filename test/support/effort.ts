import process from "node:process";
import { expect } from "vitest";

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
