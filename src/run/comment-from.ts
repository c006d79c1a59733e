import { resolve } from "node:path";
import { UsageError } from "../errors.ts";
import { readPlainFile } from "../files/plain-file.ts";
import { kinds, kindsOf } from "../gates/index.ts";
import { type Report, reportSchema } from "../model/report.ts";
import { parseJson } from "../parse-json.ts";
import { readableReport } from "../report/brief-report.ts";
import { harmlessReport } from "../report/harmless-report.ts";
import { contextOf } from "../report/report.ts";
import { fileNames } from "../report/target.ts";
import { renderCommented } from "../report/targets/pr-comment.ts";
import { schemaProblem } from "../report/targets/report-json.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import { type Commented, type Commenting, comment, commentBody } from "./comment.ts";
import type { PipelineRequest } from "./state.ts";

/**
 * Shows the report of another run on its pull request, and runs nothing. That run may have been one of strangers: nothing of the report says where the comment goes, and all of it is
 * shown as text. 0: commented, or there is nothing to comment on; 1: the report is refused; 3: GitHub did not take the comment.
 */
export async function runCommentFrom(request: PipelineRequest): Promise<number> {
  const { config, platform } = request;
  const read = await readReport(resolve(config.workingDirectory, config.commentFrom ?? ""));
  if ("refused" in read) {
    const sentence = `The report is refused: ${sanitizeLine(read.refused)}.`;
    platform.error(`comment-from: ${sentence}`);
    await summarize(request, { status: "failed", sentence, url: null });
    return 1;
  }
  const { head } = platform.context.pullRequest ?? {};
  const { serverUrl } = platform.context;
  const source =
    head === undefined || head.repository === null || serverUrl === null
      ? null
      : { serverUrl, repository: head.repository, sha: head.sha };
  const nowhere = { reasons: [], kinds, kindsOf, needs: new Map(), pathOf: (name: string) => name, fixable: false };
  const commenting: Commenting = {
    ...request,
    report: harmlessReport(read.report),
    context: { ...contextOf({ ...nowhere, platform }), source },
    redact: request.redactor.redact,
  };
  if (config.dryRun) {
    await platform.group("The comment", commentBody(commenting, head?.sha ?? "").body.split("\n"), true);
    return 0;
  }
  const commented = await comment(commenting);
  const { status, sentence, url } = commented;
  await summarize(request, commented);
  if (status === "refused" || status === "failed") {
    platform.error(`comment-from: ${sentence}`);
    return 3;
  }
  platform.log(sanitizeLine(`comment-from: ${sentence}${url === null ? "" : ` ${url}`}`));
  return 0;
}

async function summarize({ config, platform }: PipelineRequest, { status, sentence, url }: Commented): Promise<void> {
  const ok = status === "written" || status === "skipped";
  if (config.summary) await platform.writeSummary(renderCommented(sentence, url === null ? null : { url }, ok));
}

/** A directory without a report is a wrong value; a report that is none is somebody's. */
async function readReport(directory: string): Promise<{ readonly report: Report } | { readonly refused: string }> {
  const brief = await readPlainFile(directory, fileNames.brief, readableReport);
  // It is there beside reports that are too large; what is wrong with it is wrong with the artifact.
  const name = brief.ok || brief.there ? fileNames.brief : fileNames.report;
  const file = name === fileNames.brief ? brief : await readPlainFile(directory, name, readableReport);
  if (!file.ok) {
    const problem = `${directory} ${file.problem}`;
    if (file.there) return { refused: problem };
    throw new UsageError([
      `comment-from: ${problem}; name the directory of a report, such as an artifact that was downloaded`,
    ]);
  }
  const parsed = reportSchema.safeParse(parseJson(file.text));
  if (parsed.success) return { report: parsed.data };
  return { refused: `${name} departs from its schema: ${schemaProblem(parsed.error.issues)}` };
}
