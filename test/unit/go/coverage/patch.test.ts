import { describe, expect, it } from "vitest";
import { anyCode, codeOf } from "../../../../src/go/coverage/code.ts";
import { coveredFiles } from "../../../../src/go/coverage/files.ts";
import { functionExtents } from "../../../../src/go/coverage/functions.ts";
import { patchCoverage } from "../../../../src/go/coverage/patch.ts";
import { createProfileReader } from "../../../../src/go/coverage/profile.ts";
import type { CoveredFile } from "../../../../src/model/coverage.ts";
import { makeModule } from "../../../support/module.ts";

/** Line 1 is `package m`; profiles as `go test -coverprofile` wrote them for it, of F(1). */
const source = `package m

func F(x int) int {
	// comment
	y := 1

	// another
	if x > 0 {
		y = 2
	} else if x < -5 { // tail
		y = 3
	} else {

		y = 4
	}
	switch x {
	case 1:
		y++
	case 2,
		3:
		y--
	default:
	}
	for i := 0; i < x; i++ {
		y += i
	}
	g := func() int {
		return y
	}
	if x == 3 { return 1 }
	s := \`raw
text
\`
	_ = s
	return g()
}
`;

const profiles = {
  "Go 1.26.8": `3.19,8.11 2 1
8.11,10.3 1 1
10.8,10.19 1 0
10.19,12.3 1 0
12.8,15.3 1 0
16.2,16.11 1 1
17.9,18.6 1 1
20.5,21.6 1 0
22.10,22.10 0 0
24.2,24.25 1 1
24.25,26.3 1 1
27.2,27.18 1 1
27.18,29.3 1 1
30.2,30.12 1 1
30.12,30.24 1 0
31.2,35.12 3 1`,
  "Go 1.27.4": `5.2,6.1 1 1
8.2,8.11 1 1
9.3,10.1 1 1
10.9,10.19 1 0
11.3,12.1 1 0
14.3,15.1 1 0
16.2,16.11 1 1
18.3,18.6 1 1
21.3,21.6 1 0
22.10,22.10 0 0
24.2,24.25 1 1
25.3,26.1 1 1
27.2,27.18 1 1
28.3,29.1 1 1
30.2,30.12 1 1
30.14,30.24 1 0
31.2,35.12 3 1`,
} as const;

const map = { root: "/r", cwd: ".", exclude: [], modules: [makeModule({ dir: ".", path: "example.com/m" })] };

function filesOf(blocks: string, name = "example.com/m/a.go"): readonly CoveredFile[] {
  const reader = createProfileReader();
  reader.line("mode: set");
  for (const block of blocks.split("\n")) reader.line(`${name}:${block}`);
  return coveredFiles(reader.end(), map).map((file) => ({ ...file, functions: functionExtents(source) }));
}

function patch(files: readonly CoveredFile[], lines: readonly number[], code = codeOf(source)) {
  const found = patchCoverage(files, new Map([["a.go", new Set(lines)]]), () => code);
  return [found.covered, found.statements, found.files.map(({ uncovered }) => uncovered)];
}

describe.each(Object.entries(profiles))("a change of lines, by a profile of %s", (version, blocks) => {
  const files = filesOf(blocks);
  /** Up to Go 1.26 one block goes over comments, and so holds the statements on both sides. */
  const first = version === "Go 1.26.8" ? 2 : 1;

  it.each([
    ["the signature", [3], 0, 0],
    ["a comment", [4], 0, 0],
    ["a blank line", [6], 0, 0],
    ["a statement", [5], first, first],
    ["a condition, not what it leads to", [8], first, first],
    ["what the condition leads to, not the condition", [9], 1, 1],
    ["brackets and `else`", [12, 15, 23, 29, 36], 0, 0],
    ["the label of a case", [17, 19, 20, 22], 0, 0],
    ["the head of a loop", [24], 1, 1],
    ["the line on which a function literal begins", [27], 1, 1],
    ["text of a string over several lines", [32], 3, 3],
    ["the end of such a text", [33], 3, 3],
    ["a line behind the end", [90], 0, 0],
  ] as const)("%s", (_, lines, covered, statements) => {
    expect(patch(files, lines)).toEqual([covered, statements, statements === 0 ? [] : [[]]]);
  });

  it("a line of two blocks counts for both", () => {
    expect(patch(files, [30])).toEqual([1, 2, [[[30, 30]]]]);
  });

  it("an `else if` counts, with its uncovered line", () => {
    expect(patch(files, [10])).toEqual([0, 1, [[[10, 10]]]]);
  });

  it("ranges go over new lines without code that was reached, and over no old ones", () => {
    expect(patch(files, [10, 11, 12, 13, 14, 15])).toEqual([0, 3, [[[10, 14]]]]);
    expect(patch(files, [10, 11, 12, 14])).toEqual([
      0,
      3,
      [
        [
          [10, 11],
          [14, 14],
        ],
      ],
    ]);
    expect(patch(files, [21, 22, 23, 24, 30])).toEqual([
      2,
      4,
      [
        [
          [21, 21],
          [30, 30],
        ],
      ],
    ]);
  });

  it("all lines are all statements", () => {
    const all = Array.from({ length: 40 }, (_, at) => at + 1);
    expect(patch(files, all).slice(0, 2)).toEqual([13, 18]);
  });
});

