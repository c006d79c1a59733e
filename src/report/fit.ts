import type { Report } from "../model/report.ts";
import { byteLength } from "../text/clip.ts";
import type { ReportContext, ReportTarget, Section, Target } from "./target.ts";

/** A target that is made of sections, as one among all. */
export function textTarget<B>(target: ReportTarget<B>): Target {
  return {
    name: target.name,
    show: (delivery) => target.deliver(fitted(target, delivery.report, delivery.context), delivery),
  };
}

/** How a target looks. */
type Look<B> = Pick<ReportTarget<B>, "sections" | "render" | "note" | "limit">;

interface Shown<B> {
  readonly section: Section<B>;
  readonly level: number;
  readonly text: string;
}

/**
 * The text of a report for a target, at most as long as its limit. Shortens the least important section to its least detail before it touches the next
 * one.
 */
export function fitted<B>(target: Look<B>, report: Report, context: ReportContext): string {
  const sections = target.sections.flatMap((make) => make(report, context));
  const show = (section: Section<B>, level: number): Shown<B> => {
    return { section, level, text: target.render(section.levels[level]?.() ?? []) };
  };
  let shown = sections.map((section) => show(section, 0));
  const steps = [...sections]
    .sort((a, b) => a.importance - b.importance)
    .flatMap((section) => section.levels.slice(1).map(() => section));
  for (const next of steps) {
    const text = join(shown, target);
    if (byteLength(text) <= target.limit) return text;
    shown = shown.map((part) => (part.section === next ? show(next, part.level + 1) : part));
  }
  return join(shown, target);
}

function join<B>(shown: readonly Shown<B>[], { render, note }: Look<B>): string {
  const short = shown.filter(({ level }) => level > 0).map(({ section }) => section.name);
  const end = short.length === 0 ? "" : render(note(short));
  return [...shown.map(({ text }) => text), end].filter((text) => text !== "").join("\n");
}
