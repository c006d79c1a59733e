import { describe, expect, it } from "vitest";
import { type RunUse, usedFiles } from "../../../src/cache/selection.ts";
import type { CacheListing, ListedFile } from "../../../src/engine/cache-listing.ts";
import { action, listing, old, output, text, used } from "./listing.ts";

const sums = ["example.com/Dep v1.0.0 h1:=\nexample.com/small v1.0.0 h1:=\n"];
const use: RunUse = { part: "base", goVersion: "go1.27.1", sums, keepUnused: false, stagesAfterMs: 0 };
const tree = "mod/example.com/!dep@v1.0.0";
const small = "mod/example.com/small@v1.0.0";
const facts = "mod/cache/download/example.com/!dep/@v/v1.0.0.ziphash";
const result = [used(action("1"), 10), used(output("1"), 90)];
const names = (files: readonly ListedFile[]): ReadonlySet<string> => new Set(files.map(({ name }) => name));

describe("a base", () => {
  it("is what was compiled, with the modules that go.sum names", () => {
    const files = [
      ...result,
      used(`${tree}/x.go`, 500),
      used("mod/example.com/old@v0.9.0/x.go", 1),
      used("mod/golang.org/toolchain@v0.0.1-go1.27.1.linux-amd64/bin/go", 50),
      used(facts, 5),
      used("mod/cache/download/example.com/!dep/@v/v1.0.0.zip", 400),
      used("mod/cache/download/example.com/old/@v/v0.9.0.mod", 1),
      used("mod/cache/download/sumdb/sum.golang.org/lookup/x", 7),
      used("mod/cache/lock", 0),
    ];
    const { names: chosen, ...bytes } = usedFiles(listing(files), use);
    expect(new Set(chosen)).toEqual(
      new Set([action("1"), output("1"), ...[2, 4, 5, 8].map((at) => files[at]?.name ?? "")]),
    );
    // What Go wants to know of a module comes again with every run: it is no reason to save.
    expect(bytes).toEqual({ bytes: 662, newBytes: 650, droppedBytes: 0 });
  });

  it("has what the base before it had, as far as it was used", () => {
    const files = [...result, old(action("2"), 10), old(output("2"), 10), used(action("3"), 1), used(output("3"), 1)];
    const base = names(files.slice(0, 4));
    const selected = usedFiles(listing(files, { base, restored: base }), use);
    expect(selected.names).toEqual([action("1"), output("1"), action("3"), output("3")]);
    expect(selected).toMatchObject({ bytes: 102, newBytes: 2 });
  });

  it("is nothing when all of it was restored", () => {
    const restored = new Set([...names(result), `${tree}/x.go`]);
    const files = [...result, used(`${tree}/x.go`, 950), used(facts, 5)];
    expect(usedFiles(listing(files, { restored }), use)).toMatchObject({ names: [], newBytes: 0 });
    expect(
      usedFiles(listing([...files, used(action("2"), 1), used(output("2"), 1)], { restored }), use).names,
    ).toHaveLength(6);
  });

  it("has an output once that two actions led to", () => {
    const files = [used(action("1"), 10), used(action("2"), 10), used(output("2"), 100)];
    const two = listing(files, { actions: [text("1", "2"), text("2")] });
    expect(usedFiles(two, use)).toEqual({
      names: [action("1"), action("2"), output("2")],
      bytes: 120,
      newBytes: 120,
      droppedBytes: 0,
    });
  });

  it("is refused when it holds a link, and only then", () => {
    const link = (name: string) => ({ ...used(name, 0), regular: false });
    expect(usedFiles(listing([...result, link("mod/example.com/old@v0.9.0/x")]), use).names).toHaveLength(2);
    expect(() => usedFiles(listing([...result, link(`${tree}/x`)]), use)).toThrow(
      `${tree}/x is neither a file nor a directory`,
    );
  });
});

