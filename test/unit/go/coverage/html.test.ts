import fc from "fast-check";
import { expect, it } from "vitest";
import { type CoverageOptions, coveredFiles } from "../../../../src/go/coverage/files.ts";
import { renderCoverageHtml } from "../../../../src/go/coverage/html.ts";
import { spansOf } from "../../../../src/go/coverage/spans.ts";
import { summarizeCoverage } from "../../../../src/go/coverage/summary.ts";
import type { CoverageBlock } from "../../../../src/model/coverage.ts";
import { fixtureText, moduleFiles, readProfile, source, withSource } from "../fixture.ts";

const options: CoverageOptions = { ...source, cwd: ".", exclude: [] };

async function pageOf(name: string, sourceOf: (path: string) => string | null): Promise<string> {
  const profile = readProfile(fixtureText(`coverage/${name}/go1.26.8.coverage.out`));
  const files = coveredFiles(profile, options).map((file) => withSource(file, sourceOf(file.path ?? "")));
  const page = {
    title: "example.com/m",
    mode: profile.mode,
    coverage: { ...summarizeCoverage(files), missing: [] },
    files,
  };
  let html = "";
  for await (const part of renderCoverageHtml({ ...page, source: (file) => sourceOf(file.path ?? "") })) html += part;
  return html;
}

/** Spans with their classes and counts, as both pages write them. */
function spans(html: string): readonly string[] {
  return [...html.matchAll(/<span class="cov(\d+)" title="(\d+)">/g)].map((match) => `${match[1]} ${match[2]}`);
}

it("shows what go tool cover -html shows: the same spans with the same counts", async () => {
  const ours = await pageOf("set", moduleFiles("coverage/set"));
  const fromGo = fixtureText("coverage/set/go1.26.8.coverage.html");
  expect(spans(ours)).toHaveLength(15);
  expect([...spans(ours)].sort()).toEqual([...spans(fromGo)].sort());
});

it("lists every file with its percentage and links to it", async () => {
  const html = await pageOf("set", moduleFiles("coverage/set"));
  expect([...html.matchAll(/<li><a href="#(\w+)">([^<]+)<\/a><\/li>/g)].map((match) => [match[1], match[2]])).toEqual([
    ["file0", "gen/gen.pb.go (0.0%)"],
    ["file1", "m.go (50.0%)"],
    ["file2", "sub/sub.go (50.0%)"],
    ["file3", "untested/u.go (0.0%)"],
  ]);
  expect(html).toContain("<h1>example.com/m: 40.0% (6 of 15 statements)</h1>");
  expect([...html.matchAll(/<section class="file" id="(\w+)">/g)].map((match) => match[1])).toEqual([
    "file0",
    "file1",
    "file2",
    "file3",
  ]);
});

it("needs nothing from elsewhere and runs no script", async () => {
  const html = await pageOf("set", moduleFiles("coverage/set"));
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=|javascript:|https?:/i);
});

it("escapes source, names and titles", async () => {
  const hostile = "package m\n\n// </pre><script>alert('x')</script> & \0 \x1b[31m\r\n";
  const profile = readProfile('mode: count\nexample.com/m/"><img src=x>.go:1.1,2.1 1 3\n');
  const files = coveredFiles(profile, options);
  const page = {
    title: "<b>&",
    mode: profile.mode,
    coverage: { ...summarizeCoverage(files), missing: [] },
    files,
    source: () => hostile,
  };
  let html = "";
  for await (const part of renderCoverageHtml(page)) html += part;
  expect(html).toContain("// &lt;/pre&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; \ufffd \ufffd[31m\n");
  expect(html).toContain("<title>&lt;b&gt;&amp;: Go Coverage Report</title>");
  expect(html).not.toContain("<img");
});

it("names the packages that left no profile", async () => {
  const coverage = { ...summarizeCoverage([]), missing: ["example.com/m/<b>", "example.com/m/c"] };
  const page = { title: "m", mode: null, coverage, files: [], source: () => null };
  let html = "";
  for await (const part of renderCoverageHtml(page)) html += part;
  expect(html).toContain("No coverage profile from example.com/m/&lt;b&gt;, example.com/m/c");
  expect(await pageOf("set", () => null)).not.toContain("No coverage profile");
});

