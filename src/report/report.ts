import type { Config } from "../inputs/config.ts";
import type { Report } from "../model/report.ts";
import type { CiPlatform } from "../platform/platform.ts";
import { annotationsOf } from "./annotations.ts";
import type { ReportContext } from "./context.ts";
import { jsonReport } from "./json.ts";
import { outputsOf } from "./outputs.ts";
import { type Reporter, runReporters } from "./reporters.ts";
import { renderSummary } from "./summary.ts";
import { verdictLines } from "./terminal.ts";

export interface ReportRequest {
  readonly report: Report;
  readonly reasons: ReportContext["reasons"];
  readonly platform: CiPlatform;
  readonly kinds: ReportContext["kinds"];
  readonly needs: ReportContext["needs"];
  /** Where the files of the report lie, as a user would type it; `report` among the step outputs. */
  readonly files: ReportContext["files"];
  readonly write: {
    readonly reportJson: (text: string) => Promise<void>;
    readonly summary: (text: string) => Promise<void>;
  };
  readonly config: Pick<Config, "summary" | "annotations">;
}

/** Shows the result everywhere it is shown. Answers the warnings about reporters that broke; never throws for them. */
export async function reportAll(request: ReportRequest): Promise<readonly string[]> {
  const { report, platform, config, files, write } = request;
  const context = contextOf(request);
  const reporters: readonly (Reporter | false)[] = [
    { name: "report.json", run: () => writeJson(report, write.reportJson) },
    { name: "job summary", run: () => writeSummary(request, context) },
    // A terminal has no lines to pin them to, and the log has told every finding with its position.
    config.annotations && platform.name === "github" && { name: "annotations", run: () => annotate(request) },
    { name: "step outputs", run: () => platform.setOutputs(outputsOf(report, files.reportJson)) },
    { name: "verdict table", run: () => printVerdict(report, context, platform) },
  ];
  return runReporters(
    platform,
    reporters.filter((reporter) => reporter !== false),
  );
}

function contextOf({ reasons, platform, kinds, needs, files }: ReportRequest): ReportContext {
  const { serverUrl, repository, sha } = platform.context;
  return {
    source: serverUrl === null || repository === null || sha === null ? null : { serverUrl, repository, sha },
    reasons,
    kinds,
    needs,
    files,
  };
}

async function writeJson(report: Report, write: (text: string) => Promise<void>): Promise<void> {
  const { text, problem } = jsonReport(report);
  await write(text);
  if (problem !== null) throw new Error(`it was written but departs from its schema: ${problem}`);
}

async function writeSummary({ report, platform, config, write }: ReportRequest, context: ReportContext): Promise<void> {
  const markdown = renderSummary(report, context);
  // Locally the file is all there is; in a workflow a full disk must not cost the job summary.
  const done = await Promise.allSettled([write.summary(markdown), config.summary && platform.writeSummary(markdown)]);
  const broken = done.find((result) => result.status === "rejected");
  if (broken !== undefined) throw broken.reason;
}

function printVerdict(report: Report, context: ReportContext, platform: CiPlatform): void {
  for (const line of verdictLines(report, context, platform.colour)) platform.log(line);
}

function annotate({ report, reasons, platform, kinds }: ReportRequest): void {
  for (const annotation of annotationsOf(report, { kinds, reasons })) platform.annotate(annotation);
}
