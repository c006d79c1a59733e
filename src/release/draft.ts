import { retried, TransientError } from "../net/http.ts";
import type { HostedAsset, HostedRelease } from "../platform/release-service.ts";
import { type Asset, contentType } from "./asset.ts";
import { look, type ReleaseJob, requireSame } from "./job.ts";

/**
 * Brings the files of a run to a draft of its own, or finds them published already. Every attempt looks first at what is there: one that seems to have failed may
 * have done its work, and another run of the same tag may be at it.
 */
export async function fillDraft(job: ReleaseJob): Promise<HostedRelease> {
  let release = await retried(() => ensureDraft(job), job.retries);
  for (const asset of job.assets) {
    let again = false;
    const halves = new Set<number>();
    await retried(async () => {
      if (again) release = await ensureDraft(job);
      again = true;
      if (release.draft) await ensureAsset(job, release, asset, halves);
    }, job.retries);
    if (!release.draft) break;
  }
  return release;
}

async function ensureDraft(job: ReleaseJob): Promise<HostedRelease> {
  const { service, release, notes: body, assets } = job;
  const { published, drafts } = await look(job);
  if (published !== null) {
    requireSame(published, await service.assets(published), assets);
    return published;
  }
  const [oldest] = drafts;
  if (oldest !== undefined) return oldest;
  const { tag, prerelease } = release;
  const created = await service.create({ tag, prerelease, body });
  // Another run may have made one at the same time: all go on with the oldest.
  const [first = created] = (await look(job)).drafts;
  if (first.id !== created.id) await service.removeDraft(created);
  return first;
}

/** `halves`: files that were seen in part; one of another run may be on its way, so none is removed at first sight. */
async function ensureAsset(job: ReleaseJob, release: HostedRelease, asset: Asset, halves: Set<number>): Promise<void> {
  const { service } = job;
  const there = (await service.assets(release)).find(({ name }) => name === asset.name);
  if (there !== undefined) {
    if (isThere(there, asset)) return;
    if (!there.whole && !halves.has(there.id)) {
      halves.add(there.id);
      throw new TransientError(`the draft (${release.url}) has half of ${asset.name}, or it is arriving`);
    }
    // Nothing is taken from what is public: another run may have been faster.
    const { drafts } = await look(job);
    if (drafts.every(({ id }) => id !== release.id)) throw new TransientError(`${release.url} is no draft any more`);
    await service.removeAsset(there);
  }
  const content = await asset.read();
  const { name } = asset;
  const uploaded = await service.upload(release, { name, content, contentType: contentType(name) });
  if (isThere(uploaded, asset)) return;
  throw new TransientError(`GitHub has another ${asset.name} than was sent`);
}

/** All of it, as it was made. Where GitHub says no digest, nobody knows: another look may tell. */
function isThere({ name, size, digest, whole }: HostedAsset, asset: Asset): boolean {
  if (name !== asset.name || !whole || size !== asset.size) return false;
  if (digest !== null) return digest === `sha256:${asset.sha256}`;
  throw new TransientError(`GitHub does not say the digest of ${name}, so nobody knows whether it is what was sent`);
}
