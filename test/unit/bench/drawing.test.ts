import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { ratioChart } from "../../../bench/chart/ratios.ts";
import { rect, text, writeSvg } from "../../../bench/chart/svg.ts";
import { timelineChart } from "../../../bench/chart/timeline.ts";
import { resultMarkdown, secondsText } from "../../../bench/table.ts";
import { makeResult, sample } from "./result.ts";

describe("secondsText", () => {
  test.each([
    [null, "–"],
    [0, "0.00 s"],
    [2_414, "2.41 s"],
    [9_994, "9.99 s"],
    [9_996, "10.0 s"],
    [99_949, "99.9 s"],
    [183_600, "184 s"],
  ])("%s ms is %s", (ms, expected) => {
    expect(secondsText(ms)).toBe(expected);
  });
});

describe("resultMarkdown", () => {
  test("shows machine, ratios and times", () => {
    expect(resultMarkdown(makeResult())).toBe(`### \`hello\` on host

\`example.com/hello at 0123456789\`: 3 packages, 2 with tests, 1 main; edited: \`greeting/greeting.go\`. A Processor, 2 cores, 8 GiB; go1.26.8, Node v20.20.2, Linux 6.1, zstd. Measured 2026-01-02.

| case | plain | parallel | ours | ours / plain | ours / parallel | limit | ours / limit | before | after | memory | load |
| - | -: | -: | -: | -: | -: | -: | -: | -: | -: | -: | -: |
| cold | 120 s | – | 102 s | 0.85 | – | – | – | 0.25 s | 0.15 s | 81 MiB | 0.5–0.5 |
| one file changed | 4.50 s (4.00 s) | – | 2.50 s (2.00 s) | 0.56 | – | 2.05 s | 1.22 | 0.25 s | 0.15 s | 82 MiB | 0.5–1.0 |

| step or stage | cold: plain | ours | one file changed: plain | ours |
| - | -: | -: | -: | -: |
| deps | 12.0 s | 0.30 s | 0.45 s | 0.30 s |
| format | 24.0 s | 0.10 s | 0.90 s | 0.10 s |
| vet | 36.0 s | – | 1.35 s | – |
| test | 48.0 s | 101 s | 1.80 s | 1.80 s |
`);
  });

  test("says what travelled and what failed", () => {
    const transfer = { restoreMs: 1_500, saveMs: 0, restoredBytes: 50 * 1024 ** 2, savedBytes: 0 };
    const samples = [
      sample(1, "plain", 9_000, { transfer, exitCode: 1 }),
      sample(1, "ours", 8_000, { transfer: { ...transfer, saveMs: 2_500, savedBytes: 60 * 1024 ** 2 } }),
    ];
    const lines = resultMarkdown(makeResult({ cases: [{ name: "fresh", samples }] })).split("\n");
    expect(lines.find((line) => line.startsWith("Checks"))).toBe("Checks failed in: fresh: nothing changed: plain.");
    expect(lines.filter((line) => line.includes("MiB |")).slice(1)).toEqual([
      "| fresh: nothing changed: plain | 1.50 s | 50 MiB | 0.00 s | 0 MiB |",
      "| fresh: nothing changed: ours | 1.50 s | 50 MiB | 2.50 s | 60 MiB |",
    ]);
  });
});

describe("resultMarkdown of several modules", () => {
  test("adds up what each check takes in all of them", () => {
    const step = (name: string, wallMs: number) => ({ name, wallMs, cpuMs: null, exitCode: 0 });
    const stage = (id: string, durationMs: number) => ({
      id,
      status: "passed",
      startMs: 0,
      durationMs,
      cached: false,
    });
    const steps = [step("download", 10), step("vet", 1_000), step("a#download", 20), step("a#vet", 500)];
    const phases = { beforeFirstStageMs: 0, stagesMs: 0, afterLastStageMs: 0 };
    const samples = [
      sample(1, "plain", 1_530, { steps }),
      sample(1, "parallel", 1_030, { steps }),
      sample(1, "ours", 900, {
        phases: { ...phases, stages: [stage("deps", 30), stage("a#vet", 400), stage("vet", 300)] },
      }),
    ];
    const result = makeResult({ cases: [{ name: "unchanged", samples }] });
    const subject = { ...result.subject, modules: 2, data: "a/testdata/x.json" };
    const lines = resultMarkdown({ ...result, subject }).split("\n");
    expect(lines[2]).toContain(": 2 modules, 3 packages,");
    expect(lines[2]).toContain("edited: `greeting/greeting.go`, test data: `a/testdata/x.json`.");
    expect(lines).toContain(
      "| nothing changed | 1.53 s | 1.03 s | 0.90 s | 0.59 | 0.87 | – | – | 0.00 s | 0.00 s | 81 MiB | 0.5–0.5 |",
    );
    expect(lines.slice(-5, -1)).toEqual([
      "| steps or stages of all modules | nothing changed: plain | ours |",
      "| - | -: | -: |",
      "| deps | 0.03 s | 0.03 s |",
      "| vet | 1.50 s | 0.70 s |",
    ]);
  });
});

