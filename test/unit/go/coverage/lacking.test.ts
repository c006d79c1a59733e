import { expect, it } from "vitest";
import { lackingModules, lackingPackages } from "../../../../src/go/coverage/lacking.ts";

const coverage = (...counts: readonly (readonly [name: string, covered: number, statements: number])[]) => ({
  percent: 50,
  covered: 1,
  statements: 2,
  files: [],
  missing: [],
  thresholds: [],
  packages: counts.map(([importPath, covered, statements]) => ({
    importPath,
    covered,
    statements,
    percent: statements === 0 ? null : (covered * 100) / statements,
  })),
});

it("names the packages below the floor, most uncovered statements first", () => {
  expect(lackingPackages(coverage(["a", 9, 10], ["b", 0, 3], ["c", 50, 100], ["none", 0, 0]), 90)).toBe(
    "least covered: c 50.0% (50 of 100), b 0.0% (0 of 3)",
  );
});

it("counts what it does not name, and is silent when no package is below", () => {
  const seven = Array.from({ length: 7 }, (_, index) => [`p${index}`, 1, 10 - index] as const);
  expect(lackingPackages(coverage(...seven), 60)).toMatch(
    /^least covered: p0 10\.0% \(1 of 10\), .*p4 .*, and 2 more$/,
  );
  expect(lackingPackages(coverage(["a", 9, 10]), 90)).toBeNull();
});

it("names the modules below the floor, those with most to cover first", () => {
  const of = (covered: number, statements: number) => ({
    ...coverage(),
    ...{ percent: statements === 0 ? null : (100 * covered) / statements, covered, statements },
  });
  const modules = [
    ["a", of(1, 2)] as const,
    ["b", of(8, 10)] as const,
    ["c", of(0, 9)] as const,
    ["d", of(0, 0)] as const,
  ];
  expect(lackingModules(modules, 80)).toBe("modules below it: c 0.0% (0 of 9), a 50.0% (1 of 2)");
  expect(lackingModules(modules.slice(1, 2), 80)).toBeNull();
});
