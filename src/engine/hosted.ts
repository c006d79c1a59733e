/** A runner that GitHub hosts: the machine was made for this job and is thrown away after it. */
export function isHosted(env: Readonly<Record<string, string | undefined>>): boolean {
  return env["RUNNER_ENVIRONMENT"] === "github-hosted";
}

/** The image that the runner was made from, `ubuntu24_20261110.12.1` (github.com/actions/runner-images sets both); empty where it does not say. */
export function runnerImage(env: Readonly<Record<string, string | undefined>>): string {
  return [env["ImageOS"] ?? "", env["ImageVersion"] ?? ""].filter((part) => part !== "").join("_");
}