describe("a program that a stage has linked", () => {
  const program = `build/pipeline-linked/${"5".repeat(64)}`;
  const delta: RunUse = { ...use, part: "delta" };

  it("comes along below the cap, and never where the base has one of its name", () => {
    const files = [used(program, 500), used(action("2"), 10), used(output("2"), 10)];
    expect(usedFiles(listing(files), delta, 1000).names).toEqual([action("2"), output("2"), program]);
    expect(usedFiles(listing(files), delta, 400)).toMatchObject({
      names: [action("2"), output("2")],
      droppedBytes: 500,
    });
    const base = new Set([program]);
    expect(usedFiles(listing(files, { base }), delta, 1000).names).toEqual([action("2"), output("2")]);
  });

  it("is no reason to save when it was restored, and stays behind where no stage asked for it", () => {
    const restored = new Set([program]);
    expect(usedFiles(listing([used(program, 500)], { restored }), use).names).toEqual([]);
    const files = [...result, old(program, 500)];
    expect(usedFiles(listing(files, { restored }), use).names).not.toContain(program);
    expect(usedFiles(listing(files, { restored }), { ...use, keepUnused: true }).names).toContain(program);
  });

  it("is whole: what was being copied stays there", () => {
    expect(usedFiles(listing([used(`${program}.new`, 500)]), use).names).toEqual([]);
  });
});

describe("a program that was compiled for a stage", () => {
  const program = "build/pipeline-programs/example.com+m@v1.0.0-go1.26.8/tool";
  const delta: RunUse = { ...use, part: "delta" };

  it("comes along whatever its size, and is a reason to save", () => {
    const files = [used(program, 500), used(action("2"), 10), used(output("2"), 10)];
    expect(usedFiles(listing(files), delta, 15)).toEqual({
      names: [program],
      bytes: 500,
      newBytes: 500,
      droppedBytes: 20,
    });
    expect(usedFiles(listing(files, { base: new Set([program]) }), delta, 20).names).toEqual([
      action("2"),
      output("2"),
    ]);
    expect(usedFiles(listing([used(program, 500)], { restored: new Set([program]) }), use).names).toEqual([]);
  });

  it("is in a directory of its version: what a killed compilation left behind stays there", () => {
    const half = "build/pipeline-programs/example.com+m@v1.0.0-go1.26.8/new.x/tool";
    const files = [
      used(half, 500),
      used("build/pipeline-programs/new-x/bin/tool", 500),
      used("build/pipeline-programs/x", 5),
    ];
    expect(usedFiles(listing(files), delta).names).toEqual([]);
  });

  it("stays behind where nobody ran it, unless some stages did not run", () => {
    const files = [...result, old(program, 500)];
    const restored = new Set([program]);
    const names = (keepUnused: boolean) => usedFiles(listing(files, { restored }), { ...use, keepUnused }).names;
    expect(names(false)).toEqual([action("1"), output("1")]);
    expect(names(true)).toContain(program);
    expect(usedFiles(listing(files), { ...use, keepUnused: true }).names).not.toContain(program);
  });
});

