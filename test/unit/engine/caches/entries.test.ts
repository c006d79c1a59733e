import { describe, expect, it } from "vitest";
import { type Entry, outputOf, selectEntries } from "../../../../src/engine/caches/entries.ts";

const id = (digit: string): string => digit.repeat(64);

describe("an action's entry", () => {
  it("names its output", () => {
    expect(outputOf(`v1 ${id("a")} ${id("b")}                 1234  1700000000000000000\n`)).toBe(`bb/${id("b")}-d`);
  });

  it.each(["", "v2 ", `v1 ${id("a")} ../../etc/passwd 1 1`, `v1 ${id("A")} ${id("b")} 1 1`])("%j is none", (text) => {
    expect(outputOf(text)).toBeNull();
  });
});

const since = 1_000;
const used = (name: string, bytes: number): Entry => ({ name, bytes, mtimeMs: since });
const old = (name: string, bytes: number): Entry => ({ name, bytes, mtimeMs: since - 1 });

function select(entries: readonly Entry[], options: Partial<Parameters<typeof selectEntries>[0]> = {}) {
  const actions = entries.filter(({ name }) => name.endsWith("-a"));
  const outputs = new Map(actions.map(({ name }) => [name, name.replace(/-a$/, "-d")]));
  return selectEntries({
    ...{ entries, outputs, since, restored: new Set(), keepUnused: false, capBytes: 1e9 },
    ...options,
  });
}

describe("what is kept", () => {
  it("is what the run used, with outputs that Go only knows of", () => {
    const entries = [used("01/x-a", 10), old("01/x-d", 100), old("02/y-a", 10), old("02/y-d", 100)];
    expect(select(entries)).toEqual({ names: ["01/x-a", "01/x-d"], bytes: 110, newBytes: 110, droppedBytes: 0 });
  });

  it("counts as new what was not restored", () => {
    const entries = [used("01/x-a", 10), used("01/x-d", 100), used("02/y-a", 10), used("02/y-d", 200)];
    const restored = new Set(["01/x-a", "01/x-d", "02/y-d"]);
    expect(select(entries, { restored })).toMatchObject({ bytes: 320, newBytes: 10 });
  });

  it("leaves out actions without an output and outputs without an action", () => {
    const entries = [used("01/x-a", 10), used("02/y-d", 100), used("03/z-a", 10), used("03/z-d", 5)];
    expect(select(entries, { outputs: new Map([["03/z-a", "03/z-d"]]) }).names).toEqual(["03/z-a", "03/z-d"]);
    expect(select(entries).names).toEqual(["03/z-a", "03/z-d"]);
  });

  it("is everything that was restored when some stages did not run, and nothing of others", () => {
    const entries = [old("01/x-a", 10), old("01/x-d", 1), old("02/y-a", 10), old("02/y-d", 1)];
    const options = { restored: new Set(["01/x-a", "01/x-d"]), keepUnused: true };
    expect(select(entries, options)).toEqual({ names: ["01/x-a", "01/x-d"], bytes: 11, newBytes: 0, droppedBytes: 0 });
    expect(select(entries, { ...options, keepUnused: false }).names).toEqual([]);
  });

  it("stays below the cap by leaving out the largest", () => {
    const entries = [used("01/x-a", 10), used("01/x-d", 500), used("02/y-a", 10), used("02/y-d", 100)];
    expect(select(entries, { capBytes: 600 })).toEqual({
      names: ["02/y-a", "02/y-d"],
      bytes: 110,
      newBytes: 110,
      droppedBytes: 510,
    });
  });
});
