/** Name of the coverage profile in the result directory of the step that runs tests. */
export const profileName = "coverage.out";
