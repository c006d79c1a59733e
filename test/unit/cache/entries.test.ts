import { describe, expect, it } from "vitest";
import { resultOf, selectEntries } from "../../../src/cache/entries.ts";
import type { CacheListing } from "../../../src/engine/cache-listing.ts";
import { action, id, listing, old, output, text, used } from "./listing.ts";

describe("an action's entry", () => {
  it("names itself and its output", () => {
    const written = `v1 ${id("a")} ${id("b")}                 1234  1700000000000000000\n`;
    expect(resultOf(written)).toEqual([action("a"), output("b")]);
  });

  it.each(["", "v2 ", `v1 ${id("a")} ../../etc/passwd 1 1`, `v1 ${id("A")} ${id("b")} 1 1`])("%j is none", (some) => {
    expect(resultOf(some)).toBeNull();
  });
});

function select(from: CacheListing, { keepUnused = false, cap = 1e9 } = {}) {
  const { files, ...sums } = selectEntries(from, keepUnused, cap);
  return { names: files.map(({ name }) => name).sort(), ...sums };
}

describe("what is kept", () => {
  it("is what the run used, with outputs that Go only knows of", () => {
    const files = [used(action("1"), 10), old(output("1"), 100), old(action("2"), 10), old(output("2"), 100)];
    const names = [action("1"), output("1")];
    expect(select(listing(files))).toEqual({ names, bytes: 110, newBytes: 110, droppedBytes: 0 });
  });

  it("counts as new what was not restored", () => {
    const files = [used(action("1"), 10), used(output("1"), 100), used(action("2"), 10), used(output("2"), 200)];
    const restored = new Set([action("1"), output("1"), output("2")]);
    expect(select(listing(files, { restored }))).toMatchObject({ bytes: 320, newBytes: 10 });
  });

  it("leaves out actions without an output and outputs without an action", () => {
    const files = [used(action("1"), 10), used(output("2"), 100), used(action("3"), 10), used(output("3"), 5)];
    expect(select(listing(files)).names).toEqual([action("3"), output("3")]);
    expect(select(listing(files, { actions: [text("2"), text("1"), "garbage"] })).names).toEqual([]);
  });

  it("has an output once that two actions led to", () => {
    const files = [used(action("1"), 10), used(action("2"), 10), used(output("2"), 100)];
    const two = listing(files, { actions: [text("1", "2"), text("2")] });
    const names = [action("1"), action("2"), output("2")];
    expect(select(two)).toEqual({ names, bytes: 120, newBytes: 120, droppedBytes: 0 });
  });

  it("is an executable with its directory, and nothing that is no entry", () => {
    const files = [used(action("1"), 10), used(`${output("1")}/vet`, 100), used("build/trim.txt", 10)];
    expect(select(listing(files))).toMatchObject({ names: [action("1"), `${output("1")}/vet`], bytes: 110 });
  });

  it("is everything that was restored when some stages did not run, and nothing of others", () => {
    const files = [old(action("1"), 10), old(output("1"), 1), old(action("2"), 10), old(output("2"), 1)];
    const from = listing(files, { restored: new Set([action("1"), output("1")]) });
    const names = [action("1"), output("1")];
    expect(select(from, { keepUnused: true })).toEqual({ names, bytes: 11, newBytes: 0, droppedBytes: 0 });
    expect(select(from).names).toEqual([]);
  });

  it("stays below the cap by leaving out the largest", () => {
    const files = [used(action("1"), 10), used(output("1"), 500), used(action("2"), 10), used(output("2"), 100)];
    const names = [action("2"), output("2")];
    expect(select(listing(files), { cap: 600 })).toEqual({ names, bytes: 110, newBytes: 110, droppedBytes: 510 });
  });

  it("is the same in whatever order files are listed", () => {
    const files = ["1", "2", "3"].flatMap((digit) => [used(action(digit), 10), used(output(digit), 90)]);
    const backwards = listing(files.toReversed());
    expect(select(backwards, { cap: 250 })).toEqual(select(listing(files), { cap: 250 }));
  });
});
