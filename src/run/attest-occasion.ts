import { UsageError } from "../errors.ts";
import type { Config } from "../inputs/config.ts";
import type { AttestOccasion } from "../model/attestation.ts";
import { shortCommit } from "../model/commit.ts";
import type { CiPlatform, RunContext } from "../platform/platform.ts";
import { checkedOut } from "../project/checked-out.ts";
import { type Revision, tagOf } from "../project/revision.ts";

/** Events whose run is about a commit of the repository itself. Others may have checked out what anybody has proposed. */
const ownEvents: readonly string[] = ["push", "release", "repository_dispatch", "schedule", "workflow_dispatch"];

/** Whether a run attests what it builds; null: nobody asks. Throws UsageError, before anything has run, where it should and cannot. */
export function attestOccasion(
  { attest }: Pick<Config, "attest">,
  { context, attester }: Pick<CiPlatform, "context" | "attester">,
): AttestOccasion | null {
  if (!attest) return null;
  const { eventName } = context;
  if (attester === undefined) return { skipped: "attests only what a workflow builds; this is no run of one" };
  if (eventName === null) throw new UsageError(["attest: the event of this run (GITHUB_EVENT_PATH) cannot be read"]);
  if (!ownEvents.includes(eventName)) {
    return { skipped: `attests nothing that is not merged; this is ${eventName}` };
  }
  if (attester.lacks !== null) throw new UsageError([`attest: ${attester.lacks}`]);
  return { skipped: null };
}

/** What is signed names the commit of the run. Throws UsageError where something else is built. */
export function requireOwnCommit(
  revision: Pick<Revision, "commit" | "eventTag" | "changes" | "problem">,
  event: Pick<RunContext, "eventName" | "ref" | "sha">,
): void {
  const { eventTag } = revision;
  // GITHUB_SHA may be the object of an annotated tag.
  const isTags = eventTag !== null && eventTag === tagOf(event);
  const wanted = `the commit of this run (${event.sha === null ? "unknown" : shortCommit(event.sha)})`;
  checkedOut(revision, {
    input: "attest",
    because: "what is signed names the commit and nothing else",
    other: (commit) =>
      commit === event.sha || isTags ? null : `${wanted}, which is what would be signed; check out that one`,
  });
}
