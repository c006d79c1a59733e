import type { PlannedRelease } from "../model/release.ts";
import type { HostedRelease } from "../platform/release-service.ts";

/** What the text of our releases begins with. */
export function releaseMarker({ commit }: Pick<PlannedRelease, "commit">): string {
  return `<!-- dagger-go-pipeline release commit=${commit} -->`;
}

/** The commit that a release of ours was made of; null: it is somebody else's. */
export function markedCommit({ body }: Pick<HostedRelease, "body">): string | null {
  return /^<!-- dagger-go-pipeline release commit=([0-9a-f]{40,64}) -->/.exec(body)?.[1] ?? null;
}