describe("charts", () => {
  test("escape what they write", () => {
    const svg = writeSvg({
      width: 10,
      height: 20,
      title: "a < b & c",
      shapes: [rect(1.04, 2, 3, 4, "red", 'tip "<"'), text(1, 2, "]]> & <b>", { anchor: "end", bold: true })],
    });
    expect(svg).toBe(
      '<svg width="10" height="20" viewBox="0 0 10 20" font-family="system-ui, sans-serif" font-size="12" role="img" xmlns="http://www.w3.org/2000/svg">' +
        '<title>a &lt; b &amp; c</title><rect x="0" y="0" width="10" height="20" rx="2" fill="#ffffff"/>' +
        '<rect x="1" y="2" width="3" height="4" rx="2" fill="red"><title>tip "&lt;"</title></rect>' +
        '<text x="1" y="2" text-anchor="end" fill="#1f2328" font-weight="bold">]]&gt; &amp; &lt;b&gt;</text></svg>\n',
    );
  });

  test("draw plain as long as one and ours as its part of it", () => {
    const drawn = shapes(ratioChart([makeResult()], "both"));
    const bars = drawn.filter(
      ({ name, attributes }) => name === "rect" && attributes["height"] === "10" && attributes["x"] === "210",
    );
    expect(bars.map(({ attributes, title }) => [attributes["width"], title])).toEqual([
      ["460", "plain 120 s"],
      ["391", "ours 102 s"],
      ["460", "plain 4.50 s"],
      ["255.6", "ours 2.50 s"],
    ]);
    // 2.05 s of 4.5 s from the left edge, the mark being 3 wide.
    expect(drawn.find(({ title }) => title === "limit 2.05 s")?.attributes["x"]).toBe("418.6");
    expect(drawn.map(({ content }) => content)).toContain("0.56: 2.50 s of 4.50 s");
  });

  test("mark plain with parallel steps", () => {
    const samples = [sample(1, "plain", 4_000), sample(1, "parallel", 5_000), sample(1, "ours", 2_000)];
    const drawn = shapes(ratioChart([makeResult({ cases: [{ name: "changed", samples }] })], "all"));
    // The longest of them, 5 s of 4 s, has the whole width.
    expect(drawn.find(({ title }) => title === "plain with parallel steps 5.00 s")?.attributes["x"]).toBe("669");
  });

  test("draw the stages of the round nearest to the median where they were in time", () => {
    const samples = [sample(1, "ours", 9_000), sample(2, "ours", 2_400), sample(3, "ours", 2_000)];
    const svg = timelineChart(makeResult({ cases: [{ name: "unchanged", samples }] }), "unchanged");
    const bars = shapes(svg ?? "").filter(({ title }) => title !== "");
    // 630 units for 2.4 s.
    expect(bars.map(({ attributes, title }) => [title, attributes["x"], attributes["width"]])).toEqual([
      ["before the first stage 0.25 s", "150", "65.6"],
      ["deps 0.30 s", "215.6", "78.8"],
      ["format 0.10 s", "218.3", "26.3"],
      ["test 1.70 s", "294.4", "446.3"],
      ["after the last stage 0.15 s", "740.6", "39.4"],
    ]);
    expect(timelineChart(makeResult(), "fresh")).toBeNull();
  });
});

interface Drawn {
  readonly name: string;
  readonly attributes: Record<string, string>;
  content: string;
  title: string;
}

/** The elements of an SVG file in order; throws when it is not well-formed. */
function shapes(svg: string): readonly Drawn[] {
  const all: Drawn[] = [];
  const open: Drawn[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const drawn = { name, attributes, content: "", title: "" };
    all.push(drawn);
    open.push(drawn);
  });
  parser.on("text", (content) => {
    const drawn = open.at(-1);
    const parent = open.at(-2);
    if (drawn !== undefined) drawn.content += content;
    if (drawn?.name === "title" && parent?.name === "rect") parent.title += content;
  });
  parser.on("closetag", () => open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return all;
}
