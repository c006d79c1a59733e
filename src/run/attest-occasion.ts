import { UsageError } from "../errors.ts";
import type { Config } from "../inputs/config.ts";
import type { AttestOccasion } from "../model/attestation.ts";
import type { CiPlatform } from "../platform/platform.ts";

/** Whether a run attests what it builds; null: nobody asks. Throws UsageError, before anything has run, where it should and cannot. */
export function attestOccasion(
  { attest }: Pick<Config, "attest">,
  { context, attester }: Pick<CiPlatform, "context" | "attester">,
): AttestOccasion | null {
  if (!attest) return null;
  const { eventName, pullRequest } = context;
  if (attester === undefined || eventName === null) {
    return { skipped: "attests only what a workflow builds; this is no run of one" };
  }
  if (pullRequest !== null || eventName === "merge_group") {
    return { skipped: `attests nothing that is not merged; this is ${eventName}` };
  }
  if (attester.lacks !== null) throw new UsageError([`attest: ${attester.lacks}`]);
  return { skipped: null };
}
