import { retried, TransientError } from "../net/http.ts";
import type { HostedRelease } from "../platform/release-service.ts";
import { isAfter, isPrerelease, tagRules, versionOfTag } from "../project/module-version.ts";
import { type Found, look, ReleaseConflict, type ReleaseJob, requireCommit, requireSame } from "./job.ts";
import { markedCommit } from "./marker.ts";

/**
 * Makes a filled draft public, when it holds what the run made and nothing else, and looks at what is public then. `isPublic` hears of a release of ours as soon as
 * it is: what fails afterwards does not take it back.
 */
export async function publishDraft(
  job: ReleaseJob,
  isPublic: (release: HostedRelease) => void = () => undefined,
): Promise<HostedRelease> {
  return await retried(() => publish(job, isPublic), job.retries);
}

async function publish(job: ReleaseJob, isPublic: (release: HostedRelease) => void): Promise<HostedRelease> {
  const { service, assets, release } = job;
  const found = await look(job);
  const published = found.published ?? (await makePublic(job, found));
  if (markedCommit(published) === release.commit) isPublic(published);
  // It may have been moved between the look and the publishing.
  await requireCommit(job);
  requireSame(published, await service.assets(published), assets);
  // Of runs that were at it at the same time.
  for (const draft of found.drafts) if (draft.id !== published.id) await service.removeDraft(draft);
  return published;
}

async function makePublic({ service, release, assets }: ReleaseJob, { drafts, all }: Found): Promise<HostedRelease> {
  const [draft] = drafts;
  if (draft === undefined) throw new TransientError(`the draft for ${release.tag} is not there any more`);
  const there = await service.assets(draft);
  const lacks = assets.filter((asset) => !there.some(({ name, whole }) => whole && name === asset.name));
  if (lacks.length > 0) {
    const names = lacks.slice(0, 5).map(({ name }) => name);
    throw new TransientError(`the draft (${draft.url}) lacks ${names.join(", ")}, or it is arriving`);
  }
  requireSame(draft, there, assets);
  const foreign = there.filter(({ name }) => !assets.some((asset) => asset.name === name)).map(({ name }) => name);
  if (foreign.length > 0) {
    const names = foreign.slice(0, 5).join(", ");
    throw new ReleaseConflict(
      `the draft (${draft.url}) holds ${names}, which this run did not make: delete that, or publish it by hand`,
    );
  }
  return await service.publish(draft, isLatest(release, all));
}

/** Not before a higher one: fixes of an older version do not take its place. */
function isLatest({ plainTags, prerelease, version }: ReleaseJob["release"], all: Found["all"]): boolean {
  if (!plainTags || prerelease) return false;
  const rules = tagRules(".", null, () => false);
  const others = all
    .filter((other) => !other.draft && !other.prerelease)
    .flatMap(({ tag }) => versionOfTag(tag, rules) ?? [])
    .filter((other) => !isPrerelease(other));
  return others.every((other) => !isAfter(other, version));
}
