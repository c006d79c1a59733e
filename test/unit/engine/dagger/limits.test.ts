import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { containerLimitMs, defaultLimits, inTime } from "../../../../src/engine/dagger/limits.ts";
import type { StepSpec } from "../../../../src/engine/dagger/step-spec.ts";

function steps(...seconds: readonly number[]): readonly StepSpec[] {
  return seconds.map((each) => ({
    seconds: each,
    quit: false,
    stopAtFirstFailure: true,
    commands: [],
    variablesFile: null,
    dirs: [],
    compiles: false,
    loose: [],
    watches: null,
  }));
}

describe("the limit of a container", () => {
  it("is what its steps may take one after the other, time to end them, and what lies around it", () => {
    expect(containerLimitMs(steps(1_800, 60), defaultLimits)).toBe(1_860_000 + 2 * 10_000 + 600_000);
    expect(containerLimitMs(steps(2), { imageMs: 1, transferMs: 30, endingMs: 4 })).toBe(2_034);
  });

  it("is no longer than timers can wait: a longer one would end at once", () => {
    const week = 7 * 24 * 3_600;
    expect(containerLimitMs(steps(week, week, week, week), defaultLimits)).toBe(2_147_483_647);
  });
});

describe("work with a limit", () => {
  const late = (): Error => new Error("too late");

  it("answers or fails as the work does", async () => {
    expect(await inTime(async () => "done", 1_000, late)).toBe("done");
    await expect(inTime(() => Promise.reject(new Error("broken")), 1_000, late)).rejects.toThrow("broken");
  });

  it("is given up when the time is up, and told so", async () => {
    let reason: unknown = null;
    const work = (over: AbortSignal): Promise<never> => {
      over.addEventListener("abort", () => {
        reason = over.reason;
      });
      return new Promise(() => undefined);
    };
    await expect(inTime(work, 20, late)).rejects.toThrow("too late");
    expect(reason).toEqual(new Error("too late"));
  });

  it("is told nothing once it has ended", async () => {
    let signal: AbortSignal | null = null;
    await inTime(
      async (over) => {
        signal = over;
      },
      20,
      late,
    );
    await delay(60);
    expect(signal).toMatchObject({ aborted: false });
  });
});
