import { shortCommit } from "../../model/commit.ts";
import type { Report } from "../../model/report.ts";
import { byteLength } from "../../text/clip.ts";
import { joined } from "../blocks.ts";
import { fitted } from "../fit.ts";
import { code, heading, link, type MarkdownBlock, paragraph, prose, renderMarkdown, words } from "../markdown.ts";
import { footerSection, reproduceSection, warningsSection } from "../sections/closing.ts";
import { coverageSection } from "../sections/coverage.ts";
import { uploadsSection } from "../sections/delivery.ts";
import { basicFindings, otherFindings } from "../sections/findings.ts";
import { artifactsSection, imageSection } from "../sections/products.ts";
import { stagesSection } from "../sections/stages.ts";
import { flakySection, interruptedSection, testsSection } from "../sections/tests.ts";
import { verdictSection } from "../sections/verdict.ts";
import type { ReportContext, Section, SectionMaker } from "../target.ts";
import { verdicts } from "../view/status.ts";

/** GitHub refuses a comment of more than 65,536 characters ("body is too long"). */
export const commentLimit = 60 * 1024;

/** Where a comment comes from, all of it told by GitHub. */
export interface CommentOrigin {
  readonly marker: string;
  /** The address of the run; null when it is not known. */
  readonly run: string | null;
  /** The commit that was checked. */
  readonly commit: string;
  /** The repository whose run left the report behind, where that is another one; null: this one. */
  readonly fork: string | null;
  /** How that run ended, where it did otherwise than the report says. */
  readonly otherwise: string | null;
}

/** What a reviewer wants to know, in that order: what broke, where, how to see it again; then what there is. */
const parts: readonly SectionMaker<MarkdownBlock>[] = [
  ...[basicFindings, testsSection, flakySection, interruptedSection, otherFindings, reproduceSection, warningsSection],
  ...[coverageSection, artifactsSection, imageSection, uploadsSection, stagesSection, footerSection],
];

/** More sections than reports have; each kind of finding that a report names makes one. */
const maxSections = 60;

/** The comment on a pull request: the sections of the job summary, each at its shortest; what does not fit is left out, the least important first. */
export function renderComment(report: Report, context: ReportContext, origin: CommentOrigin): string {
  const { marker } = origin;
  const all = parts.flatMap((make) => make(report, context));
  const kept = new Set([...all].sort((a, b) => b.importance - a.importance).slice(0, maxSections));
  const shortest = all
    .filter((section) => kept.has(section))
    .map((section) => ({ ...section, levels: [...section.levels.slice(-1), () => []] }));
  const [verdict] = verdictSection(report);
  const sections: readonly Section<MarkdownBlock>[] = [
    { ...verdict, levels: verdict.levels.slice(-1) },
    { name: "doubt", importance: 100, levels: [() => doubtBlocks(origin)] },
    ...shortest,
    { name: "origin", importance: 100, levels: [() => originBlocks(origin)] },
  ];
  const look = {
    limit: commentLimit - byteLength(marker) - 1,
    sections: [() => sections],
    render: renderMarkdown,
    note: (names: readonly string[]) => [
      paragraph(words("Left out to fit GitHub's limit for comments: "), ...prose(names.join(", "), 400), words(".")),
    ],
  };
  return `${marker}\n${fitted(look, report, context)}`;
}

function originBlocks({ run, commit, fork }: CommentOrigin): readonly MarkdownBlock[] {
  const checked = run === null ? words("Checked") : link(run, words("Workflow run"));
  const told = fork === null ? [] : [[words("as reported by the run of "), code(fork), words(", a fork")]];
  return [paragraph(...joined([[checked, words(" of "), code(shortCommit(commit))], ...told], ", "))];
}

function doubtBlocks({ otherwise }: CommentOrigin): readonly MarkdownBlock[] {
  if (otherwise === null) return [];
  return [paragraph(words("⚠️ The workflow run itself ended with "), code(otherwise), words("."))];
}

/** The job summary of a run that only comments. */
export function renderCommented(sentence: string, done: { readonly url: string } | null, ok: boolean): string {
  const { icon } = verdicts[ok ? "success" : "error"];
  return renderMarkdown([
    heading(2, words(`${icon} Comment on the pull request`)),
    done === null ? paragraph(...prose(sentence, 600)) : paragraph(link(done.url, words(sentence))),
  ]);
}
