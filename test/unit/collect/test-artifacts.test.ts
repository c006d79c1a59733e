import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { collectArtifacts } from "../../../src/collect/test-artifacts.ts";
import { prepareOutputDir } from "../../../src/files/output-dir.ts";
import { createRedactor } from "../../../src/platform/mask.ts";

const denied = vi.hoisted(() => new Set<string>());

// Root may do everything: what another user is denied is said here. A directory can be read once its mode is changed.
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const refuse = (path: string): void => {
    if (denied.has(path)) throw Object.assign(new Error(`EACCES: ${path}`), { code: "EACCES" });
  };
  return {
    ...real,
    access: async (path: string, mode: number) => {
      refuse(path);
      await real.access(path, mode);
    },
    chmod: async (path: string, mode: number) => {
      denied.delete(path);
      await real.chmod(path, mode);
    },
    readdir: async (path: string, options: { readonly withFileTypes: true }) => {
      refuse(path);
      return await real.readdir(path, options);
    },
  };
});

const dir = mkdtempSync(join(tmpdir(), "artifacts-"));
afterAll(() => rmSync(dir, { recursive: true }));
beforeEach(() => denied.clear());
let count = 0;

/** What TestX of m has left: names of files, and of links to elsewhere. */
async function collected(names: readonly string[], links: readonly string[] = [], prepare?: (left: string) => void) {
  const own = join(dir, String(count++));
  const [resultDir, outputDir] = [join(own, "result"), "test-artifacts/"];
  const left = join(resultDir, outputDir, "_artifacts/m/TestX");
  for (const name of names) {
    mkdirSync(dirname(join(left, name)), { recursive: true });
    writeFileSync(join(left, name), name);
  }
  mkdirSync(left, { recursive: true });
  for (const name of links) symlinkSync("/etc/passwd", join(left, name));
  prepare?.(left);
  const output = await prepareOutputDir(join(own, "out"), own);
  const dirs = [{ package: "m", test: "TestX", path: `/anywhere/${outputDir}_artifacts/m/TestX` }];
  const found = await collectArtifacts([{ resultDir, outputDir, dirs }], { output, redactor: createRedactor() });
  return {
    ...{ refused: found.refused, places: [...found.byTest.values()].flat() },
    kept: names.filter((name) => existsSync(join(output.tests, "artifacts/m/TestX", name))),
    text: (name: string) => readFileSync(join(output.tests, "artifacts/m/TestX", name), "utf8"),
  };
}

describe.skipIf(process.platform === "win32")("what a test left in its artifact directory", () => {
  it("is kept, and the first of what is refused is told with how much more there is", async () => {
    const found = await collected(["a.txt", "deep/b.txt"], ["l1", "l2", "l3"]);
    expect([found.kept, found.text("deep/b.txt")]).toEqual([["a.txt", "deep/b.txt"], "deep/b.txt"]);
    expect(found.refused).toBe("TestX of m left l1 in its artifact directory, which is no regular file, and 2 more");
    expect(found.places).toEqual(["out/tests/artifacts/m/TestX"]);
  });

  it("has no place where all of it is refused", async () => {
    const found = await collected([], ["link"]);
    expect(found).toMatchObject({ places: [], refused: expect.stringContaining("left link in") });
    expect(await collected([])).toMatchObject({ places: [], refused: null });
  });

  it("is told where the engine has taken it out", async () => {
    const found = await collected(["a.txt"], [], (left) => {
      const names = ["TestX/sub/link", "TestXY/link"].map((name) => `test-artifacts/_artifacts/m/${name}\0`);
      writeFileSync(join(left, "../../../../irregular"), names.join(""));
    });
    const refused = "TestX of m left sub/link in its artifact directory, which is no regular file";
    expect(found).toMatchObject({ kept: ["a.txt"], refused });
  });

  it("is kept from a directory that the test has closed", async () => {
    const found = await collected(["deep/b.txt"], [], (left) => {
      chmodSync(join(left, "deep"), 0);
      denied.add(join(left, "deep"));
    });
    expect(found).toMatchObject({ kept: ["deep/b.txt"], refused: null });
  });

  it("is told where nobody may read it", async () => {
    const found = await collected(["a.txt", "deep/b.txt", "own.txt"], [], (left) => {
      for (const name of ["deep", "own.txt"]) denied.add(join(left, name));
    });
    expect(found).toMatchObject({
      kept: ["a.txt"],
      refused: "TestX of m left deep/ in its artifact directory, which cannot be read, and 1 more",
    });
  });
});
