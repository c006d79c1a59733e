import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { preloadBeside } from "../../../src/run/preload-beside.ts";
import { stage } from "./rig.ts";

describe("preloadBeside", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** What was loaded when these stages had started. */
  async function loaded(stages: readonly ReturnType<typeof stage>[], ...started: readonly string[]) {
    const names: string[] = [];
    const load = (name: string) => async () => void names.push(name);
    const listener = preloadBeside(stages, [load("first"), load("second")]);
    for (const id of started) listener({ type: "stage-started", stage: id, at: new Date() });
    expect(names).toEqual([]);
    await vi.runAllTimersAsync();
    return names;
  }

  const waiting = [stage("deps"), stage("format"), stage("test", ["deps"]), stage("vet", ["deps"])];

  it("loads nothing while stages run for which others wait", async () => {
    expect(await loaded(waiting, "deps", "format")).toEqual([]);
  });

  it("loads everything once, beside the first stage that had to wait", async () => {
    expect(await loaded(waiting, "deps", "test", "vet")).toEqual(["first", "second"]);
  });

  it("loads beside any stage where none waits", async () => {
    expect(await loaded([stage("format"), stage("lint")], "format", "lint")).toEqual(["first", "second"]);
  });
});