describe("what counts beside lines", () => {
  const blocks = profiles["Go 1.26.8"];

  it("other files, files of other modules, and files whose lines nobody knows do not", () => {
    const nothing = [0, 0, []];
    expect(patch(filesOf(blocks, "example.com/m/b.go"), [5])).toEqual(nothing);
    expect(patch(filesOf(blocks, "example.com/other/a.go"), [5])).toEqual(nothing);
    const files = filesOf(blocks).map((file) => ({ ...file, lines: false }));
    expect(patch(files, [5])).toEqual(nothing);
  });

  it("blocks outside of functions do not, as in the total", () => {
    const files = filesOf(blocks).map((file) => ({ ...file, functions: [] }));
    expect(patch(files, [5])).toEqual([0, 0, []]);
  });

  it("a file that is not here does not", () => {
    const found = patchCoverage(filesOf(blocks), new Map([["a.go", new Set([5])]]), () => null);
    expect([found.percent, found.statements]).toEqual([null, 0]);
  });

  it("profiles of several modules that name one file do, once", () => {
    const [file] = filesOf(blocks);
    if (file === undefined) throw new Error("no file");
    expect(patch([file, { ...file, name: "./a.go" }], [10])).toEqual([0, 2, [[[10, 10]]]]);
    const sum = patchCoverage([file], new Map([["a.go", { has: () => true }]]), () => codeOf(source));
    expect([sum.percent, sum.files]).toEqual([
      (100 * 13) / 18,
      [
        {
          path: "a.go",
          uncovered: [
            [10, 14],
            [21, 21],
            [30, 30],
          ],
        },
      ],
    ]);
  });

  it("in other languages every line of a block is taken for code", () => {
    expect(patch(filesOf(blocks), [4], anyCode)).toEqual([2, 2, [[]]]);
    expect(patch(filesOf(blocks), [2, 36], anyCode)).toEqual([0, 0, []]);
  });
});

describe("code on a line", () => {
  const text = 'x := 1 // tail\n/* a\nb */ y() /* c */\n\t}, {\n_ = `//`\nä := "é" // ü\n';
  const code = codeOf(text);
  const whole = { startLine: 1, startColumn: 1, endLine: 6, endColumn: 40 };

  it.each([
    [0, false],
    [1, true],
    [2, false],
    [3, true],
    [4, false],
    [5, true],
    [6, true],
    [7, false],
  ])("%d: %s", (line, there) => {
    expect(code.on(line, whole)).toBe(there);
  });

  it("is looked for between columns, which count bytes", () => {
    const at = (startColumn: number, endColumn: number) => ({ startLine: 6, startColumn, endLine: 6, endColumn });
    // `ä := "é"` has ten bytes.
    expect([at(1, 3), at(3, 4), at(9, 11), at(11, 40)].map((extent) => code.on(6, extent))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(code.on(1, { startLine: 1, startColumn: 7, endLine: 1, endColumn: 15 })).toBe(false);
  });

  it("column 0, where a directive left it unknown, is the whole line", () => {
    expect(code.on(1, { startLine: 1, startColumn: 0, endLine: 2, endColumn: 0 })).toBe(true);
  });
});
