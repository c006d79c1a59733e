import { isSecretName } from "../text/secret-names.ts";
import { variable } from "../text/variables.ts";
import type { Given } from "./given.ts";

export interface TestEnv {
  readonly values: readonly (readonly [name: string, value: string])[];
  /** Names whose values are not shown. */
  readonly hidden: readonly string[];
  readonly problems: readonly string[];
}

/** Variables of the runner and of ourselves: processes of the repository never see them, on both engines. */
const reserved = /^(GITHUB|ACTIONS|RUNNER|DAGGER|INPUT|_EXPERIMENTAL_DAGGER)_/i;

/** The environment of the tests: `NAME=value` as it is, `NAME` looked up. Values are not shown in problems. */
export function resolveTestEnv(
  given: Given,
  env: Readonly<Record<string, string | undefined>>,
  windows: boolean,
): TestEnv {
  const values: (readonly [string, string])[] = [];
  const problems: string[] = [];
  const hidden: string[] = [];
  const label = given.label("test-env");
  for (const [name, written] of given.get("test-env") ?? []) {
    const value = written ?? variable(env, name, windows);
    if (reserved.test(name)) {
      problems.push(
        `${label}: ${name} is a variable of the runner, which tests do not get; give the value another name`,
      );
    } else if (value === null) {
      problems.push(`${label}: ${name} is not set in the environment; set it, or write ${name}=value`);
    } else values.push([name, value]);
    if (written === null || isSecretName(name)) hidden.push(name);
  }
  return { values, hidden, problems };
}
