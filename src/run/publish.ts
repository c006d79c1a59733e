import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { publishArtifacts } from "../artifacts/publish.ts";
import { subjectsOf } from "../artifacts/subjects.ts";
import { messageOf } from "../errors.ts";
import { makeParent, type OutputDir } from "../files/output-dir.ts";
import { writePieces } from "../files/text-file.ts";
import { packageName } from "../gates/binaries.ts";
import { kinds, kindsOf } from "../gates/index.ts";
import type { Config } from "../inputs/config.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Project } from "../model/project.ts";
import type { Reason } from "../model/reason.ts";
import type { Report } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { needsOf } from "../plan/graph.ts";
import type { Redactor } from "../platform/mask.ts";
import type { CiPlatform, UploadedArtifact } from "../platform/platform.ts";
import { contextOf, type ReportRequest, reportAll } from "../report/report.ts";
import { finalSummary } from "../report/targets/job-summary.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import { comment } from "./comment.ts";

export interface Publication {
  readonly config: Config;
  /** Absolute path of the repository. */
  readonly repository: string;
  readonly project: Project;
  readonly platform: CiPlatform;
  readonly output: OutputDir;
  readonly report: Report;
  readonly evidence: Evidence;
  readonly reasons: readonly Reason[];
  readonly stages: readonly Stage[];
  /** There is a patch with what stages would change. */
  readonly fixable: boolean;
  readonly githubToken: string | null;
  readonly redactor: Redactor;
  /** Aborted when the run was cancelled. */
  readonly signal: AbortSignal;
}

/**
 * Hands the report to everything that shows it, uploads what the run left behind, and then tells the pull request and, once more, the job summary, with the addresses of
 * the uploads. Problems here are warnings: the verdict stands.
 */
export async function publish(publication: Publication): Promise<void> {
  const { config, platform, output, report } = publication;
  const request: ReportRequest = {
    report,
    reasons: publication.reasons,
    platform,
    kinds,
    kindsOf,
    needs: needsOf(publication.stages),
    fixable: publication.fixable,
    write: (name, text) => writeOwn(join(output.path, name), text),
    writePieces: (name, pieces) => writePieces(join(output.path, name), pieces),
    evidence: publication.evidence,
    pathOf: (name) => output.relative(join(output.path, name)),
    config,
  };
  await reportAll(request);
  await declare(publication);
  const uploads = config.uploadArtifacts ? await upload(publication) : [];
  const undelivered = config.prComment ? await commentOn(publication, { ...request, uploads }) : [];
  if (uploads.length + undelivered.length > 0) await reportAll({ ...request, uploads, undelivered }, [finalSummary]);
}

/** What the summary has to say of it; a comment that is there speaks for itself. */
async function commentOn(publication: Publication, request: ReportRequest): Promise<readonly string[]> {
  const { platform, redactor, signal } = publication;
  // The runner gives a run that was cancelled a few seconds, which belong to what was made.
  if (signal.aborted) return [];
  const commenting = { ...publication, context: contextOf(request), redact: redactor.redact };
  const { status, sentence, url } = await comment(commenting);
  const said = `pr-comment: ${sentence}`;
  if (status === "refused") platform.notice(said);
  else if (status === "failed") platform.warning(said);
  else platform.log(sanitizeLine(url === null ? said : `${said} ${url}`));
  return status === "refused" || status === "failed" ? [sentence] : [];
}

/** Tells the runner what was built, where it wants to know. */
async function declare({ platform, report, repository }: Publication): Promise<void> {
  try {
    const left = (await platform.declare?.(subjectsOf(report, repository))) ?? [];
    for (const notice of left) platform.notice(notice);
  } catch (thrown) {
    platform.warning(`What was built could not be declared for attestations: ${messageOf(thrown)}`);
  }
}

async function writeOwn(path: string, text: string): Promise<void> {
  await makeParent(path);
  await writeFile(path, text, { flag: "wx" });
}

async function upload(publication: Publication): Promise<readonly UploadedArtifact[]> {
  const { config, project, repository, platform, output, report, signal } = publication;
  const delivery = {
    outputDirectory: output.path,
    repository,
    artifacts: report.artifacts,
    archives: report.archives ?? [],
    sboms: report.sboms ?? [],
    image: report.image?.path ?? null,
    name: artifactName(project, repository),
    prefix: config.artifactPrefix ?? "",
  };
  const published = await publishArtifacts(delivery, config.retentionDays, platform, signal);
  for (const notice of published.notices) platform.notice(notice);
  for (const warning of published.warnings) platform.warning(warning);
  return published.uploaded;
}

/** Binaries of several modules come in one artifact per platform. */
function artifactName({ modules }: Project, repository: string): string {
  return modules.length > 1 ? basename(repository) : packageName(modules[0]?.path ?? "module");
}
