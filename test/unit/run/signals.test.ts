import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { watchSignals } from "../../../src/signals.ts";

class FakeProcess extends EventEmitter {
  readonly exits: number[] = [];
  exit(code: number): void {
    this.exits.push(code);
  }
}

describe("watchSignals", () => {
  it("aborts on the first signal and waits for the report", () => {
    const source = new FakeProcess();
    const { signal } = watchSignals(source);
    expect(signal.aborted).toBe(false);
    source.emit("SIGINT");
    source.emit("SIGTERM");
    expect(signal.aborted).toBe(true);
    expect(source.exits).toEqual([]);
  });

  it("gives up on the third", () => {
    const source = new FakeProcess();
    watchSignals(source);
    for (const _ of [1, 2, 3]) source.emit("SIGINT");
    expect(source.exits).toEqual([130]);
  });

  it("leaves no listener behind", () => {
    const source = new FakeProcess();
    watchSignals(source).unwatch();
    expect(source.listenerCount("SIGINT") + source.listenerCount("SIGTERM")).toBe(0);
  });
});
