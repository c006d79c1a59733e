import { describe, expect, it } from "vitest";
import { namedFiles } from "../../../../src/go/coverage/files.ts";
import { type ModuleProfile, mergeProfiles } from "../../../../src/go/coverage/merge.ts";
import { summarizeCoverage } from "../../../../src/go/coverage/summary.ts";
import { writeProfile } from "../../../../src/go/coverage/write.ts";
import type { CoverageBlock } from "../../../../src/model/coverage.ts";
import { fixtureText, readProfile } from "../fixture.ts";

const modules = [
  { dir: "lib", path: "example.com/lib" },
  { dir: "tool", path: "example.com/tool" },
];

/** What the tests of a module covered, by what `go test` wrote. */
function profileOf(module: string, text: string, seen = modules): ModuleProfile {
  const { mode, files } = readProfile(text);
  const options = { root: "/src", modules: seen, cwd: module, exclude: [] };
  return { module, mode, files: namedFiles({ mode, files, problem: null }, options) };
}

/** Captured of both modules, each with the tests of one covering the files of the other. */
function real(module: string, go: string): ModuleProfile {
  return profileOf(module, fixtureText(`coverage/modules/${go}.${module}.coverage.out`));
}

const dirs = modules.map(({ dir }) => dir);
const counts = (profile: Parameters<typeof summarizeCoverage>[0]) =>
  summarizeCoverage(profile).files.map(({ path, covered, statements }) => `${path} ${covered}/${statements}`);
const placeOf = ({ startLine, endLine, count }: CoverageBlock): string => `${startLine}-${endLine} ${count}`;

describe("profiles of two modules", () => {
  it.each(["go1.26.8", "go1.27.4"])("add up where both are of %s", (go) => {
    const merged = mergeProfiles([real("lib", go), real("tool", go)], dirs);
    expect(counts(merged.files)).toEqual(["lib/lib.go 4/5", "lib/same.go 1/1", "tool/tool.go 1/1"]);
    expect(merged).toMatchObject({ mode: "set", differing: [] });
  });

  it.each([
    ["go1.26.8", "go1.27.4"],
    ["go1.27.4", "go1.26.8"],
  ])("count once where the owner is of %s and the other of %s: the owner's alone", (own, other) => {
    const profiles = [real("tool", other), real("lib", own)];
    const merged = mergeProfiles(profiles, dirs);
    expect(counts(merged.files)).toEqual(["lib/lib.go 3/5", "lib/same.go 0/1", "tool/tool.go 1/1"]);
    expect(merged.differing).toEqual([
      { path: "lib/lib.go", counted: "lib", others: ["tool"] },
      { path: "lib/same.go", counted: "lib", others: ["tool"] },
    ]);
    expect(merged.files[0]).toEqual(profiles[1]?.files[0]);
  });

  it("are in the same order whichever comes first, and stay as they were", () => {
    const [lib, tool] = [real("lib", "go1.26.8"), real("tool", "go1.26.8")];
    const before = [...(lib.files[0]?.blocks ?? [])];
    const one = mergeProfiles([lib, tool], dirs);
    const other = mergeProfiles([tool, lib], dirs);
    expect([...writeProfile(one.mode, one.files)]).toEqual([...writeProfile(other.mode, other.files)]);
    expect([...(lib.files[0]?.blocks ?? [])]).toEqual(before);
  });
});

describe("a merged profile", () => {
  it("sums counts, and is of mode set as soon as one is", () => {
    const a = (mode: string, count: number) =>
      profileOf("lib", `mode: ${mode}\nexample.com/lib/a.go:1.2,3.4 1 ${count}\n`);
    const b = (mode: string, count: number) => ({ ...a(mode, count), module: "tool" });
    const of = (...profiles: ModuleProfile[]) => {
      const { mode, files } = mergeProfiles(profiles, dirs);
      return [mode, ...files.flatMap(({ blocks }) => [...blocks].map(({ count }) => count))];
    };
    expect(of(a("count", 2), b("count", 3))).toEqual(["count", 5]);
    expect(of(a("atomic", 2), b("atomic", 0))).toEqual(["atomic", 2]);
    expect(of(a("set", 1), b("set", 1))).toEqual(["set", 1]);
    const mixed = mergeProfiles([a("atomic", 7), b("set", 0)], dirs);
    expect([...writeProfile(mixed.mode, mixed.files)].join("")).toBe("mode: set\nexample.com/lib/a.go:1.2,3.4 1 1\n");
  });

  it("takes another number of statements, and a block more or less, for another list", () => {
    const base = "mode: set\nexample.com/lib/a.go:1.2,3.4 1 0\n";
    for (const text of [base.replace(" 1 0", " 2 1"), `${base}example.com/lib/a.go:5.1,6.2 1 1\n`]) {
      const { differing, files } = mergeProfiles([profileOf("tool", text), profileOf("lib", base)], dirs);
      expect(differing).toEqual([{ path: "lib/a.go", counted: "lib", others: ["tool"] }]);
      expect(files.flatMap(({ blocks }) => [...blocks].map(placeOf))).toEqual(["1-3 0"]);
    }
  });

  it("does not mind the order of blocks", () => {
    const lines = ["example.com/lib/a.go:1.2,3.4 1 0", "example.com/lib/a.go:5.1,6.2 1 1"];
    const one = profileOf("lib", ["mode: set", ...lines].join("\n"));
    const other = profileOf("tool", ["mode: set", ...lines.toReversed()].join("\n"));
    expect(mergeProfiles([one, other], dirs).differing).toEqual([]);
  });

  it("asks the innermost module, also one that is not checked; a file of none counts as the first says", () => {
    const a = profileOf("a", "mode: set\nexample.com/lib/sub/x.go:1.2,3.4 1 1\n");
    const b = profileOf("lib", "mode: set\nexample.com/lib/sub/x.go:1.2,3.5 1 0\n");
    const counted = (all: readonly string[]) => mergeProfiles([a, b], all).differing.map((found) => found.counted);
    expect(counted(["a", "lib"])).toEqual(["lib"]);
    expect(counted(["a", "lib", "lib/sub"])).toEqual(["a"]);
    expect(counted(["a", "."])).toEqual(["a"]);
  });

  it("keeps a published copy of a file apart from the file", () => {
    const published = profileOf("tool", "mode: set\nexample.com/lib/a.go:1.2,3.4 1 1\n", modules.slice(1));
    const own = profileOf("lib", "mode: set\nexample.com/lib/a.go:1.2,3.4 1 0\n");
    const merged = mergeProfiles([published, own], dirs);
    expect(merged.differing).toEqual([]);
    expect(counts(merged.files)).toEqual(["example.com/lib/a.go 1/1", "lib/a.go 0/1"]);
  });

  it("tells files of two modules with one path apart", () => {
    const text = "mode: set\nexample.com/m/a.go:1.2,3.4 1 1\n";
    const of = (dir: string) => profileOf(dir, text, [{ dir, path: "example.com/m" }]);
    const merged = mergeProfiles([of("one"), of("two")], ["one", "two"]);
    expect(merged.files.map(({ name, path }) => [name, path])).toEqual([
      ["./two/a.go", "two/a.go"],
      ["example.com/m/a.go", "one/a.go"],
    ]);
  });

  it("is nothing of nothing", () => {
    expect(mergeProfiles([], ["."])).toEqual({ mode: null, files: [], differing: [] });
  });
});
