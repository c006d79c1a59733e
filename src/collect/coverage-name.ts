/** Name of the coverage profile that one of the commands of a step leaves in its result directory, by its place among them. */
export function profileNameOf(index: number): string {
  return index === 0 ? "coverage.out" : `coverage-${index + 1}.out`;
}
