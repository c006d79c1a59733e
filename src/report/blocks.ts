import { plural } from "../text/format.ts";
import { type Inline, type MarkdownBlock, paragraph, words } from "./markdown.ts";

/** The first `max` of a list, rendered, and a paragraph that counts the rest; `what` names one of them. */
export function capped<T>(
  items: readonly T[],
  max: number,
  what: string,
  render: (shown: readonly T[]) => readonly MarkdownBlock[],
): readonly MarkdownBlock[] {
  const shown = items.slice(0, max);
  const left = items.length - shown.length;
  const blocks = shown.length === 0 ? [] : render(shown);
  if (left === 0) return blocks;
  return [...blocks, paragraph(words(`… ${plural(left, `more ${what}`)} in report.json.`))];
}

/** The first `max` of a list in one line, and how many more there are; `what` names one of them. */
export function listed<T>(
  items: readonly T[],
  max: number,
  what: string,
  render: (item: T) => Inline,
): readonly Inline[] {
  const shown = items.slice(0, max).map((item): readonly Inline[] => [render(item)]);
  const left = items.length - shown.length;
  return joined(left > 0 ? [...shown, [words(plural(left, `more ${what}`))]] : shown, ", ");
}

/** Runs of inlines with something between them. */
export function joined(parts: readonly (readonly Inline[])[], separator: string): readonly Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [words(separator), ...part]));
}
