import { describe, expect, it } from "vitest";
import { type RunUse, usedFiles } from "../../../src/cache/selection.ts";
import { action, listing, output, used } from "./listing.ts";

const use: RunUse = { goVersion: "go1.27.1", sums: ["example.com/Dep v1.0.0 h1:=\n"], keepUnused: false };
const tree = "mod/example.com/!dep@v1.0.0";
const result = [used(action("1"), 10), used(output("1"), 90)];

describe("what travels", () => {
  it("is what was compiled, with the modules that go.sum names", () => {
    const files = [
      ...result,
      used(`${tree}/x.go`, 500),
      used("mod/example.com/old@v0.9.0/x.go", 1),
      used("mod/golang.org/toolchain@v0.0.1-go1.27.1.linux-amd64/bin/go", 50),
      used("mod/cache/download/example.com/!dep/@v/v1.0.0.ziphash", 5),
      used("mod/cache/download/example.com/!dep/@v/v1.0.0.zip", 400),
      used("mod/cache/download/example.com/old/@v/v0.9.0.mod", 1),
      used("mod/cache/download/sumdb/sum.golang.org/lookup/x", 7),
      used("mod/cache/lock", 0),
    ];
    const { names, ...sums } = usedFiles(use)(listing(files));
    expect(new Set(names)).toEqual(
      new Set([action("1"), output("1"), ...[2, 4, 5, 8].map((at) => files[at]?.name ?? "")]),
    );
    // What Go wants to know of a module comes again with every run: it is no reason to save.
    expect(sums).toEqual({ bytes: 662, newBytes: 650, droppedBytes: 0 });
  });

  it("counts modules as new that were not restored, and takes room for them first", () => {
    const files = [...result, used(`${tree}/x.go`, 950)];
    const restored = new Set([`${tree}/x.go`]);
    expect(usedFiles(use)(listing(files, { restored }))).toMatchObject({ bytes: 1_050, newBytes: 100 });
    expect(usedFiles(use, 1_000)(listing(files))).toEqual({
      ...{ names: [`${tree}/x.go`], bytes: 950, newBytes: 950, droppedBytes: 100 },
    });
  });

  it.each([
    [19, 0],
    [20, 3],
  ])("is nothing when less than a twentieth is new: %i of 400 bytes", (newBytes, count) => {
    const files = [used(action("1"), newBytes), used(output("1"), 80), used(`${tree}/x.go`, 320 - newBytes)];
    const restored = new Set([output("1"), `${tree}/x.go`]);
    const { names, ...sums } = usedFiles(use)(listing(files, { restored }));
    expect([names.length, sums]).toEqual([count, { bytes: 400, newBytes, droppedBytes: 0 }]);
  });

  it("is refused when it holds a link, and only then", () => {
    const link = (name: string) => ({ ...used(name, 0), regular: false });
    expect(usedFiles(use)(listing([...result, link("mod/example.com/old@v0.9.0/x")])).names).toHaveLength(2);
    expect(() => usedFiles(use)(listing([...result, link(`${tree}/x`)]))).toThrow(
      `${tree}/x is neither a file nor a directory`,
    );
  });
});
