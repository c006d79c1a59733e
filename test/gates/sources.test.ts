import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { engineFixture, fixture, renamed, repositoryRoot, target, typescriptFiles } from "./support/variant.ts";

const [ours, theirs] = [join(repositoryRoot, "src"), join(inject("variant"), "src")];
const read = (dir: string, file: string): string => readFileSync(join(dir, file), "utf8");
const linesOf = (dir: string, file: string): readonly string[] => read(dir, file).split("\n");

/** Files of the variant that differ from the repository's or that it does not have. */
function changed(): readonly string[] {
  const known = new Set(typescriptFiles(ours));
  return typescriptFiles(theirs).filter((file) => !known.has(file) || read(ours, file) !== read(theirs, file));
}

const inGates = (file: string): boolean => file.startsWith("gates/");
const inTargets = (file: string): boolean => file.startsWith("report/targets/");

/** Lines of a file that the repository's does not have. */
function added(file: string): readonly string[] {
  const before = new Set(linesOf(ours, file));
  return linesOf(theirs, file).filter((line) => !before.has(line));
}

describe("a target more", () => {
  it("is one new file and one word in the list with its import", () => {
    expect(changed().filter(inTargets)).toEqual(["report/targets/digest.ts", "report/targets/index.ts"]);
    expect(read(theirs, "report/targets/digest.ts")).toBe(readFileSync(target, "utf8"));
    const [imported, list, ...more] = added("report/targets/index.ts");
    expect(more).toEqual([]);
    expect(imported).toBe('import { digest } from "./digest.ts";');
    expect(list).toBe("  digest,");
  });
});

describe("a gate more and two with other names", () => {
  it("leave everything outside of src/gates as it is, but for the target and the engine", () => {
    const inEngine = (file: string): boolean => /^engine\/(?:paper\/|index\.ts$)/.test(file);
    const outside = (file: string): boolean => !inGates(file) && !inTargets(file) && !inEngine(file);
    expect(typescriptFiles(theirs).filter(outside)).toEqual(typescriptFiles(ours).filter(outside));
    expect(typescriptFiles(ours).filter(outside).length).toBeGreaterThan(200);
    expect(changed().filter(outside)).toEqual([]);
  });

  it("are one new file, one word in the registry with its import, and the names", () => {
    const known = typescriptFiles(ours).filter(inGates);
    expect(typescriptFiles(theirs).filter(inGates)).toEqual([...known, "gates/simplify.ts"].sort());
    expect(changed().filter(inGates)).toEqual(
      ["format", "index", "rerun", "simplify", "vet"].map((name) => `gates/${name}.ts`),
    );
    expect(read(theirs, "gates/simplify.ts")).toBe(readFileSync(fixture, "utf8"));
    expect(added("gates/index.ts")).toEqual(['import { simplify } from "./simplify.ts";', "  simplify,"]);
  });

  it.each(["format", "rerun", "vet"])("renames nothing but names in %s.ts", (name) => {
    let text = read(theirs, `gates/${name}.ts`);
    for (const [old, other] of renamed) text = text.replaceAll(`"${other}"`, `"${old}"`);
    expect(text).toBe(read(ours, `gates/${name}.ts`));
  });
});

describe("an engine more", () => {
  it("is a folder, and one word in the registry with its import", () => {
    const inEngine = (file: string): boolean => file.startsWith("engine/");
    const folder = typescriptFiles(engineFixture).map((file) => `engine/paper/${file}`);
    expect(changed().filter(inEngine)).toEqual(["engine/index.ts", ...folder]);
    const before = new Set(linesOf(ours, "engine/index.ts"));
    const [imported, registry, ...more] = linesOf(theirs, "engine/index.ts").filter((line) => !before.has(line));
    expect(more).toEqual([]);
    expect(imported).toBe('import { paper } from "./paper/adapter.ts";');
    expect(before).toContain(registry?.replace(", paper", ""));
  });
});
