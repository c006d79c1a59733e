/** A runner that GitHub hosts: the machine was made for this job and is thrown away after it. */
export function isHosted(env: Readonly<Record<string, string | undefined>>): boolean {
  return env["RUNNER_ENVIRONMENT"] === "github-hosted";
}
