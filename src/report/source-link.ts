import { code, type Inline, link } from "./markdown.ts";
import type { ReportContext } from "./target.ts";
import { positionOf, segmentsInside } from "./view/findings.ts";

/** A path that leads to a file of the repository as part of an address; null for any other. */
export function encodedPath(path: string): string | null {
  return segmentsInside(path)?.map(encodeSegment).join("/") ?? null;
}

/** The address of lines of a file at the checked commit; null when the commit is not known or the path leads out of the repository. */
export function sourceUrl(
  source: ReportContext["source"],
  path: string,
  lines: readonly [from: number, to: number] | null,
): string | null {
  const file = encodedPath(path);
  if (source === null || file === null) return null;
  return `${source.serverUrl}/${source.repository}/blob/${source.sha}/${file}${lineAnchor(lines)}`;
}

/** A position as code, a link where possible. */
export function place(
  at: { readonly path: string | null; readonly line: number | null; readonly column?: number | null },
  { source }: ReportContext,
): Inline | null {
  const position = positionOf(at);
  if (position === null || at.path === null) return null;
  const url = sourceUrl(source, at.path, at.line === null ? null : [at.line, at.line]);
  return url === null ? code(position) : link(url, code(position));
}

/** Half surrogate pairs, which no file name that git shows can hold, would make the encoder throw. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[()'*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}

function lineAnchor(lines: readonly [from: number, to: number] | null): string {
  if (lines === null) return "";
  const [from, to] = lines;
  return from === to ? `#L${from}` : `#L${from}-L${to}`;
}
