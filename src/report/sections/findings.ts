import { groupBy } from "../../group-by.ts";
import type { Finding, Report, StageResult } from "../../model/report.ts";
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
  /** The modules where there are several, so that findings name theirs; null: there is one. */
  readonly dirs: ReadonlySet<string> | null;
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
  const dirs = report.modules.length < 2 ? null : new Set(report.modules.map(({ dir }) => dir));
  return [...bySource].flatMap(([source, found], index): readonly Section<MarkdownBlock>[] => {
    if (kinds(source).basic !== basic) return [];
    const level = (detail: Detail) => () => findingBlocks(found, detail, { source, context, dirs });
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
function diffs(found: readonly RankedFinding[], limits: ClipLimits, { dirs }: Told): readonly MarkdownBlock[] {
  return found.flatMap(({ finding, stage }, index) => {
    const blocks = [fence("diff", finding.message, limits)];
    const module = moduleOf(stage, dirs);
    const where = module === null ? [] : [paragraph(words("in module "), code(module))];
    return fold([{ code: finding.path ?? finding.title }], [...where, ...blocks], index < 3);
  });
}

function messages(found: readonly RankedFinding[], limits: ClipLimits, told: Told): readonly MarkdownBlock[] {
  return [bullets(found.map((ranked) => messageItem(ranked, limits, told)))];
}

function messageItem(
  { finding, stage, stages, level }: RankedFinding,
  limits: ClipLimits,
  { context, dirs }: Told,
): readonly MarkdownBlock[] {
  const at = place(finding, context);
  const lines = finding.message.trimEnd().split("\n");
  const [first = ""] = lines;
  const start: readonly Inline[] = [words(level === "error" ? "❌ " : "⚠️ "), ...(at === null ? [] : [at, words(" ")])];
  const end = dirs === null ? foundBy(stages, finding.source) : foundIn(moduleOf(stage, dirs), stages);
  if (lines.length === 1) return [paragraph(...start, ...message(first, at === null ? null : finding.line), ...end)];
  return [paragraph(...start, ...prose(finding.title), ...end), fence("text", finding.message, limits)];
}

/** A stage that modules of a go.work share is of none of them. */
function moduleOf({ module }: StageResult, dirs: Told["dirs"]): string | null {
  return module !== null && dirs?.has(module) === true ? module : null;
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

/** What is said about a line is in the language of tools; what is said about a file, or about none, is a sentence. */
function message(text: string, line: number | null): readonly Inline[] {
  return line === null ? prose(text) : [code(text, 300)];
}