describe("a delta", () => {
  const base = [...result, used(`${tree}/x.go`, 500), used(facts, 5)];
  const since = (more: readonly ListedFile[], restored: readonly ListedFile[] = []): CacheListing =>
    listing([...base, ...more], { base: names(base), restored: names([...base, ...restored]) });
  const delta: RunUse = { ...use, part: "delta" };

  it("is what the run added to the base: results, modules, and what Go wants to know of them", () => {
    const more = [
      used(action("2"), 10),
      used(output("2"), 20),
      used(`${small}/x.go`, 30),
      used("mod/cache/download/example.com/small/@v/v1.0.0.mod", 3),
    ];
    const selected = usedFiles(since(more), delta);
    expect(selected).toEqual({ names: [...names(more)].sort(), bytes: 63, newBytes: 60, droppedBytes: 0 });
  });

  it("keeps what came with another delta only when the run used it", () => {
    const [again, unused] = [
      [used(action("2"), 10), used(output("2"), 20)],
      [old(action("3"), 10), old(output("3"), 20)],
    ];
    const added = [used(action("4"), 1), used(output("4"), 1)];
    const from = since([...again, ...unused, ...added], [...again, ...unused]);
    expect(usedFiles(from, delta).names).toEqual([...names([...again, ...added])].sort());
    expect(usedFiles(from, delta)).toMatchObject({ bytes: 32, newBytes: 2 });
    expect(usedFiles(from, { ...delta, keepUnused: true }).names).toHaveLength(6);
  });

  it("has a new action whose output is in the base", () => {
    const from = listing([...base, used(action("2"), 10)], {
      actions: [text("1"), text("2", "1")],
      base: names(base),
      restored: names(base),
    });
    expect(usedFiles(from, delta).names).toEqual([action("2")]);
  });

  it("is nothing without anything new", () => {
    const again = [used(action("2"), 10), used(output("2"), 20)];
    expect(usedFiles(since(again, again), delta)).toMatchObject({ names: [], newBytes: 0 });
    expect(usedFiles(since([]), delta)).toEqual({ names: [], bytes: 0, newBytes: 0, droppedBytes: 0 });
  });

  it("is nothing for what Go noted about packages before stages began", () => {
    const noted = listing([...base, used(action("2"), 175)], {
      ...{ actions: [text("1"), text("2", "1")], restored: names(base), base: names(base) },
    });
    const [before, after] = [
      { ...delta, stagesAfterMs: 1 },
      { ...delta, stagesAfterMs: 0 },
    ];
    expect(usedFiles(noted, before)).toMatchObject({ names: [], newBytes: 0 });
    expect(usedFiles(noted, after)).toMatchObject({ names: [action("2")], newBytes: 175 });
    // The clock that stamps files may lie behind.
    expect(usedFiles({ ...noted, tickMs: noted.tickMs + 1 }, before)).toMatchObject({ newBytes: 175 });
  });

  it("counts modules that came before stages began", () => {
    const fetched = [...base, used(`${small}/x.go`, 950)];
    const come = listing(fetched, { restored: names(base), base: names(base) });
    expect(usedFiles(come, { ...delta, stagesAfterMs: 10 })).toMatchObject({ newBytes: 950 });
  });

  it("is all that was used where there is no base", () => {
    expect(usedFiles(listing(base), delta).names).toEqual([...names(base)].sort());
  });

  it("keeps the smallest below 64 MiB", () => {
    const mebibyte = 1024 ** 2;
    const more = [
      used(action("2"), 100),
      used(output("2"), 40 * mebibyte),
      used(action("3"), 100),
      used(output("3"), 50 * mebibyte),
      used(action("4"), 100),
      used(output("4"), 200),
    ];
    expect(usedFiles(since(more), delta)).toMatchObject({
      names: [action("2"), output("2"), action("4"), output("4")],
      droppedBytes: 50 * mebibyte + 100,
    });
  });
});

describe("above the cap", () => {
  it("the largest stay behind, modules whole", () => {
    const files = [...result, used(`${tree}/x.go`, 600), used(`${tree}/y.go`, 350), used(`${small}/x.go`, 95)];
    expect(usedFiles(listing(files), use, 1_000)).toEqual({
      names: [action("1"), output("1"), `${small}/x.go`],
      bytes: 195,
      newBytes: 195,
      droppedBytes: 950,
    });
  });

  it("it is the same in whatever order files are listed", () => {
    const files = ["1", "2", "3"].flatMap((digit) => [used(action(digit), 10), used(output(digit), 90)]);
    const first = usedFiles(listing(files), use, 250);
    expect(first.names).toHaveLength(4);
    expect(usedFiles(listing(files.toReversed()), use, 250)).toEqual(first);
  });
});
