import { shortCommit } from "../model/commit.ts";
import type { PlannedRelease } from "../model/release.ts";
import type { Retries } from "../net/http.ts";
import type { HostedAsset, HostedRelease, ReleaseService } from "../platform/release-service.ts";
import type { Asset } from "./asset.ts";
import { markedCommit } from "./marker.ts";

/** A release on its way. */
export interface ReleaseJob {
  readonly service: ReleaseService;
  readonly release: PlannedRelease;
  readonly notes: string;
  readonly assets: readonly Asset[];
  readonly retries: Retries;
}

/** Nobody else's release is touched, and none that is public: a person has to decide. */
export class ReleaseConflict extends Error {
  override readonly name = "ReleaseConflict";
}

/** What GitHub has of a tag. */
export interface Found {
  readonly published: HostedRelease | null;
  /** Of ours and of the same commit, the oldest first. */
  readonly drafts: readonly HostedRelease[];
  readonly all: readonly HostedRelease[];
}

/** Looks for releases of the tag, whose commit has to be the one that was built. Throws ReleaseConflict for a tag or draft that is another's. */
export async function look(job: ReleaseJob): Promise<Found> {
  await requireCommit(job);
  const { service, release } = job;
  const { tag } = release;
  const all = await service.list();
  const here = all.filter((each) => each.tag === tag);
  const drafts = here.filter(({ draft }) => draft).sort((a, b) => a.id - b.id);
  for (const draft of drafts) refuseOthers(draft, release);
  return { published: here.find(({ draft }) => !draft) ?? null, drafts, all };
}

/** Throws ReleaseConflict unless the tag is still of the commit that was built. */
export async function requireCommit({ service, release }: ReleaseJob): Promise<void> {
  const { tag, commit } = release;
  const now = await service.commitOf(tag);
  if (now === null) throw new ReleaseConflict(`GitHub has no tag ${tag} any more`);
  if (now !== commit) {
    throw new ReleaseConflict(`the tag ${tag} is now of ${shortCommit(now)}; this run is of ${shortCommit(commit)}`);
  }
}

function refuseOthers(draft: HostedRelease, { tag, commit }: PlannedRelease): void {
  const marked = markedCommit(draft);
  if (marked === commit) return;
  const whose = marked === null ? "is not of this pipeline" : `is of the commit ${shortCommit(marked)}`;
  throw new ReleaseConflict(`there is a draft for ${tag} that ${whose}: publish or delete it (${draft.url})`);
}

/** Throws ReleaseConflict unless a release has all files of the run, with the same digests. */
export function requireSame({ url }: HostedRelease, there: readonly HostedAsset[], wanted: readonly Asset[]): void {
  const lacks = wanted.filter(({ name }) => !there.some((asset) => asset.name === name));
  const silent = wanted.filter(({ name }) => there.some((asset) => asset.name === name && asset.digest === null));
  const others = wanted.filter(({ name, sha256 }) =>
    there.some((asset) => asset.name === name && asset.digest !== null && asset.digest !== `sha256:${sha256}`),
  );
  const said = [
    ...lacks.map(({ name }) => `lacks ${name}`),
    ...silent.map(({ name }) => `has ${name}, whose digest GitHub does not say`),
    ...others.map(({ name }) => `has another ${name}`),
  ];
  if (said.length > 0) throw new ReleaseConflict(`the release (${url}) ${said.slice(0, 5).join(", ")}`);
}
