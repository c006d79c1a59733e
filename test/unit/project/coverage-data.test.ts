import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCoverageBuilds } from "../../../src/project/coverage-data.ts";
import { directory } from "../../support/repository.ts";

const [one, two] = ["a".repeat(32), "b".repeat(32)];

/** As much of meta-data as is read: magic, then the mode in byte 48. */
const meta = (mode: number): string => `\0cvm${"\0".repeat(44)}${String.fromCharCode(mode)}`;

async function read(files: Readonly<Record<string, string>>, ...names: string[]) {
  const root = directory(files);
  const builds = await readCoverageBuilds(names.map((text) => ({ text, path: join(root, text) })));
  return builds.map((build) => ({
    ...build,
    meta: build.meta.slice(root.length + 1),
    counters: build.counters.length,
  }));
}

describe("what directories of coverage hold", () => {
  it("is told by build, wherever its files lie", async () => {
    const files = {
      [`x/covmeta.${one}`]: meta(3),
      [`x/covcounters.${one}.1.2`]: "",
      [`y/covcounters.${one}.1.3`]: "",
      [`y/covmeta.${two}`]: meta(3),
      [`y/covcounters.${two}.1.3`]: "",
      "y/notes.txt": "",
    };
    expect(await read(files, "x", "y")).toEqual([
      { hash: one, mode: "atomic", meta: `x/covmeta.${one}`, counters: 2, directories: ["x", "y"] },
      { hash: two, mode: "atomic", meta: `y/covmeta.${two}`, counters: 1, directories: ["y"] },
    ]);
  });

  it.each([
    ["too short", "\0cvm"],
    ["of another kind", `PK${meta(1).slice(2)}`],
    ["of a mode that no binary counts in", meta(4)],
  ])("is refused where the meta-data is %s", async (_, text) => {
    const files = { [`x/covmeta.${one}`]: text, [`x/covcounters.${one}.1.2`]: "" };
    await expect(read(files, "x")).rejects.toThrow(`covmeta.${one} is no meta-data of coverage`);
  });

  it("is refused with all that is wrong", async () => {
    await expect(read({ "x/y": "" }, "x", "nope")).rejects.toThrow(
      'coverage-data: "x" has no data of coverage (covmeta.* and covcounters.*)\ncoverage-data: "nope" is not a directory',
    );
  });
});
