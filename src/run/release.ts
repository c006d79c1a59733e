import { messageOf } from "../errors.ts";
import type { OutputDir } from "../files/output-dir.ts";
import { build } from "../gates/build.ts";
import { type PlannedRelease, type ReleaseOccasion, releaseStage } from "../model/release.ts";
import type { Release, StageResult, StageStatus } from "../model/report.ts";
import { Refusal } from "../platform/refusal.ts";
import type { HostedRelease, ReleaseService } from "../platform/release-service.ts";
import { commitsSince } from "../project/commits.ts";
import { fillDraft } from "../release/draft.ts";
import { ReleaseConflict, type ReleaseJob } from "../release/job.ts";
import { maxCommits, releaseNotes } from "../release/notes.ts";
import { publishDraft } from "../release/publish.ts";
import type { Collected } from "../results/assemble.ts";
import { redactStage } from "../results/redact.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import { releaseAssets } from "./release-assets.ts";
import { heldBack, runCancelled } from "./scheduler.ts";
import { endingResult } from "./stage-result.ts";
import type { Run } from "./state.ts";

/** A release whose files are at GitHub, or that has ended early. */
export interface Releasing {
  /** What pushes and deployments go by. */
  readonly before: readonly StageResult[];
  /** Makes it public when all that was pushed has passed. */
  end(pushed: readonly StageResult[]): Promise<Released>;
}

export interface Released {
  readonly result: StageResult;
  readonly release: Release | null;
}

type Releaser = Pick<Run, "platform" | "project" | "redactor" | "signal" | "githubToken">;

/** Before the second attempt; twice as long before the third. */
const retryMs = 2_000;

/** What a release is made of. */
export interface ReleaseMatter {
  readonly collected: Collected;
  /** Everything that has run. */
  readonly before: readonly StageResult[];
  readonly output: OutputDir;
}

/** Brings the files of a release to a draft, when everything before has passed. Never throws. */
export async function beginRelease(
  run: Releaser,
  occasion: ReleaseOccasion,
  matter: ReleaseMatter,
): Promise<Releasing> {
  const { before } = matter;
  const ended = (status: StageStatus, reason: string): Releasing => over(before, stageResult(status, reason));
  if ("skipped" in occasion) return ended("skipped", occasion.skipped);
  const held = heldBack(before, run.signal);
  if (held !== null) return ended(held.status, held.reason);
  const half = before.find((result) => isHalf(result, occasion.release));
  if (half !== undefined) return ended("failed", `${half.id} did not pass, and a release holds every platform`);
  const { signal, githubToken: token, platform } = run;
  const { repository } = platform.context;
  if (platform.releases === undefined || repository === null || token === null) {
    return ended("errored", "the runner does not say which repository this is");
  }
  const open = platform.releases;
  return await begin(run, () => open({ repository, token, signal }), occasion.release, matter);
}

/** A build on `warn` leaves out what it could not build. */
function isHalf({ gate, module, status }: StageResult, release: PlannedRelease): boolean {
  return gate === build.name && module === release.module && status === "warned";
}

function over(before: readonly StageResult[], result: StageResult): Releasing {
  return { before: [...before, result], end: async () => ({ result, release: null }) };
}

async function begin(
  run: Releaser,
  open: () => Promise<ReleaseService>,
  planned: PlannedRelease,
  matter: ReleaseMatter,
): Promise<Releasing> {
  const startedAt = new Date();
  const settled = (part: Pick<StageResult, "status" | "reason">): StageResult =>
    redactStage(
      {
        ...stageResult(part.status, part.reason),
        startedAt: startedAt.toISOString(),
        durationMs: Date.now() - startedAt.getTime(),
      },
      run.redactor.redact,
    );
  let service: ReleaseService | null = null;
  try {
    const opened = await open();
    service = opened;
    const job = await jobOf(run, opened, planned, matter);
    const draft = await fillDraft(job);
    const end = async (pushed: readonly StageResult[]): Promise<Released> => {
      const { release, ...part } = await finish(run, job, draft, pushed);
      await opened.close();
      return { result: settled(part), release: reportOf(job, release) };
    };
    return { before: matter.before, end };
  } catch (thrown) {
    await service?.close();
    return over(matter.before, settled(failureOf(thrown, run, draftStays)));
  }
}

async function jobOf(
  { platform, project, redactor, signal }: Releaser,
  service: ReleaseService,
  release: PlannedRelease,
  { collected, output }: ReleaseMatter,
): Promise<ReleaseJob> {
  const { serverUrl, repository } = platform.context;
  const { module: dir, before: since, cutOff } = release;
  const inside = [...project.modules.map((module) => module.dir), ...project.unchecked].filter(
    (other) => other !== dir && (dir === "." || other.startsWith(`${dir}/`)),
  );
  const history = { root: project.root, since, dir, without: inside, max: maxCommits + 1 };
  const found = cutOff === null ? await commitsSince(history) : { commits: [] };
  if ("problem" in found) throw new Error(`git does not say which commits are new: ${found.problem}`);
  const address = `${serverUrl ?? "https://github.com"}/${repository ?? ""}`;
  const notes = releaseNotes({ release, address, commits: found.commits, redact: redactor.redact });
  const assets = await releaseAssets(release, collected, project, output);
  return { service, release, notes, assets, retries: { pauseMs: (attempt) => attempt * retryMs, signal } };
}

type Finish = Pick<StageResult, "status" | "reason"> & { readonly release: HostedRelease };

/** What became of the draft. Never throws. */
async function finish(
  run: Releaser,
  job: ReleaseJob,
  draft: HostedRelease,
  pushed: readonly StageResult[],
): Promise<Finish> {
  const held = heldBack(pushed, run.signal);
  if (held !== null) return { ...held, release: draft };
  if (!draft.draft)
    return { status: "passed", reason: "it was published already, with the same files", release: draft };
  if (!job.release.published) return { status: "passed", reason: null, release: draft };
  let now = draft;
  const isPublic = (release: HostedRelease): void => {
    now = release;
  };
  try {
    return { status: "passed", reason: null, release: await publishDraft(job, isPublic) };
  } catch (thrown) {
    return { ...failureOf(thrown, run, now.draft ? draftStays : publicStays), release: now };
  }
}

const draftStays = "A draft that is there stays, and the next run of the tag goes on with it.";
const publicStays = "The release is public all the same, and the next run of the tag looks at it again.";

/** `stays`: what there is at GitHub. */
function failureOf(
  thrown: unknown,
  { signal }: Pick<Releaser, "signal">,
  stays: string,
): Pick<StageResult, "status" | "reason"> {
  const said = sanitizeLine(messageOf(thrown), 400);
  if (signal.aborted) return { status: "cancelled", reason: runCancelled };
  if (thrown instanceof ReleaseConflict) return { status: "failed", reason: said };
  if (thrown instanceof Refusal) {
    return {
      status: "errored",
      reason: `GitHub refuses the token: ${said}. The job needs \`permissions: contents: write\`.`,
    };
  }
  return { status: "errored", reason: `${said}. ${stays}` };
}

function reportOf({ release, assets }: ReleaseJob, { url, draft }: HostedRelease): Release {
  return {
    ...{ tag: release.tag, module: release.module, state: draft ? "draft" : "published", url },
    assets: assets.map(({ name, sha256, size }) => ({ name, size, sha256 })),
  };
}

function stageResult(status: StageStatus, reason: string | null): StageResult {
  return endingResult(releaseStage, status, reason);
}
