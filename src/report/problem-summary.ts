import type { Problem } from "./errors.ts";
import { bullets, heading, paragraph, prose, renderMarkdown, words } from "./markdown.ts";
import { verdicts } from "./status.ts";

const maxDetails = 100;

/** The job summary of a run that ended before it had a report. Loads the Markdown libraries, as summary.ts does. */
export function renderProblem({ headline, details, remedy }: Problem): string {
  const left = details.length - maxDetails;
  return renderMarkdown([
    heading(2, words(`${verdicts.error.icon} Go pipeline did not run`)),
    paragraph(...prose(headline)),
    ...(details.length === 0
      ? []
      : [bullets(details.slice(0, maxDetails).map((detail) => [paragraph(...prose(detail))]))]),
    ...(left > 0 ? [paragraph(words(`… ${left} more in the log.`))] : []),
    ...(remedy === null ? [] : [paragraph(...prose(remedy))]),
  ]);
}
