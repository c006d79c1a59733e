import type { Coverage } from "../../model/report.ts";
import { formatDecimal } from "../../text/format.ts";
import { reaches } from "./threshold.ts";

const shown = 5;

/**
 * The packages below the floor of the whole, those with most uncovered statements first, in one line; null when none is. That is what one looks for when a
 * threshold is missed: `go test` itself passes.
 */
export function lackingPackages(coverage: Coverage, floor: number): string | null {
  const missing = (pkg: { covered: number; statements: number }): number => pkg.statements - pkg.covered;
  const lacking = coverage.packages
    .filter((pkg) => pkg.statements > 0 && !reaches(pkg, floor))
    .sort((a, b) => missing(b) - missing(a));
  if (lacking.length === 0) return null;
  const names = lacking
    .slice(0, shown)
    .map((pkg) => `${pkg.importPath} ${formatDecimal(pkg.percent ?? 0)}% (${pkg.covered} of ${pkg.statements})`);
  const more = lacking.length - names.length;
  return `least covered: ${names.join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}
