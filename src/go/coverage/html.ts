import { groupBy } from "../../group-by.ts";
import type { CoverageBlock, CoveredFile, CoverMode } from "../../model/coverage.ts";
import type { Coverage } from "../../model/report.ts";
import { formatDecimal } from "../../text/format.ts";
import { escapeHtml } from "../../text/html.ts";
import { spansOf } from "./spans.ts";
import type { CoverageCounts } from "./summary.ts";

export interface CoveragePage {
  /** Module path or another name for the whole. */
  readonly title: string;
  readonly mode: CoverMode | null;
  readonly coverage: CoverageCounts & Pick<Coverage, "missing">;
  readonly files: readonly CoveredFile[];
  /** The text of a file, null when there is none to show. */
  readonly source: (file: CoveredFile) => string | null | Promise<string | null>;
}

/**
 * A page like that of `go tool cover -html`, in pieces, one file at a time in memory. One file with everything in it and no script: a
 * link shows a file by `:target`, and without style sheets all files stand below each other.
 */
export async function* renderCoverageHtml(page: CoveragePage): AsyncGenerator<string> {
  const reports = new Map(page.coverage.files.map((file) => [file.path, file]));
  const files = groupBy(page.files, (file) => file.path ?? file.name);
  const names = [...files.keys()].map((name) => `${htmlText(name)} (${shown(reports.get(name)?.percent ?? null)})`);
  yield head(page, names);
  for (const [index, parts] of [...files.values()].entries()) {
    yield `<section class="file" id="file${index}">\n<h2>${names[index]}</h2>\n<pre>\n`;
    yield await listing(parts, page);
    yield "</pre>\n</section>\n";
  }
  yield "</main>\n</body>\n</html>\n";
}

/** A file may have several names in the profile. */
async function listing(parts: readonly CoveredFile[], page: CoveragePage): Promise<string> {
  const placed = parts.filter((file) => file.lines);
  const source = placed[0] === undefined ? null : await page.source(placed[0]);
  if (source === null) return "The source is not available.";
  const blocks = placed.flatMap((file) => [...file.blocks]);
  return body(blocks, source, page.mode);
}

function head(page: CoveragePage, names: readonly string[]): string {
  const title = htmlText(page.title);
  const items = names.map((name, index) => `<li><a href="#file${index}">${name}</a></li>`);
  const { covered, statements, percent, missing } = page.coverage;
  const without =
    missing.length === 0 ? "" : `<p class="missing">No coverage profile from ${htmlText(missing.join(", "))}</p>\n`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: Go Coverage Report</title>
<style>
${styles()}</style>
</head>
<body>
<header>
<h1>${title}: ${shown(percent)} (${covered} of ${statements} statements)</h1>
${without}<p class="legend">${legend(page.mode)}</p>
</header>
<nav>
<details open><summary>Files: ${names.length}</summary>
<ul>
${items.join("\n")}
</ul>
</details>
</nav>
<main>
`;
}

function body(blocks: readonly CoverageBlock[], source: string, mode: CoverMode | null): string {
  const max = blocks.reduce((most, block) => Math.max(most, block.count), 0);
  let text = "";
  for (const { text: part, count } of spansOf(source, blocks)) {
    const escaped = htmlText(part);
    if (count === null) text += escaped;
    else text += `<span class="cov${shade(count, mode === "set" ? 1 : max)}" title="${count}">${escaped}</span>`;
  }
  return text;
}

/** 0: not run; 1 to 10: how often, on the logarithmic scale of `go tool cover`; 8 where only whether counts. */
function shade(count: number, max: number): number {
  if (count === 0) return 0;
  const share = max <= 1 ? 0.8 : Math.log(count) / Math.log(max);
  return Math.min(10, Math.floor(share * 9) + 1);
}

/** The colours of `go tool cover -html`. */
function styles(): string {
  const shades = Array.from({ length: 10 }, (_, n) => `rgb(${128 - 12 * n}, ${128 + 12 * n}, ${128 + 3 * n})`);
  const rules = ["rgb(192, 0, 0)", ...shades].map((colour, n) => `.cov${n} { color: ${colour} }\n`);
  return `body { background: black; color: rgb(80, 80, 80); margin: 0 1em; }
body, pre { font-family: Menlo, Consolas, monospace; font-weight: bold; tab-size: 8; }
h1, h2 { font-size: 1em; color: rgb(160, 160, 160); }
header, nav { border-bottom: 1px solid rgb(80, 80, 80); }
nav { max-height: 40vh; overflow: auto; position: sticky; top: 0; background: black; }
nav a, nav summary { color: rgb(160, 160, 160); }
.legend span { margin: 0 5px; }
.file { display: none; }
.file:target { display: block; scroll-margin-top: 40vh; }
${rules.join("")}`;
}

function legend(mode: CoverMode | null): string {
  if (mode === "set") return spans(["not tracked", null], ["not covered", 0], ["covered", 8]);
  const middle = Array.from({ length: 8 }, (_, n): [string, number] => ["*", n + 2]);
  return spans(["not tracked", null], ["no coverage", 0], ["low coverage", 1], ...middle, ["high coverage", 10]);
}

function spans(...entries: readonly (readonly [string, number | null])[]): string {
  return entries
    .map(([text, n]) => (n === null ? `<span>${text}</span>` : `<span class="cov${n}">${text}</span>`))
    .join(" ");
}

function shown(percent: number | null): string {
  return percent === null ? "no statements" : `${formatDecimal(percent)}%`;
}

/** Characters that have no place in HTML become U+FFFD. */
function htmlText(text: string): string {
  return escapeHtml(text)
    .replace(/\r/g, "")
    .replace(/(?![\t\n])\p{Cc}/gu, "\uFFFD");
}
