import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { fixture, renamed, repositoryRoot, typescriptFiles } from "./support/variant.ts";

const [ours, theirs] = [join(repositoryRoot, "src"), join(inject("variant"), "src")];
const read = (dir: string, file: string): string => readFileSync(join(dir, file), "utf8");
const linesOf = (dir: string, file: string): readonly string[] => read(dir, file).split("\n");

/** Files of the variant that differ from the repository's or that it does not have. */
function changed(): readonly string[] {
  const known = new Set(typescriptFiles(ours));
  return typescriptFiles(theirs).filter((file) => !known.has(file) || read(ours, file) !== read(theirs, file));
}

describe("a gate more and two with other names", () => {
  it("leave everything outside of src/gates as it is", () => {
    const outside = (file: string): boolean => !file.startsWith("gates/");
    expect(typescriptFiles(theirs).filter(outside)).toEqual(typescriptFiles(ours).filter(outside));
    expect(typescriptFiles(ours).filter(outside).length).toBeGreaterThan(200);
    expect(changed().filter(outside)).toEqual([]);
  });

  it("are one new file, one word in the registry with its import, and the names", () => {
    expect(typescriptFiles(theirs)).toEqual([...typescriptFiles(ours), "gates/tidy.ts"].sort());
    expect(changed()).toEqual(["format", "index", "rerun", "tidy", "vet"].map((name) => `gates/${name}.ts`));
    expect(read(theirs, "gates/tidy.ts")).toBe(readFileSync(fixture, "utf8"));
    const before = new Set(linesOf(ours, "gates/index.ts"));
    const [imported, registry, ...more] = linesOf(theirs, "gates/index.ts").filter((line) => !before.has(line));
    expect(more).toEqual([]);
    expect(imported).toBe('import { tidy } from "./tidy.ts";');
    expect(before).toContain(registry?.replace(" tidy,", ""));
  });

  it.each(["format", "rerun", "vet"])("renames nothing but names in %s.ts", (name) => {
    let text = read(theirs, `gates/${name}.ts`);
    for (const [old, other] of renamed) text = text.replaceAll(`"${other}"`, `"${old}"`);
    expect(text).toBe(read(ours, `gates/${name}.ts`));
  });
});
