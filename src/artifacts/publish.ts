import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { messageOf } from "../errors.ts";
import type { ArtifactUpload, CiPlatform, UploadedArtifact, UploadResult } from "../platform/platform.ts";
import { type ArtifactDelivery, type Bundle, bundlesOf } from "./bundles.ts";

export type { ArtifactDelivery } from "./bundles.ts";

export interface Published {
  /** By name. */
  readonly uploaded: readonly UploadedArtifact[];
  readonly notices: readonly string[];
  /** Nothing here changes the verdict: what was built is in the output directory in any case. */
  readonly warnings: readonly string[];
}

/** Uploads side by side; the client itself sends each in several pieces at once. */
const concurrency = 3;

/** More than the jobs a matrix can have (256) ask for the same name. */
const mostNames = 256;

/**
 * Uploads the workflow artifacts. A problem with one hinders no other; never throws. Where there is no workflow (a terminal) nothing is packed.
 * @param retentionDays null: the repository's default
 * @param cancelled aborted when the run shall end: uploads then have a few seconds left
 */
export async function publishArtifacts(
  delivery: ArtifactDelivery,
  retentionDays: number | null,
  platform: Pick<CiPlatform, "name" | "upload">,
  cancelled: AbortSignal = new AbortController().signal,
): Promise<Published> {
  if (platform.name === "local") return { uploaded: [], notices: [], warnings: [] };
  const publisher = createPublisher(retentionDays, platform);
  try {
    const scratch = await mkdtemp(join(tmpdir(), "dagger-go-artifacts-"));
    const all = publishAll(bundlesOf(delivery), scratch, publisher);
    if ((await Promise.race([all, graceAfter(cancelled)])) === "over") publisher.warn(stopped);
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  } catch (thrown) {
    publisher.warn(`Temporary files for workflow artifacts: ${messageOf(thrown)}`);
  }
  return publisher.published();
}

const stopped = "Not all artifacts were uploaded: the run was cancelled.";

/** Of the ten seconds that GitHub leaves a cancelled job, what is left for uploads. */
const graceMs = 4_000;

async function graceAfter(cancelled: AbortSignal): Promise<"over"> {
  if (!cancelled.aborted) await once(cancelled, "abort");
  return delay(graceMs, "over");
}

async function publishAll(bundles: readonly Bundle[], scratch: string, publisher: Publisher): Promise<void> {
  // All workers take from the same iterator, so each bundle is taken once.
  const queue = bundles.entries();
  const worker = async (): Promise<void> => {
    for (const [index, bundle] of queue) await publisher.publish(bundle, join(scratch, String(index)));
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

interface Publisher {
  readonly publish: (bundle: Bundle, scratch: string) => Promise<void>;
  readonly warn: (message: string) => void;
  readonly published: () => Published;
}

function createPublisher(retentionDays: number | null, platform: Pick<CiPlatform, "upload">): Publisher {
  const names = new Set<string>();
  const uploaded: UploadedArtifact[] = [];
  const notices: string[] = [];
  const warnings: string[] = [];
  const unavailable: string[] = [];

  const publish = async ({ name: wanted, prepare }: Bundle, scratch: string): Promise<void> => {
    const { refused, ...content } = await prepare(scratch);
    warnings.push(...refused);
    const { name, result } = await uploadAsFree({ ...content, name: wanted, retentionDays }, names, platform);
    if (result.status === "failed") throw new Error(result.reason);
    if (result.status === "unavailable") {
      unavailable.push(result.reason);
      return;
    }
    uploaded.push({ name, url: result.url, size: result.size });
    if (name !== wanted)
      notices.push(`The artifact name ${wanted} is taken in this workflow run: uploaded as ${name}.`);
  };

  return {
    publish: async (bundle, scratch) => {
      if (unavailable.length > 0) return;
      await publish(bundle, scratch).catch((thrown: unknown) => {
        warnings.push(`The artifact ${bundle.name} was not uploaded: ${messageOf(thrown)}`);
      });
    },
    warn: (message) => warnings.push(message),
    published: () => ({
      uploaded: uploaded.sort((a, b) => (a.name < b.name ? -1 : 1)),
      notices,
      warnings: [...warnings, ...unavailable.slice(0, 1).map((reason) => `No artifact was uploaded: ${reason}`)],
    }),
  };
}

interface Settled {
  readonly name: string;
  readonly result: Exclude<UploadResult, { readonly status: "name-taken" }>;
}

/** Under the first free one of `name`, `name-2`, `name-3` …; `used` are the names this run has tried. */
async function uploadAsFree(
  request: ArtifactUpload,
  used: Set<string>,
  platform: Pick<CiPlatform, "upload">,
): Promise<Settled> {
  for (let number = 1; number <= mostNames; number++) {
    const name = number === 1 ? request.name : `${request.name}-${number}`;
    if (used.has(name)) continue;
    used.add(name);
    const result = await platform.upload({ ...request, name });
    if (result.status !== "name-taken") return { name, result };
  }
  const reason = `the name and its first ${mostNames} numbers are taken in this workflow run`;
  return { name: request.name, result: { status: "failed", reason } };
}
