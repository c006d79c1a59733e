import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { writeCobertura } from "../../../../src/go/coverage/cobertura.ts";
import { writeLcov } from "../../../../src/go/coverage/lcov.ts";
import { type LineFile, lineFiles } from "../../../../src/go/coverage/line-hits.ts";
import type { CoverageBlock, CoveredFile } from "../../../../src/model/coverage.ts";

function block(startLine: number, endLine: number, count: number, over: Partial<CoverageBlock> = {}): CoverageBlock {
  return { startLine, startColumn: 2, endLine, endColumn: 3, statements: 1, count, ...over };
}

function file(path: string | null, blocks: readonly CoverageBlock[], over: Partial<CoveredFile> = {}): CoveredFile {
  const own = Object.assign([...blocks], { size: blocks.length });
  const name = `example.com/m/${path}`;
  return { name, importPath: "example.com/m", path, blocks: own, functions: null, lines: true, origins: [], ...over };
}

const rendered = (pieces: Iterable<string>): string => [...pieces].join("");

interface Seen {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Throws for anything that is not well-formed. */
function elements(xml: string): readonly Seen[] {
  const seen: Seen[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    seen.push({ name, attributes: Object.fromEntries(Object.entries(attributes)) });
  });
  parser.write(xml).close();
  return seen;
}

describe("lines of a profile", () => {
  it("are run as often as the code in them that ran most, and not at all where the report says so", () => {
    const blocks = [block(3, 5, 2), block(5, 5, 7, { startColumn: 5, endColumn: 9 }), block(8, 9, 0)];
    expect(lineFiles([file("a.go", blocks)])).toEqual([
      {
        path: "a.go",
        importPath: "example.com/m",
        lines: Int32Array.of(3, 4, 5, 8, 9),
        hits: Int32Array.of(2, 2, 7, 0, 0),
        covered: 3,
      },
    ]);
  });

  it("leave out what counts for nothing, what has no lines and what is not of the repository", () => {
    const blocks = [block(3, 3, 1)];
    expect(
      lineFiles([
        file("empty.go", [block(3, 4, 1, { statements: 0 })]),
        file("moved.go", blocks, { lines: false }),
        file(null, blocks),
        file("outside.go", blocks, { functions: [] }),
      ]),
    ).toEqual([]);
  });

  it("of the same file under two names are lines of one file", () => {
    const [only, ...others] = lineFiles([file("a.go", [block(9, 9, 1)]), file("a.go", [block(3, 3, 0)])]);
    expect([only?.lines, only?.hits, others]).toEqual([Int32Array.of(3, 9), Int32Array.of(0, 1), []]);
  });

  it("have hits that 32 bits can hold", () => {
    expect(lineFiles([file("a.go", [block(1, 1, 2 ** 40)])])[0]?.hits).toEqual(Int32Array.of(2_147_483_647));
  });

  it("come by path", () => {
    const paths = lineFiles([file("b.go", [block(1, 1, 1)]), file("a.go", [block(1, 1, 1)])]).map(({ path }) => path);
    expect(paths).toEqual(["a.go", "b.go"]);
  });
});

const two: readonly LineFile[] = [
  {
    path: "calc/calc.go",
    importPath: "example.com/m/calc",
    lines: Int32Array.of(3, 4, 5),
    hits: Int32Array.of(1, 0, 2),
    covered: 2,
  },
  { path: "main.go", importPath: "example.com/m", lines: Int32Array.of(7), hits: Int32Array.of(0), covered: 0 },
];

describe("lcov.info", () => {
  it("has a record per file", () => {
    expect(rendered(writeLcov(two))).toBe(
      "TN:\nSF:calc/calc.go\nDA:3,1\nDA:4,0\nDA:5,2\nLF:3\nLH:2\nend_of_record\n" +
        "TN:\nSF:main.go\nDA:7,0\nLF:1\nLH:0\nend_of_record\n",
    );
  });

  it("leaves out a name that would forge a record", () => {
    const [first] = two;
    if (first === undefined) throw new Error("there is one");
    const named = (path: string): string => rendered(writeLcov([{ ...first, path }]));
    expect([named("a\nSF:b.go"), named("a\rb.go")]).toEqual(["", ""]);
    expect(named("a|`<b>.go")).toContain("SF:a|`<b>.go\n");
  });
});

describe("cobertura.xml", () => {
  it("counts lines, in all, by package and by file", () => {
    const seen = elements(rendered(writeCobertura(two, 1_700_000_000_000)));
    const of = (name: string) => seen.filter((element) => element.name === name).map(({ attributes }) => attributes);
    expect(of("coverage")).toEqual([
      {
        "line-rate": "0.5",
        "lines-covered": "2",
        "lines-valid": "4",
        "branch-rate": "0",
        complexity: "0",
        "branches-covered": "0",
        "branches-valid": "0",
        version: "",
        timestamp: "1700000000000",
      },
    ]);
    expect(of("package").map((pkg) => [pkg["name"], pkg["line-rate"]])).toEqual([
      ["example.com/m/calc", "0.666667"],
      ["example.com/m", "0"],
    ]);
    expect(of("class").map((cls) => [cls["name"], cls["filename"], cls["line-rate"]])).toEqual([
      ["calc.go", "calc/calc.go", "0.666667"],
      ["main.go", "main.go", "0"],
    ]);
    expect(of("line")).toEqual([
      { number: "3", hits: "1" },
      { number: "4", hits: "0" },
      { number: "5", hits: "2" },
      { number: "7", hits: "0" },
    ]);
  });

  it("is whole without any file", () => {
    const [coverage] = elements(rendered(writeCobertura([], 0)));
    expect(coverage?.attributes).toMatchObject({ "line-rate": "1", "lines-valid": "0" });
  });

  it("is well-formed whatever files and packages are called", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, (path, importPath) => {
        const seen = elements(
          rendered(
            writeCobertura([{ path, importPath, lines: Int32Array.of(1), hits: Int32Array.of(1), covered: 1 }], 0),
          ),
        );
        expect(seen.map(({ name }) => name)).toEqual([
          ...["coverage", "sources", "source", "packages", "package", "classes"],
          ...["class", "methods", "lines", "line"],
        ]);
      }),
    );
    const hostile = `]]>"<&\u202e\u0000\n${"x".repeat(10_000)}`;
    const seen = elements(
      rendered(
        writeCobertura(
          [{ path: hostile, importPath: "m", lines: Int32Array.of(1), hits: Int32Array.of(1), covered: 1 }],
          0,
        ),
      ),
    );
    expect(seen.find(({ name }) => name === "class")?.attributes["filename"]).toBe(
      `]]>"<&\ufffd\ufffd ${"x".repeat(10_000)}`,
    );
  });
});
