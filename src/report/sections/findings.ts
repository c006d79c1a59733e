import { groupBy } from "../../group-by.ts";
import type { Finding, Report } from "../../model/report.ts";
import type { ClipLimits } from "../../text/clip.ts";
import { capped } from "../blocks.ts";
import {
  bullets,
  code,
  fence,
  fold,
  heading,
  type Inline,
  type MarkdownBlock,
  paragraph,
  prose,
  words,
} from "../markdown.ts";
import { place } from "../source-link.ts";
import type { ReportContext, Section, SectionMaker } from "../target.ts";
import { type RankedFinding, rankFindings } from "../view/findings.ts";

interface Detail {
  /** Findings per source. */
  readonly max: number;
  /** For what a finding says beyond its first line. */
  readonly limits: ClipLimits;
}

/** What keeps code from compiling, a section per source. Without it nothing below counts, so it belongs before the failed tests. */
export const basicFindings: SectionMaker<MarkdownBlock> = (report, context) => findingsSections(report, context, true);

/** What else the stages found in files, a section per source. */
export const otherFindings: SectionMaker<MarkdownBlock> = (report, context) => findingsSections(report, context, false);

interface Told {
  readonly source: string;
  readonly context: ReportContext;
  /** There are several modules, so that findings name theirs. */
  readonly several: boolean;
}

/** The same finding once. Failed and flaky tests have sections of their own. */
function findingsSections(report: Report, context: ReportContext, basic: boolean): readonly Section<MarkdownBlock>[] {
  const { kinds } = context;
  const failed = new Set(
    report.totals.tests?.packages.flatMap(({ importPath, failures, flakes }) =>
      [...failures, ...flakes].map(({ name }) => keyOf(importPath, name)),
    ),
  );
  const ranked = rankFindings(report.stages, kinds).filter(({ finding }) => !isAbout(finding, failed));
  const bySource = groupBy(ranked, ({ finding }) => finding.source);
  return [...bySource].flatMap(([source, found], index): readonly Section<MarkdownBlock>[] => {
    if (kinds(source).basic !== basic) return [];
    const level = (detail: Detail) => () =>
      findingBlocks(found, detail, { source, context, several: report.modules.length > 1 });
    return [
      {
        name: kinds(source).title,
        importance: basic ? 91 : 88 - index,
        levels: [
          level({ max: 100, limits: { maxLines: 60, maxBytes: 6_000 } }),
          level({ max: 30, limits: { maxLines: 20, maxBytes: 2_000 } }),
          level({ max: 10, limits: { maxLines: 5, maxBytes: 500 } }),
        ],
      },
    ];
  });
}

function isAbout({ subject }: Finding, tests: ReadonlySet<string>): boolean {
  return subject !== undefined && tests.has(keyOf(subject.package, subject.test));
}

function keyOf(importPath: string, test: string): string {
  return `${importPath}\n${test}`;
}

function findingBlocks(found: readonly RankedFinding[], { max, limits }: Detail, told: Told): readonly MarkdownBlock[] {
  const { title, style } = told.context.kinds(told.source);
  const render = style === "diff" ? diffs : messages;
  return [heading(3, ...prose(title, 60)), ...capped(found, max, "finding", (shown) => render(shown, limits, told))];
}

/** gofmt: a folded diff per file; the first ones are open. */
function diffs(found: readonly RankedFinding[], limits: ClipLimits, { several }: Told): readonly MarkdownBlock[] {
  return found.flatMap(({ finding, stage }, index) => {
    const blocks = [fence("diff", finding.message, limits)];
    const module = several && stage.module !== null ? [paragraph(words("in module "), code(stage.module))] : [];
    return fold([{ code: finding.path ?? finding.title }], [...module, ...blocks], index < 3);
  });
}

function messages(found: readonly RankedFinding[], limits: ClipLimits, told: Told): readonly MarkdownBlock[] {
  return [bullets(found.map((ranked) => messageItem(ranked, limits, told)))];
}

function messageItem(
  { finding, stage, stages, level }: RankedFinding,
  limits: ClipLimits,
  { context, several }: Told,
): readonly MarkdownBlock[] {
  const at = place(finding, context);
  const lines = finding.message.trimEnd().split("\n");
  const [first = ""] = lines;
  const start: readonly Inline[] = [words(level === "error" ? "❌ " : "⚠️ "), ...(at === null ? [] : [at, words(" ")])];
  const end = several ? foundIn(stage.module, stages) : foundBy(stages, finding.source);
  if (lines.length === 1) return [paragraph(...start, ...message(first, at), ...end)];
  return [paragraph(...start, ...prose(finding.title), ...end), fence("text", finding.message, limits)];
}

/** The stages, unless it goes without saying. */
function foundBy(stages: readonly string[], source: string): readonly Inline[] {
  if (stages.length === 1 && stages[0] === source) return [];
  return [words(" ("), ...stageNames(stages), words(")")];
}

/** The module as well, since the stages of the one at the root do not name it. */
function foundIn(module: string | null, stages: readonly string[]): readonly Inline[] {
  const place = module === null ? [] : [words(" in "), code(module, 60)];
  return [...place, words(" ("), ...stageNames(stages), words(")")];
}

function stageNames(stages: readonly string[]): readonly Inline[] {
  const names = stages.length > 5 ? [...stages.slice(0, 5), "…"] : stages;
  return prose(names.join(", "));
}

/** What is said about a line is in the language of tools; what stands alone is a sentence. */
function message(text: string, at: Inline | null): readonly Inline[] {
  return at === null ? prose(text) : [code(text, 300)];
}
