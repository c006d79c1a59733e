/** What GitHub says about the run. */
export interface ReleaseFacts {
  readonly eventName: string | null;
  /** `refs/heads/main`, `refs/tags/v1`. */
  readonly ref: string | null;
}

/** What a run for a tag or a release makes goes to users: it takes nothing that another run has made. */
export function isRelease({ eventName, ref }: ReleaseFacts): boolean {
  return eventName === "release" || (ref?.startsWith("refs/tags/") ?? false);
}

/** Where other CIs name the tag of a run: GitLab, Bitbucket, CircleCI, and Travis and those that follow it. */
const tagVariables = ["CI_COMMIT_TAG", "BITBUCKET_TAG", "CIRCLE_TAG", "TRAVIS_TAG"];

/** The same, by the variables that a CI sets; false where no CI says anything, as on a laptop. */
export function isReleaseRun(env: Readonly<Record<string, string | undefined>>): boolean {
  if (env["GITHUB_REF_TYPE"] === "tag" || tagVariables.some((name) => (env[name] ?? "") !== "")) return true;
  // Azure Pipelines has the reference in BUILD_SOURCEBRANCH.
  const refs = [env["GITHUB_REF"], env["BUILD_SOURCEBRANCH"]];
  return refs.some((ref) => isRelease({ eventName: env["GITHUB_EVENT_NAME"] ?? null, ref: ref ?? null }));
}
