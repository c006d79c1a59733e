import { variable } from "../text/variables.ts";
import type { Given } from "./given.ts";

/** Variables of the runner and of ourselves: processes of the repository never see them, on both engines. */
const reserved = /^(GITHUB|ACTIONS|RUNNER|DAGGER|INPUT|_EXPERIMENTAL_DAGGER)_/i;

export function isReserved(name: string): boolean {
  return reserved.test(name);
}

/** What is wrong with the variables that tests are to get. Values are not shown. */
export function testEnvProblems(
  given: Given,
  env: Readonly<Record<string, string | undefined>>,
  windows: boolean,
): readonly string[] {
  const label = given.label("test-env");
  const problemOf = (name: string, written: string | null): string | null => {
    if (isReserved(name)) {
      return `${label}: ${name} is a variable of the runner, which tests do not get; give the value another name`;
    }
    if ((written ?? variable(env, name, windows)) !== null) return null;
    return `${label}: ${name} is not set in the environment; set it, or write ${name}=value`;
  };
  const pairs = given.get("test-env") ?? [];
  return pairs.map(([name, written]) => problemOf(name, written)).filter((problem) => problem !== null);
}
