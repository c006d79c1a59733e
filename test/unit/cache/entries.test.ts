import { describe, expect, it } from "vitest";
import { buildUnits } from "../../../src/cache/entries.ts";
import type { CacheListing } from "../../../src/engine/cache-listing.ts";
import { resultOf } from "../../../src/engine/cache-listing.ts";
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

/** Names of the files of each unit. */
function units(from: CacheListing, keepUnused = false): readonly (readonly string[])[] {
  return buildUnits(from, keepUnused).map(({ files }) => files.map(({ name }) => name));
}

describe("what is of use", () => {
  it("is what the run used, with outputs that Go only knows of", () => {
    const files = [used(action("1"), 10), old(output("1"), 100), old(action("2"), 10), old(output("2"), 100)];
    expect(units(listing(files))).toEqual([[action("1"), output("1")]]);
  });

  it("is no action without an output and no output without an action", () => {
    const files = [used(action("1"), 10), used(output("2"), 100), used(action("3"), 10), used(output("3"), 5)];
    expect(units(listing(files))).toEqual([[action("3"), output("3")]]);
    expect(units(listing(files, { actions: [text("2"), text("1"), "garbage"] }))).toEqual([]);
  });

  it("is an executable with its directory, and nothing that is no entry", () => {
    const files = [used(action("1"), 10), used(`${output("1")}/vet`, 100), used("build/trim.txt", 10)];
    expect(units(listing(files))).toEqual([[action("1"), `${output("1")}/vet`]]);
  });

  it("is everything that was restored when some stages did not run, and nothing of others", () => {
    const files = [old(action("1"), 10), old(output("1"), 1), old(action("2"), 10), old(output("2"), 1)];
    const from = listing(files, { restored: new Set([action("1"), output("1")]) });
    expect(units(from, true)).toEqual([[action("1"), output("1")]]);
    expect(units(from)).toEqual([]);
  });
});
