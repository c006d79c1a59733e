import type {
  BlockContent,
  Code,
  Heading,
  InlineCode,
  Link,
  List,
  Paragraph,
  PhrasingContent,
  Table,
  Text,
} from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { type ClipLimits, clipName, clipText } from "../text/clip.ts";
import { escapeHtml } from "../text/html.ts";
import { sanitizeLine, sanitizeText } from "../text/sanitize.ts";

/**
 * The pieces of a job summary as a Markdown syntax tree; the library escapes them for their place. Text from the repository comes in by `code`, `prose`, `fence` and
 * `fold` only, which take off what GitHub would act upon: HTML, links, images, mentions, references, emoji codes and formulas.
 */

export type MarkdownBlock = BlockContent;
export type Inline = PhrasingContent;

/** Markdown text, ending with a line end. */
export function renderMarkdown(blocks: readonly MarkdownBlock[]): string {
  return toMarkdown(
    { type: "root", children: [...blocks] },
    { bullet: "-", extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  );
}

/** Our own words; never for text from the repository. */
export function words(value: string): Text {
  return { type: "text", value };
}

export function strong(value: string): Inline {
  return { type: "strong", children: [words(value)] };
}

/** A name or a message from the repository, on one line and cut to `max` characters. */
export function code(value: string, max = 120): InlineCode {
  return { type: "inlineCode", value: clipName(sanitizeLine(value), max).trim() || " " };
}

/** What GitHub turns into links, mentions, references to issues and commits, emoji or formulas although it is plain text. */
const actedUpon = /[@#$]|:\/\/|www\.|\bGH-\d|:[\w+-]+:|\b(?=[a-f]*\d)[0-9a-f]{7,40}\b/i;

/**
 * A sentence that may hold text from the repository: what stands in backticks becomes code, and so do words that GitHub would act upon, since it leaves
 * code alone.
 */
export function prose(value: string, max = 400): readonly Inline[] {
  const parts = clipName(sanitizeLine(value), max).split(/(`[^`]+`|\s+)/);
  const inlines: (Text | InlineCode)[] = [];
  for (const next of parts.filter((text) => text !== "").flatMap((part) => asInlines(part, max))) {
    const last = inlines.at(-1);
    // Two code spans side by side would run into one another.
    if (last?.type === next.type) last.value += next.value;
    else inlines.push(next);
  }
  return inlines;
}

function asInlines(part: string, max: number): readonly (Text | InlineCode)[] {
  if (/^`[^`]+`$/.test(part)) return [code(part.slice(1, -1), max)];
  if (!actedUpon.test(part)) return [words(part)];
  // What ends a sentence is no part of an address.
  const [, bare = "", end = ""] = /^(.*?)([.,;]?)$/.exec(part) ?? [];
  return end !== "" && actedUpon.test(bare) ? [code(bare, max), words(end)] : [code(part, max)];
}

export function heading(depth: 2 | 3 | 4, ...children: readonly Inline[]): Heading {
  return { type: "heading", depth, children: [...children] };
}

export function paragraph(...children: readonly Inline[]): Paragraph {
  return { type: "paragraph", children: [...children] };
}

/** `url` is ours: nothing from the repository but an encoded path. */
export function link(url: string, ...children: readonly Inline[]): Link {
  return { type: "link", url, children: children.filter((child) => child.type !== "link") };
}

/** Each item is a run of blocks, the first usually a paragraph. */
export function bullets(items: readonly (readonly MarkdownBlock[])[]): List {
  return {
    type: "list",
    spread: false,
    children: items.map((children) => ({ type: "listItem", spread: false, children: [...children] })),
  };
}

export interface Column {
  readonly title: string | Cell;
  readonly align?: "left" | "right";
}

export type Cell = readonly Inline[];

export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  const head = columns.map(({ title }) => (typeof title === "string" ? [words(title)] : title));
  return {
    type: "table",
    align: columns.map(({ align }) => align ?? null),
    children: [head, ...rows].map((cells) => ({
      type: "tableRow",
      children: cells.map((children) => ({ type: "tableCell", children: [...children] })),
    })),
  };
}

/** Output of a tool, clipped, in a fence that nothing in it can close. */
export function fence(lang: string, value: string, limits: ClipLimits): Code {
  return { type: "code", lang, value: clipText(sanitizeText(value, 1_000), limits) };
}

/** What GitHub draws from a text of our own. */
export function diagram(lang: "mermaid", value: string): Code {
  return { type: "code", lang, value };
}

/** Shell commands, complete: a cut one would be of no use. */
export function shell(value: string): Code {
  return { type: "code", lang: "sh", value: sanitizeText(value) };
}

/** A part that is folded until the reader opens it. */
export function fold(
  title: readonly TitlePart[],
  blocks: readonly MarkdownBlock[],
  open = false,
): readonly MarkdownBlock[] {
  return [
    {
      type: "html",
      value: `<details${open ? " open" : ""}>\n<summary>${title.map(titlePart).join(" ")}</summary>`,
    },
    ...blocks,
    { type: "html", value: "</details>" },
  ];
}

/** Our own words, without markup, or text of any origin that is shown as code. */
export type TitlePart = string | { readonly code: string };

function titlePart(part: TitlePart): string {
  return typeof part === "string" ? part : `<code>${escapeHtml(clipName(sanitizeLine(part.code)))}</code>`;
}
