import { expect, it } from "vitest";
import { countedFiles, percentOf, shownFiles, type TreeNode, treeOf } from "../../../src/page/shown-files.ts";

const rows = [
  { path: "b/half.go", covered: 5, statements: 10 },
  { path: "a/whole.go", covered: 4, statements: 4 },
  { path: "a/none.go", covered: 0, statements: 0 },
  { path: "c/d/e/least.go", covered: 1, statements: 100 },
];

const query = { search: "", sort: "path", descending: false, onlyUncovered: false } as const;

function paths(over: Partial<Parameters<typeof shownFiles>[1]>): readonly string[] {
  return shownFiles(rows, { ...query, ...over }).map(({ path }) => path);
}

it("sorts by each column, both ways", () => {
  expect(paths({})).toEqual(["a/none.go", "a/whole.go", "b/half.go", "c/d/e/least.go"]);
  expect(paths({ descending: true })[0]).toBe("c/d/e/least.go");
  expect(paths({ sort: "percent" })).toEqual(["c/d/e/least.go", "b/half.go", "a/whole.go", "a/none.go"]);
  expect(paths({ sort: "percent", descending: true })).toEqual([
    "a/whole.go",
    "b/half.go",
    "c/d/e/least.go",
    "a/none.go",
  ]);
  expect(paths({ sort: "uncovered", descending: true })[0]).toBe("c/d/e/least.go");
  expect(paths({ sort: "statements" })[0]).toBe("a/none.go");
});

it("filters by words and by what is not covered whole", () => {
  expect(paths({ search: "GO a/" })).toEqual(["a/none.go", "a/whole.go"]);
  expect(paths({ onlyUncovered: true })).toEqual(["b/half.go", "c/d/e/least.go"]);
});

it("has percentages of what has statements", () => {
  expect(rows.map(percentOf)).toEqual([50, 100, null, 1]);
});

it("takes the files that count", () => {
  const shared = { uncovered: [], changed: [], marks: [], source: null, url: null };
  const files = [
    { path: "x.go", counts: { covered: 1, statements: 2 }, ...shared },
    { path: "x_test.go", counts: null, ...shared },
  ];
  expect(countedFiles(files)).toEqual([{ path: "x.go", covered: 1, statements: 2 }]);
});

it("makes a tree whose directories add up, with directories that hold only one other in one row", () => {
  const shape = (node: TreeNode): unknown => [
    node.name,
    node.covered,
    node.statements,
    node.children?.map(shape) ?? null,
  ];
  expect(treeOf([...rows, { path: "main.go", covered: 0, statements: 1 }]).map(shape)).toEqual([
    [
      "a",
      4,
      4,
      [
        ["none.go", 0, 0, null],
        ["whole.go", 4, 4, null],
      ],
    ],
    ["b", 5, 10, [["half.go", 5, 10, null]]],
    ["c/d/e", 1, 100, [["least.go", 1, 100, null]]],
    ["main.go", 0, 1, null],
  ]);
});
