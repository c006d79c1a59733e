import type { Secrets } from "../model/secrets.ts";
import { withVariables } from "../text/variables.ts";

/** Variables of the runner and of ourselves that processes of the repository never see, on both engines. */
const privateName = /^(GITHUB|ACTIONS|RUNNER|DAGGER|INPUT|_EXPERIMENTAL_DAGGER)_/i;

/**
 * The environment of host processes: everything passes unchanged but the private names, plus `CI=true`. Windows spells names in any case, so the
 * later of two spellings wins there.
 */
export function hostEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  added: Readonly<Record<string, string>>,
  windows: boolean,
): Record<string, string> {
  const passed = Object.entries(env).filter(([name]) => !isPrivateName(name));
  return withVariables(Object.fromEntries(passed), { CI: "true", ...added }, windows);
}

/** True for the names that stay with the runner. */
function isPrivateName(name: string): boolean {
  return privateName.test(name);
}

/** What deployments get, as far as it was read; see run/deployment.ts. */
export function deployVariables({ deployEnv }: Pick<Secrets, "deployEnv">): Readonly<Record<string, string>> {
  return Object.fromEntries(deployEnv.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** GOPROXY and GOPRIVATE as the inputs ask; empty when they do not. */
export function moduleEnvironment(inputs: {
  readonly goproxy: string | null;
  readonly goprivate: readonly string[];
}): Record<string, string> {
  const env: Record<string, string> = {};
  if (inputs.goproxy !== null) env["GOPROXY"] = inputs.goproxy;
  if (inputs.goprivate.length > 0) env["GOPRIVATE"] = inputs.goprivate.join(",");
  return env;
}