it("says so when there is no source", async () => {
  const html = await pageOf("set", () => null);
  expect(html.match(/The source is not available\./g)).toHaveLength(4);
});

it("shades by how often a block has run", async () => {
  const html = await pageOf("count", moduleFiles("coverage/count"));
  expect(spans(html)).toContain("10 13");
  expect(spans(html)).toContain("0 0");
  expect(html).toContain('<span class="cov10">high coverage</span>');
});

/** The page of one file with these blocks on lines of their own, counts in order. */
async function pageWith(mode: "set" | "count", counts: readonly number[]): Promise<string> {
  const blocks = counts.map((count, index) => `example.com/m/a.go:${index + 1}.1,${index + 1}.2 1 ${count}\n`);
  const profile = readProfile(`mode: ${mode}\n${blocks.join("")}`);
  const files = coveredFiles(profile, options);
  const page = {
    title: "m",
    mode: profile.mode,
    coverage: { ...summarizeCoverage(files), missing: [] },
    files,
    source: () => text,
  };
  const text = counts.map(() => "x\n").join("");
  let html = "";
  for await (const part of renderCoverageHtml(page)) html += part;
  return html;
}

it("writes a file as go tool cover does, with counts on the logarithmic scale between the colours", async () => {
  const html = await pageWith("count", [0, 1, 10, 100, 1000]);
  const section = html.slice(html.indexOf("<section"));
  expect(section).toBe(
    `<section class="file" id="file0">\n<h2>a.go (80.0%)</h2>\n<pre>\n` +
      `<span class="cov0" title="0">x</span>\n<span class="cov1" title="1">x</span>\n` +
      `<span class="cov4" title="10">x</span>\n<span class="cov7" title="100">x</span>\n` +
      `<span class="cov10" title="1000">x</span>\n</pre>\n</section>\n</main>\n</body>\n</html>\n`,
  );
  expect(html.split("\n").filter((line) => line.startsWith(".cov"))).toEqual([
    ".cov0 { color: rgb(192, 0, 0) }",
    ".cov1 { color: rgb(128, 128, 128) }",
    ".cov2 { color: rgb(116, 140, 131) }",
    ".cov3 { color: rgb(104, 152, 134) }",
    ".cov4 { color: rgb(92, 164, 137) }",
    ".cov5 { color: rgb(80, 176, 140) }",
    ".cov6 { color: rgb(68, 188, 143) }",
    ".cov7 { color: rgb(56, 200, 146) }",
    ".cov8 { color: rgb(44, 212, 149) }",
    ".cov9 { color: rgb(32, 224, 152) }",
    ".cov10 { color: rgb(20, 236, 155) }",
  ]);
});

it("says in its legend what the colours mean, by how blocks were counted", async () => {
  const legend = (html: string): string | undefined => /<p class="legend">(.*)<\/p>/.exec(html)?.[1];
  const shades = [2, 3, 4, 5, 6, 7, 8, 9].map((n) => `<span class="cov${n}">*</span>`).join(" ");
  expect(legend(await pageWith("count", [1]))).toBe(
    '<span>not tracked</span> <span class="cov0">no coverage</span> <span class="cov1">low coverage</span> ' +
      `${shades} <span class="cov10">high coverage</span>`,
  );
  const set = await pageWith("set", [1]);
  expect(legend(set)).toBe(
    '<span>not tracked</span> <span class="cov0">not covered</span> <span class="cov8">covered</span>',
  );
  expect(set).toContain('<span class="cov8" title="1">x</span>');
});

it("shows only the file that was asked for, and has no percentage where there are no statements", async () => {
  const html = await pageWith("count", []);
  expect(html).toContain(".file { display: none; }\n.file:target { display: block; scroll-margin-top: 40vh; }\n");
  expect(html).toContain("<h1>m: no statements (0 of 0 statements)</h1>");
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
  expect([...spansOf(text, [at(1, 16, 1, 21, 4), at(2, 1, 2, 20, 1), at(2, 7, 2, 16, 0)])]).toEqual([
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
        expect([...spansOf(text, blocks)].map((span) => span.text).join("")).toBe(text);
      },
    ),
  );
});
