import type { Coverage } from "../../model/report.ts";
import { firstOf, formatDecimal } from "../../text/format.ts";
import { reaches } from "./threshold.ts";

const shown = 5;

interface Counted extends Pick<Coverage, "percent" | "covered" | "statements"> {
  readonly name: string;
}

/**
 * The packages below the floor of the whole, those with most uncovered statements first, in one line; null when none is. That is what one looks for when a
 * threshold is missed: `go test` itself passes.
 */
export function lackingPackages(coverage: Coverage, floor: number): string | null {
  const packages = coverage.packages.map((pkg) => ({ ...pkg, name: pkg.importPath }));
  return lacking("least covered", packages, floor);
}

/** The same of modules, by their directories. */
export function lackingModules(modules: readonly (readonly [dir: string, Coverage])[], floor: number): string | null {
  return lacking(
    "modules below it",
    modules.map(([dir, { percent, covered, statements }]) => ({ name: dir, percent, covered, statements })),
    floor,
  );
}

function lacking(head: string, all: readonly Counted[], floor: number): string | null {
  const missing = ({ covered, statements }: Counted): number => statements - covered;
  const found = all.filter((one) => one.statements > 0 && !reaches(one, floor));
  if (found.length === 0) return null;
  const names = found
    .sort((a, b) => missing(b) - missing(a))
    .map((one) => `${one.name} ${formatDecimal(one.percent ?? 0)}% (${one.covered} of ${one.statements})`);
  return `${head}: ${firstOf(names, shown)}`;
}
