/** Why a secret that a workflow names may be missing. */
export const fork = "secrets are empty for pull requests from forks";

/** What is wrong with secrets, and what is left out; neither text shows one. */
export interface Notes {
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}
