import { groupBy } from "../../group-by.ts";
import type { CountedSource } from "../../model/evidence.ts";
import type { Coverage, Report } from "../../model/report.ts";
import type { PageFile, PageFiles, PageMark } from "../../page/data.ts";
import { plural } from "../../text/format.ts";
import { firstLine } from "../../text/lines.ts";
import { sanitizeLine } from "../../text/sanitize.ts";
import { firstWords } from "../../text/test-words.ts";
import { sourceUrl } from "../source-link.ts";
import { segmentsInside } from "../view/findings.ts";
import type { PageMatter } from "./matter.ts";

/** Bytes of all sources in the page, and of one. */
export const sourceLimits = { all: 20 * 1024 * 1024, one: 1024 * 1024 } as const;

interface Limits {
  readonly all: number;
  readonly one: number;
}

const maxMarks = 100;

export interface ShownFiles {
  readonly files: PageFiles;
  /** The sources that find room, a block each. */
  readonly sources: readonly { readonly id: string; readonly read: () => CountedSource | null }[];
}

interface Candidate {
  readonly path: string;
  readonly counted: Coverage["files"][number] | null;
  readonly marks: readonly PageMark[];
  /** Changed lines that no test reached. */
  readonly changed: PageFile["changed"];
  /** null: there is no source to show. */
  readonly size: number | null;
}

/** Files that count and files in which something was found. */
export function pageFiles({ report, context, evidence }: PageMatter, limits: Limits = sourceLimits): ShownFiles {
  const { coverage } = report.totals;
  const counted = new Map(coverage?.files.map((file) => [file.path, file]));
  const marks = marksOf(report, context);
  const changed = new Map(report.totals.patch?.files.map((file) => [file.path, file.uncovered]));
  const paths = [...new Set([...counted.keys(), ...marks.keys()])].sort();
  const candidates = paths.map((path): Candidate => {
    const size = segmentsInside(path) === null ? null : evidence.sourceSize(path);
    return {
      ...{ path, counted: counted.get(path) ?? null, marks: marks.get(path) ?? [], size },
      changed: changed.get(path) ?? [],
    };
  });
  const { chosen, left } = choose(candidates, limits);
  const ids = new Map(chosen.map(({ path }, index) => [path, `source-${index}`]));
  return {
    files: {
      files: candidates.filter(isOfUse).map((candidate) => fileOf(candidate, ids.get(candidate.path) ?? null, context)),
      packages: (coverage?.packages ?? []).map(({ importPath, covered, statements }) => ({
        path: sanitizeLine(importPath),
        ...{ covered, statements },
      })),
      left,
    },
    sources: chosen.map(({ path }) => ({ id: ids.get(path) ?? "", read: () => evidence.source(path) })),
  };
}

/** What counts, and what can be shown. */
function isOfUse({ counted, size }: Candidate): boolean {
  return counted !== null || size !== null;
}

function fileOf(
  { path, counted, marks, changed }: Candidate,
  source: string | null,
  { source: at }: PageMatter["context"],
): PageFile {
  return {
    path,
    counts: counted === null ? null : { covered: counted.covered, statements: counted.statements },
    uncovered: counted?.uncovered ?? [],
    changed,
    marks,
    source,
    url: sourceUrl(at, path, null),
  };
}

/** Lines of findings and of failed tests, by file. */
function marksOf(
  { stages, totals }: Report,
  { kinds }: PageMatter["context"],
): ReadonlyMap<string, readonly PageMark[]> {
  const tests = (totals.tests?.packages ?? []).flatMap(({ failures, flakes }) =>
    [...failures, ...flakes].map(({ path, line, name, output }) => ({
      ...{ path, line },
      text: `${name}: ${firstWords(output) ?? "failed"}`,
    })),
  );
  const found = stages.flatMap(({ findings }) =>
    findings
      .filter(({ subject }) => subject === undefined)
      .map(({ source, path, line, title, message }) => ({
        ...{ path, line },
        text: kinds(source).style === "line" ? firstLine(message) : title,
      })),
  );
  const placed = [...found, ...tests].flatMap(({ path, line, text }) =>
    path === null || line === null ? [] : [{ path, line, text: sanitizeLine(text, 400) }],
  );
  return new Map(
    [...groupBy(placed, ({ path }) => path)].map(([path, marks]) => {
      const own = new Map(marks.map(({ line, text }) => [`${line} ${text}`, { line, text }]));
      return [path, [...own.values()].sort((a, b) => a.line - b.line).slice(0, maxMarks)];
    }),
  );
}

/**
 * All sources, as long as there is room; else those with lines that are marked or uncovered, the marked ones first, then those with most uncovered
 * statements. Says what is left out.
 */
function choose(
  candidates: readonly Candidate[],
  limits: Limits,
): { readonly chosen: readonly Candidate[]; readonly left: string | null } {
  const there = candidates.filter(({ size }) => size !== null);
  const small = there.filter(({ size }) => sizeOf(size) <= limits.one);
  const large = there.length - small.length;
  const said = large === 0 ? [] : [`${plural(large, "source")} above ${mebibytes(limits.one)} not in this page.`];
  if (total(small) <= limits.all) return { chosen: small, left: said.join(" ") || null };
  const telling = small.filter(({ marks, counted }) => marks.length > 0 || missed(counted) > 0);
  const ranked = [...telling].sort(
    (a, b) => Number(b.marks.length > 0) - Number(a.marks.length > 0) || missed(b.counted) - missed(a.counted),
  );
  let room = limits.all;
  const chosen = ranked.filter(({ size }) => {
    room -= sizeOf(size);
    return room >= 0;
  });
  const cut = telling.length - chosen.length;
  said.unshift(
    `The sources have more than ${mebibytes(limits.all)} together: this page has those of files with uncovered or failing lines${cut === 0 ? "" : `, but for ${plural(cut, "file")} with the fewest of them`}.`,
  );
  return { chosen, left: said.join(" ") };
}

function sizeOf(size: number | null): number {
  return size ?? 0;
}

function total(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { size }) => sum + sizeOf(size), 0);
}

function missed(counted: Candidate["counted"]): number {
  return counted === null ? 0 : counted.statements - counted.covered;
}

function mebibytes(bytes: number): string {
  return `${bytes / 1024 / 1024} MiB`;
}
