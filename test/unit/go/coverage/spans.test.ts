import fc from "fast-check";
import { expect, it } from "vitest";
import { coveredFiles } from "../../../../src/go/coverage/files.ts";
import { runsOf } from "../../../../src/go/coverage/spans.ts";
import type { CoverageBlock } from "../../../../src/model/coverage.ts";
import { fixtureText, moduleFiles, readProfile, source } from "../fixture.ts";

/** Parts with counts of 0 (`cov0`) or more (`cov8`), as the page of Go writes them. */
function spansOfGo(html: string): readonly string[] {
  return [...html.matchAll(/<span class="cov\d+" title="(\d+)">([^<]*)<\/span>/g)].map(
    ([, count, text = ""]) => `${count} ${unescaped(text)}`,
  );
}

function unescaped(html: string): string {
  return html.replaceAll("&#34;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

interface Span {
  readonly text: string;
  /** null: not tracked. */
  readonly count: number | null;
}

function spansOf(source: string, blocks: readonly CoverageBlock[]): readonly Span[] {
  const runs = runsOf(source, blocks);
  const spans: Span[] = [];
  let at = 0;
  for (let index = 0; index < runs.length; index += 2) {
    const [length = 0, count = -1] = runs.slice(index, index + 2);
    spans.push({ text: source.slice(at, at + length), count: count < 0 ? null : count });
    at += length;
  }
  return spans;
}

it("cuts source where go tool cover -html does: the same texts with the same counts", () => {
  const profile = readProfile(fixtureText("coverage/set/go1.26.8.coverage.out"));
  const textOf = moduleFiles("coverage/set");
  const ours = coveredFiles(profile, { ...source, cwd: ".", exclude: [] }).flatMap(({ path, blocks }) =>
    spansOf(textOf(path ?? "") ?? "", [...blocks]).flatMap(({ text, count }) =>
      count === null ? [] : [`${count} ${text.replaceAll("\t", "        ")}`],
    ),
  );
  const fromGo = spansOfGo(fixtureText("coverage/set/go1.26.8.coverage.html"));
  expect(ours).toHaveLength(15);
  expect([...ours].sort()).toEqual([...fromGo].sort());
});

it("cuts source at bytes, not characters, and shows the inner of two blocks", () => {
  const at = (
    startLine: number,
    startColumn: number,
    endLine: number,
    endColumn: number,
    count: number,
  ): CoverageBlock => {
    return { startLine, startColumn, endLine, endColumn, statements: 1, count };
  };
  const text = 'x := "grüße" { y }\nouter { inner } end';
  expect(spansOf(text, [at(1, 16, 1, 21, 4), at(2, 1, 2, 20, 1), at(2, 7, 2, 16, 0)])).toEqual([
    { text: 'x := "grüße" ', count: null },
    { text: "{ y }", count: 4 },
    { text: "\n", count: null },
    { text: "outer ", count: 1 },
    { text: "{ inner }", count: 0 },
    { text: " end", count: 1 },
  ]);
});

it("loses no text, wherever blocks lie", () => {
  const number = fc.integer({ min: 0, max: 12 });
  const block = fc.record({
    startLine: number,
    startColumn: number,
    endLine: number,
    endColumn: number,
    statements: fc.constant(1),
    count: number,
  });
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "ß", "\n", "世") }),
      fc.array(block, { maxLength: 8 }),
      (text, blocks) => {
        expect(
          spansOf(text, blocks)
            .map((span) => span.text)
            .join(""),
        ).toBe(text);
      },
    ),
  );
});
