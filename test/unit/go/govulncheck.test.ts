import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readGovulncheck, type Scan } from "../../../src/go/govulncheck.ts";

/** What govulncheck 1.9.0 printed. */
const printed = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../../fixtures/govulncheck", `${name}.json`), "utf8");
const map = { root: "/src", modules: [{ dir: "tool", path: "example.com/tool" }] };

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.trimEnd().split("\n");
}

function read(text: string): Promise<Scan> {
  return readGovulncheck(linesOf(text), map);
}

describe("the stream of govulncheck", () => {
  it("tells called, imported and required apart, and where the call is", async () => {
    const scan = await read(printed("three"));
    const { database, modified, scanner, loaded } = scan;
    expect({ database, modified, scanner, loaded }).toEqual({
      ...{ database: "file:///db", modified: "2026-11-20T10:00:00Z", scanner: "govulncheck v1.9.0", loaded: true },
    });
    const text = { module: "golang.org/x/text", version: "v0.3.0" };
    expect(scan.vulnerabilities).toEqual([
      {
        ...{ id: "GO-2021-0113", aliases: ["CVE-2021-38561"], nearness: "called", ...text, fixed: "v0.3.7" },
        summary: "Out-of-bounds read in golang.org/x/text/language",
        calls: [{ symbol: "language.Parse", caller: "lib.Say", path: "tool/lib/lib.go", line: 6, column: 31 }],
      },
      expect.objectContaining({ id: "GO-2022-1059", nearness: "imported", fixed: "v0.3.8", calls: [] }),
      expect.objectContaining({ id: "GO-2020-0015", nearness: "required", fixed: "v0.3.3", calls: [] }),
    ]);
  });

  it("tells a call once, however many traces lead to it", async () => {
    const stream = printed("three");
    const last = stream.slice(stream.lastIndexOf("\n{\n") + 1);
    expect((await read(stream + last)).vulnerabilities[0]?.calls).toHaveLength(1);
    const deeper = last.replace('"line": 6', '"line": 9');
    expect((await read(stream + deeper)).vulnerabilities[0]?.calls.map(({ line }) => line)).toEqual([6, 9]);
  });

  it("has no place where no code of the repository is on the trace", async () => {
    const scan = await readGovulncheck(linesOf(printed("three")), { ...map, modules: [] });
    expect(scan.vulnerabilities[0]?.calls).toMatchObject([{ caller: null, path: null, line: null, column: null }]);
  });

  it.each([
    ["clean", true],
    ["offline", true],
    ["no-packages", false],
  ])("says whether packages were loaded: %s", async (name, loaded) => {
    expect(await read(printed(name))).toMatchObject({ loaded, vulnerabilities: [] });
  });

  it("names directories that stand in for modules: govulncheck knows no version of them", async () => {
    const sbom = (...paths: readonly string[]): string =>
      JSON.stringify({ SBOM: { modules: paths.map((path) => ({ path })), roots: ["example.com/tool"] } });
    const paths = ["../text", "./third_party/yaml", "/srv/dep", "C:\\dep", "..\\dep"];
    const others = ["example.com/tool", "stdlib", "golang.org/x/text", "x.y/z"];
    expect((await read(`${sbom(...others, ...paths)}\n${sbom("../text")}`)).directories).toEqual([...paths].sort());
    expect((await read(printed("clean"))).directories).toEqual([]);
  });

  it("holds no scan that goes no deeper than packages", async () => {
    expect((await read(printed("clean").replace('"symbol"', '"package"'))).loaded).toBe(false);
  });

  it("is read in one line each too", async () => {
    const compact = printed("clean")
      .split(/^(?=\{)/m)
      .map((text) => JSON.stringify(JSON.parse(text)));
    expect(await read(compact.join("\n"))).toEqual(await read(printed("clean")));
  });

  it.each([printed("three").slice(0, -200), "no JSON", '{"config": 1}'])("is not whole: %#", async (text) => {
    await expect(read(text)).rejects.toThrow();
  });

  it("is empty when nothing was printed", async () => {
    expect(await read("")).toMatchObject({ database: null, loaded: false, vulnerabilities: [] });
  });
});
