import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFigures, withFigures } from "../../../bench/figures.ts";
import { resultSchema } from "../../../bench/model.ts";
import { makeResult, sample } from "./result.ts";

describe("makeFigures", () => {
  test("shows engines apart and subjects side by side", () => {
    const host = makeResult();
    const other = makeResult({
      subject: { ...host.subject, name: "other" },
      cases: [{ name: "unchanged", samples: [sample(1, "plain", 2_000), sample(1, "ours", 500)] }],
    });
    const dagger = makeResult({ engine: "dagger", cases: [] });
    const { markdown, charts } = makeFigures([host, dagger, other]);
    expect([...charts.keys()]).toEqual([
      "host.svg",
      "hello-host-changed.svg",
      "other-host-unchanged.svg",
      "dagger.svg",
    ]);
    const lines = markdown.split("\n");
    expect(lines.filter((line) => line.startsWith("#"))).toEqual([
      "## Measured: engine host",
      "### `hello` on host",
      "### `other` on host",
      "## Measured: engine dagger",
      "### `hello` on dagger",
    ]);
    expect(lines.slice(4, 11)).toEqual([
      "Ours in parts of plain:",
      "",
      "| case | hello | other |",
      "| - | -: | -: |",
      "| cold | 0.85 (102 s) | – |",
      "| nothing changed | – | 0.25 (0.50 s) |",
      "| one file changed | 0.56 (2.50 s) | – |",
    ]);
    expect(lines).toContain("![stages, one file changed](performance/hello-host-changed.svg)");
  });

  test("compares with plain with parallel steps where that was measured", () => {
    const samples = [sample(1, "plain", 2_000), sample(1, "parallel", 1_000), sample(1, "ours", 900)];
    const { markdown } = makeFigures([makeResult({ cases: [{ name: "fresh-data", samples }] })]);
    const lines = markdown.split("\n");
    const at = lines.indexOf("Ours in parts of plain with parallel steps:");
    expect(lines.slice(at + 2, at + 5)).toEqual([
      "| case | hello |",
      "| - | -: |",
      "| fresh: test data changed | 0.90 (0.90 s) |",
    ]);
  });
});

describe("withFigures", () => {
  test("puts them between the markers, again and again", () => {
    const page = "# a\n\n<!-- generated:figures -->\nold\n<!-- /generated:figures -->\n\nend\n";
    const once = withFigures(page, "new\n");
    expect(once).toBe("# a\n\n<!-- generated:figures -->\n\nnew\n\n<!-- /generated:figures -->\n\nend\n");
    expect(withFigures(once, "new\n")).toBe(once);
    expect(() => withFigures("# a\n", "new\n")).toThrow("the page has no <!-- generated:figures -->");
  });
});

describe("docs/performance.md", () => {
  const docs = resolve(import.meta.dirname, "../../../docs");
  const directory = join(docs, "performance");

  test("says what the results beside it say", () => {
    const names = readdirSync(directory).filter((name) => name.endsWith(".json"));
    const results = names
      .sort()
      .map((name) => resultSchema.parse(JSON.parse(readFileSync(join(directory, name), "utf8"))));
    expect(new Set(results.map(({ subject }) => subject.name)).size).toBeGreaterThanOrEqual(4);
    const { markdown, charts } = makeFigures(results);
    const page = readFileSync(join(docs, "performance.md"), "utf8");
    expect(withFigures(page, markdown)).toBe(page);
    for (const [name, svg] of charts) expect(readFileSync(join(directory, name), "utf8")).toBe(svg);
    const drawn = readdirSync(directory).filter((name) => name.endsWith(".svg"));
    expect(drawn.sort()).toEqual([...charts.keys()].sort());
  });
});
