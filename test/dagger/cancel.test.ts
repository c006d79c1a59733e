import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { beat } from "./support/beat.ts";
import { lab } from "./support/lab.ts";
import { leftovers, reportOf, type Sandbox, sandboxes } from "./support/repositories.ts";

const open = lab();
const newSandbox = sandboxes();

/** A directory may be left by a process that was killed, a process of it may not. */
async function processesGone(box: Sandbox, limitMs: number): Promise<boolean> {
  for (const deadline = Date.now() + limitMs; Date.now() < deadline; await delay(200)) {
    if (leftovers(box).every((found) => !/^\d+$/.test(found))) return true;
  }
  return false;
}

describe("cancellation", () => {
  it.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
    "by %s leaves no container, process or directory",
    async (signal) => {
      const test = beat(open());
      const box = newSandbox(test.module);
      const run = box.start();
      expect(await test.becomes(true, 240_000)).toBe(true);
      const at = Date.now();
      run.child.kill(signal);
      const { exitCode } = await run.ended;
      if (signal !== "SIGKILL") {
        expect(exitCode).toBe(130);
        expect(Date.now() - at).toBeLessThan(7_000);
        expect(reportOf(box).conclusion).toBe("cancelled");
        expect(leftovers(box)).toEqual([]);
      }
      expect(await test.becomes(false, 30_000)).toBe(true);
      expect(await processesGone(box, 25_000)).toBe(true);
    },
  );
});
