import { plural } from "../text/format.ts";
import { type Block, type Inline, paragraph, words } from "./markdown.ts";

/** A part of the job summary that can be shown in several degrees of detail. */
export interface Section {
  /** Named in the note that tells what was shortened. */
  readonly name: string;
  /** Sections with a lower one are shortened first. */
  readonly importance: number;
  /** From the most detail to the least, each bounded in size whatever the report holds. */
  readonly levels: readonly (() => readonly Block[])[];
}

/** The first `max` of a list, rendered, and a paragraph that counts the rest; `what` names one of them. */
export function capped<T>(
  items: readonly T[],
  max: number,
  what: string,
  render: (shown: readonly T[]) => readonly Block[],
): readonly Block[] {
  const shown = items.slice(0, max);
  const left = items.length - shown.length;
  const blocks = shown.length === 0 ? [] : render(shown);
  if (left === 0) return blocks;
  return [...blocks, paragraph(words(`… ${plural(left, `more ${what}`)} in report.json.`))];
}

/** Runs of inlines with something between them. */
export function joined(parts: readonly (readonly Inline[])[], separator: string): readonly Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [words(separator), ...part]));
}
