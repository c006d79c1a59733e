import type { Report } from "../model/report.ts";
import { byteLength } from "../text/clip.ts";
import type { ReportContext } from "./context.ts";
import { type Block, paragraph, renderMarkdown, words } from "./markdown.ts";
import type { Section } from "./section.ts";
import { footerSection, reproduceSection, warningsSection } from "./sections/closing.ts";
import { coverageSection } from "./sections/coverage.ts";
import { findingsSections } from "./sections/findings.ts";
import { interruptedSection } from "./sections/interrupted.ts";
import { artifactsSection, imageSection } from "./sections/products.ts";
import { stagesSection } from "./sections/stages.ts";
import { testsSection } from "./sections/tests.ts";
import { timelineSection } from "./sections/timeline.ts";
import { verdictSection } from "./sections/verdict.ts";

/** GitHub shows nothing at all of a summary above 1 MiB; the rest is room for what other steps of ours may add. */
export const summaryLimit = 900 * 1024;

/**
 * The job summary as Markdown, at most `limit` bytes of UTF-8. Loads the Markdown libraries: import it when it is needed only.
 */
export function renderSummary(report: Report, context: ReportContext, limit = summaryLimit): string {
  const findings = findingsSections(report, context);
  const sections = [
    verdictSection(report),
    stagesSection(report),
    ...findings.basic,
    testsSection(report, context),
    interruptedSection(report, context),
    ...findings.other,
    reproduceSection(report),
    coverageSection(report, context),
    artifactsSection(report),
    imageSection(report),
    warningsSection(report),
    timelineSection(report, context),
    footerSection(report, context),
  ].filter((section) => section !== null);
  return shortenTo(sections, limit);
}

interface Shown {
  readonly section: Section;
  readonly level: number;
  readonly text: string;
}

/** Shortens the least important section to its least detail before it touches the next one. */
function shortenTo(sections: readonly Section[], limit: number): string {
  let shown = sections.map((section) => show(section, 0));
  const steps = [...sections]
    .sort((a, b) => a.importance - b.importance)
    .flatMap((section) => section.levels.slice(1).map(() => section));
  for (const next of steps) {
    const text = join(shown);
    if (byteLength(text) <= limit) return text;
    shown = shown.map((part) => (part.section === next ? show(next, part.level + 1) : part));
  }
  return join(shown);
}

function show(section: Section, level: number): Shown {
  const blocks: readonly Block[] = section.levels[level]?.() ?? [];
  return { section, level, text: renderMarkdown(blocks) };
}

function join(shown: readonly Shown[]): string {
  const short = shown.filter(({ level }) => level > 0).map(({ section }) => section.name);
  const note =
    short.length === 0
      ? ""
      : renderMarkdown([paragraph(words(`Shortened to fit GitHub's limit for summaries: ${short.join(", ")}.`))]);
  return [...shown.map(({ text }) => text), note].filter((text) => text !== "").join("\n");
}
