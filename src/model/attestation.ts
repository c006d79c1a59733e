/** How the stage that attests is called: it is no gate, since no engine has anything to do with it. */
export const attestStage = "attest";

/** What is signed where a run comes from, by name in the output directory. */
export const attestationsFile = "attestations.jsonl";

/** What a run that was asked to attest does about it. */
export interface AttestOccasion {
  /** Why it does not; null: it does. */
  readonly skipped: string | null;
}
