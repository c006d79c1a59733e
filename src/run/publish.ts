import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { publishArtifacts } from "../artifacts/publish.ts";
import { subjectsOf } from "../artifacts/subjects.ts";
import { messageOf } from "../errors.ts";
import { makeParent, type OutputDir } from "../files/output-dir.ts";
import { packageName } from "../gates/binaries.ts";
import { kinds, kindsOf } from "../gates/index.ts";
import type { Config } from "../inputs/config.ts";
import type { Project } from "../model/project.ts";
import type { Reason } from "../model/reason.ts";
import type { Report } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { needsOf } from "../plan/graph.ts";
import type { CiPlatform } from "../platform/platform.ts";
import { reportAll } from "../report/report.ts";

export interface Publication {
  readonly config: Config;
  /** Absolute path of the repository. */
  readonly repository: string;
  readonly project: Project;
  readonly platform: CiPlatform;
  readonly output: OutputDir;
  readonly report: Report;
  readonly reasons: readonly Reason[];
  readonly stages: readonly Stage[];
  /** There is a patch with what stages would change. */
  readonly fixable: boolean;
  /** Aborted when the run was cancelled. */
  readonly signal: AbortSignal;
}

/** Hands the report to everything that shows it, then uploads what the run left behind. Problems here are warnings: the verdict stands. */
export async function publish(publication: Publication): Promise<void> {
  const { config, platform, output, report } = publication;
  await reportAll({
    report,
    reasons: publication.reasons,
    platform,
    kinds,
    kindsOf,
    needs: needsOf(publication.stages),
    fixable: publication.fixable,
    write: (name, text) => writeOwn(join(output.path, name), text),
    pathOf: (name) => output.relative(join(output.path, name)),
    config,
  });
  await declare(publication);
  if (config.uploadArtifacts) await upload(publication);
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

async function upload({ config, project, repository, platform, output, report, signal }: Publication): Promise<void> {
  const delivery = {
    outputDirectory: output.path,
    repository,
    artifacts: report.artifacts,
    image: report.image?.path ?? null,
    name: artifactName(project, repository),
    prefix: config.artifactPrefix ?? "",
  };
  const published = await publishArtifacts(delivery, config.retentionDays, platform, signal);
  for (const notice of published.notices) platform.notice(notice);
  for (const warning of published.warnings) platform.warning(warning);
}

/** Binaries of several modules come in one artifact per platform. */
function artifactName({ modules }: Project, repository: string): string {
  return modules.length > 1 ? basename(repository) : packageName(modules[0]?.path ?? "module");
}
