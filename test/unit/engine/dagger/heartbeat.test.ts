import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { untilSilent } from "../../../../src/engine/dagger/heartbeat.ts";

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));

describe("untilSilent", () => {
  it("gives up on an engine that has not answered for as long as its patience lasts", async () => {
    const stop = new AbortController().signal;
    const startedAt = performance.now();
    expect(await untilSilent({ ask: never, everyMs: 5, patienceMs: 1_000, stop })).toBe("it has not answered for 1 s");
    expect(performance.now() - startedAt).toBeGreaterThan(990);
  });

  it("bears an engine that was paused and goes on, and tells how it ends", async () => {
    let asked = 0;
    const ask = async (): Promise<void> => {
      asked += 1;
      if (asked === 1) await delay(100);
      if (asked === 3) throw new Error("connection refused");
    };
    const stop = new AbortController().signal;
    expect(await untilSilent({ ask, everyMs: 1, patienceMs: 600_000, stop })).toBe(
      "it does not answer any more (connection refused)",
    );
    expect(asked).toBe(3);
  });

  it("says nothing once it was stopped", async () => {
    const controller = new AbortController();
    const silent = untilSilent({ ask: never, everyMs: 1, patienceMs: 600_000, stop: controller.signal });
    setTimeout(() => controller.abort(), 30);
    expect(await Promise.race([silent, delay(150, "nothing")])).toBe("nothing");
  });
});
