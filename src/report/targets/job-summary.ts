import type { Report } from "../../model/report.ts";
import type { ShownProblem } from "../errors.ts";
import { fitted, textTarget } from "../fit.ts";
import { bullets, heading, type MarkdownBlock, paragraph, prose, renderMarkdown, words } from "../markdown.ts";
import { benchmarksSection } from "../sections/benchmarks.ts";
import { changeSection } from "../sections/change.ts";
import { footerSection, noticesSection, reproduceSection, warningsSection } from "../sections/closing.ts";
import { coverageSection } from "../sections/coverage.ts";
import { undeliveredSection, uploadsSection } from "../sections/delivery.ts";
import { basicFindings, otherFindings } from "../sections/findings.ts";
import { archivesSection, artifactsSection, imageSection, sbomSection } from "../sections/products.ts";
import { releaseSection } from "../sections/release.ts";
import { stagesSection } from "../sections/stages.ts";
import { testListsSections } from "../sections/test-lists.ts";
import { flakySection, interruptedSection, testsSection } from "../sections/tests.ts";
import { timelineSection } from "../sections/timeline.ts";
import { verdictSection } from "../sections/verdict.ts";
import { fileNames, type ReportContext, type ReportDelivery, type ReportTarget } from "../target.ts";
import { verdicts } from "../view/status.ts";

/** GitHub shows nothing at all of a summary above 1 MiB; the rest is room for what other steps of ours may add. */
export const summaryLimit = 900 * 1024;

const page: ReportTarget<MarkdownBlock> = {
  name: "job summary",
  limit: summaryLimit,
  sections: [
    verdictSection,
    basicFindings,
    testsSection,
    flakySection,
    interruptedSection,
    otherFindings,
    reproduceSection,
    warningsSection,
    changeSection,
    benchmarksSection,
    stagesSection,
    timelineSection,
    testListsSections,
    coverageSection,
    artifactsSection,
    archivesSection,
    imageSection,
    releaseSection,
    sbomSection,
    uploadsSection,
    undeliveredSection,
    noticesSection,
    footerSection,
  ],
  render: renderMarkdown,
  note: (names) => [paragraph(words(`Shortened to fit GitHub's limit for summaries: ${names.join(", ")}.`))],
  deliver,
};

/** The page that a workflow run shows, and the same as a file. */
export const jobSummary = textTarget(page);

/** The page once more, when it is known what became of the uploads. */
export const finalSummary = textTarget<MarkdownBlock>({
  ...page,
  deliver: async (markdown, { platform, config }) => {
    if (config.summary) await platform.writeSummary(markdown);
  },
});

/** The job summary as Markdown, at most `limit` bytes of UTF-8. */
export function renderSummary(report: Report, context: ReportContext, limit = summaryLimit): string {
  return fitted({ ...page, limit }, report, context);
}

async function deliver(markdown: string, { platform, config, write }: ReportDelivery): Promise<void> {
  // Locally the file is all there is; in a workflow a full disk must not cost the job summary.
  const kept = write(fileNames.summary, markdown);
  const done = await Promise.allSettled([kept, config.summary && platform.writeSummary(markdown)]);
  const broken = done.find((result) => result.status === "rejected");
  if (broken !== undefined) throw broken.reason;
}

const maxDetails = 100;

/** The job summary of a run that ended before it had a report. */
export function renderProblem({ headline, details, remedy }: ShownProblem): string {
  const left = details.length - maxDetails;
  const shown = details.slice(0, maxDetails).map((detail) => [paragraph(...prose(detail))]);
  return renderMarkdown([
    heading(2, words(`${verdicts.error.icon} Go pipeline did not run`)),
    paragraph(...prose(headline)),
    ...(shown.length === 0 ? [] : [bullets(shown)]),
    ...(left > 0 ? [paragraph(words(`… ${left} more in the log.`))] : []),
    ...(remedy === null ? [] : [paragraph(...prose(remedy))]),
  ]);
}
