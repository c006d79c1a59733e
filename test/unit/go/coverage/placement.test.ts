import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { directivesOf } from "../../../../src/go/coverage/directives.ts";
import { namedFiles, withoutExcluded } from "../../../../src/go/coverage/files.ts";
import { type GoSource, placeFiles } from "../../../../src/go/coverage/placement.ts";
import { type CoverageCounts, summarizeCoverage } from "../../../../src/go/coverage/summary.ts";
import { groupBy } from "../../../../src/group-by.ts";
import { captured, fixtureNames, fixtureText, moduleFiles, readProfile } from "../fixture.ts";

const source = { root: "/src", modules: [{ dir: ".", path: "example.com/line" }] };

function placed(version: string, exclude: readonly string[] = [], generated: readonly string[] = []) {
  const profile = readProfile(fixtureText(`coverage/line/${version}.coverage.out`));
  const textOf = moduleFiles("coverage/line");
  const names = fixtureNames("coverage/line");
  const isExcluded = (path: string): boolean => generated.includes(path);
  const options = { ...source, cwd: ".", exclude, isExcluded };
  const files = [...groupBy(namedFiles(profile, options), ({ path }) => posix.dirname(path ?? ""))].flatMap(
    ([dir, list]) => {
      const own = names.filter((name) => posix.dirname(name) === dir && /(?<!_test)\.go$/.test(name));
      const sources = own.map((path): GoSource => ({ path, text: textOf(path) ?? "" }));
      const ownLines = version === "go1.27.4";
      return placeFiles(list, sources, {
        ...source,
        ownLines,
        lineCount: (path) => textOf(path)?.split("\n").length ?? null,
      });
    },
  );
  return { profile, files: withoutExcluded(files, options), textOf };
}

const coverageOf = (version: string, exclude?: readonly string[], generated?: readonly string[]): CoverageCounts =>
  summarizeCoverage(placed(version, exclude, generated).files);

describe.each(["go1.26.8", "go1.27.4"])("packages with line directives, %s", (version) => {
  it("have the percentages that go test prints", () => {
    const printed = [
      ...captured(`coverage/line/${version}.test`).stdout.matchAll(/^ok {2}\t(\S+)\t.*coverage: ([\d.]+)%/gm),
    ];
    expect(printed).toHaveLength(6);
    const packages = coverageOf(version).packages.map(({ importPath, percent }) => [importPath, percent?.toFixed(1)]);
    expect(packages).toEqual(printed.map(([, name, percent]) => [name, percent]).sort());
  });

  it.each([
    ["a file that a directive names", ["real2.go", "a_gen.go"], 26],
    ["the Go file with the directives", ["abs/a.go"], 23],
    ["nothing", ["nosuch.go"], 28],
  ])("leave out %s", (_, exclude, statements) => {
    const all = coverageOf(version).statements;
    expect(all).toBe(28);
    expect(coverageOf(version, exclude).statements).toBe(statements);
  });

  it("leave out what is generated, whatever it is named after", () => {
    const without = coverageOf(version, [], ["templ/page_templ.go"]);
    expect(without.packages.map(({ importPath }) => importPath)).not.toContain("example.com/line/templ");
  });
});

const lines = ({ files }: CoverageCounts) =>
  files.map(({ path, covered, statements, uncovered }) => [path, `${covered}/${statements}`, uncovered]);

it("with Go 1.27 lines are those of the Go file", () => {
  expect(lines(coverageOf("go1.27.4"))).toEqual([
    [
      "abs/a.go",
      "2/5",
      [
        [8, 8],
        [13, 13],
        [17, 17],
      ],
    ],
    [
      "block/b.go",
      "2/4",
      [
        [7, 7],
        [10, 10],
      ],
    ],
    ["cg/c.go", "2/3", [[12, 12]]],
    ["cg/plain.go", "0/1", [[4, 4]]],
    // Two files have code at the same lines and say that they are this one.
    ["collide/a.go", "2/6", []],
    [
      "dot/a.go",
      "2/5",
      [
        [8, 8],
        [13, 13],
        [18, 18],
      ],
    ],
    [
      "templ/page_templ.go",
      "2/4",
      [
        [12, 12],
        [15, 15],
      ],
    ],
  ]);
});

it("before, lines are those of the named file, where it is there and a function names no other", () => {
  expect(lines(coverageOf("go1.26.8"))).toEqual([
    // Its functions are said to be of files that are not here.
    ["abs/a.go", "2/5", []],
    // A function is of two files.
    ["block/b.go", "2/4", []],
    ["cg/c.go", "2/3", [[12, 12]]],
    ["cg/plain.go", "0/1", [[3, 5]]],
    // Another file says that it is this one.
    ["collide/a.go", "2/6", []],
    ["dot/a.go", "2/5", []],
    // The named file has fewer lines than the profile says.
    ["templ/page_templ.go", "2/4", []],
  ]);
});

it("before Go 1.27 lines are those of the grammar", () => {
  const profile = [
    "mode: set",
    "example.com/line/grammar.y:5.0,6.0 1 1",
    "example.com/line/grammar.y:6.0,8.0 1 0",
    "example.com/line/grammar.y:9.0,9.0 1 1",
  ];
  const files = namedFiles(readProfile(profile.join("\n")), { ...source, cwd: ".", exclude: [] });
  const text = "//line grammar.y:1\npackage p\n\n//line grammar.y:5\nfunc parse(s string) int {\n}\n";
  const place = (count: number | null) => {
    const options = { ...source, ownLines: false, lineCount: () => count };
    return lines(summarizeCoverage(placeFiles(files, [{ path: "parser.go", text }], options)));
  };
  expect(place(10)).toEqual([["grammar.y", "2/3", [[7, 8]]]]);
  expect(place(8)).toEqual([["parser.go", "2/3", []]]);
  expect(place(null)).toEqual([["parser.go", "2/3", []]]);
});

it.each([
  ["//line a.y:3\nx", [{ at: 13, file: "a.y" }]],
  ["//line a.y:3\r\nx", [{ at: 14, file: "a.y" }]],
  ["/*line sub/../b.y:3:7*/x", [{ at: 23, file: "b.y" }]],
  ["//line C:\\src\\a.y:3\nx", [{ at: 20, file: "C:/src/a.y" }]],
  [
    "//line a.y:3\n/*line :9:1*/x",
    [
      { at: 13, file: "a.y" },
      { at: 26, file: "a.y" },
    ],
  ],
  [" //line a.y:3\n", []],
  ["//line a.y\n//line a.y:0\n//line a.y:3:0\n//line :3\n// line a.y:3\n//lines a.y:3\n", []],
  ["var s = `\n//line a.y:3\n`\n", []],
])("reads %j as Go does", (text, directives) => {
  expect(directivesOf(text)).toEqual(directives);
});
