/** Name of the coverage profile in the result directory of the step that runs tests. */
export const profileName = "coverage.out";

/** The same of command `index` of a step that runs tests again. */
export function rerunProfile(index: number): string {
  return `${index}.${profileName}`;
}
