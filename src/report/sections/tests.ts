import type { FailedTest, Report, TestPackage } from "../../model/report.ts";
import type { ClipLimits } from "../../text/clip.ts";
import { formatDuration } from "../../text/format.ts";
import { firstWords, withoutOwnFrames } from "../../text/test-words.ts";
import { capped } from "../blocks.ts";
import {
  bullets,
  code,
  fence,
  fold,
  heading,
  type Inline,
  type MarkdownBlock,
  paragraph,
  prose,
  shell,
  type TitlePart,
  table,
  words,
} from "../markdown.ts";
import { place } from "../source-link.ts";
import type { ReportContext, Section } from "../target.ts";

/** A package, and its module where there are several. */
interface ListedPackage {
  readonly found: TestPackage;
  readonly module: string | null;
}

/** A test that did not pass, and its package. */
interface Listed {
  readonly test: FailedTest;
  readonly importPath: string;
  readonly module: string | null;
}

function packagesOf({ modules, totals }: Report): readonly ListedPackage[] {
  if (modules.length < 2) return (totals.tests?.packages ?? []).map((found) => ({ found, module: null }));
  return modules.flatMap(({ dir, tests }) => (tests?.packages ?? []).map((found) => ({ found, module: dir })));
}

function listedTests(
  packages: readonly ListedPackage[],
  which: "failures" | "flakes" | "unfinished",
): readonly Listed[] {
  return packages.flatMap(({ found, module }) =>
    found[which].map((test) => ({ test, importPath: found.importPath, module })),
  );
}

/** The failed tests with what they printed, and packages that failed without a failing test. */
export function testsSection(report: Report, context: ReportContext): readonly Section<MarkdownBlock>[] {
  const all = packagesOf(report);
  const failures = listedTests(all, "failures");
  const packages = all.filter(({ found }) => found.status === "failed" && found.failures.length === 0);
  if (failures.length === 0 && packages.length === 0) return [];
  const title = heading(3, words(failures.length === 0 ? "Failed packages" : "Failed tests"));
  const broken = (max: number): readonly MarkdownBlock[] => capped(packages, max, "failed package", brokenPackages);
  const detailed = (max: number, limits: ClipLimits) => (): readonly MarkdownBlock[] => [
    title,
    ...broken(max),
    ...capped(failures, max, "failed test", (shown) =>
      shown.flatMap((failure, index) => failureDetails(failure, { icon: "❌", limits, open: index < 3, context })),
    ),
  ];
  const listed = (max: number) => (): readonly MarkdownBlock[] => [
    title,
    ...broken(max),
    ...capped(failures, max, "failed test", (shown) => [testTable(shown, context)]),
  ];
  return [
    {
      name: "failed tests",
      importance: 90,
      levels: [
        detailed(150, { maxLines: 60, maxBytes: 4_000 }),
        detailed(50, { maxLines: 30, maxBytes: 2_000 }),
        listed(200),
        listed(20),
      ],
    },
  ];
}

/** Tests that failed, and passed when they were run again, with what they printed when they failed. */
export function flakySection(report: Report, context: ReportContext): readonly Section<MarkdownBlock>[] {
  const flaky = listedTests(packagesOf(report), "flakes");
  if (flaky.length === 0) return [];
  const title = heading(3, words("Flaky tests"));
  const detailed = (max: number, limits: ClipLimits) => (): readonly MarkdownBlock[] => [
    title,
    paragraph(words("They failed, and passed when they were run again.")),
    ...capped(flaky, max, "flaky test", (shown) =>
      shown.flatMap((test) => failureDetails(test, { icon: "⚠️", limits, open: false, context })),
    ),
  ];
  const listed = (max: number) => (): readonly MarkdownBlock[] => [
    title,
    ...capped(flaky, max, "flaky test", (shown) => [testTable(shown, context)]),
  ];
  return [
    {
      name: "flaky tests",
      importance: 89,
      levels: [detailed(50, { maxLines: 30, maxBytes: 2_000 }), listed(100), listed(10)],
    },
  ];
}

/** Tests that a crash elsewhere, a time limit or a signal did not let end: nobody knows whether they pass. */
export function interruptedSection(report: Report, context: ReportContext): readonly Section<MarkdownBlock>[] {
  const cut = listedTests(packagesOf(report), "unfinished");
  if (cut.length === 0) return [];
  const level = (max: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("Interrupted tests")),
    ...capped(cut, max, "interrupted test", (shown) => [testTable(shown, context)]),
  ];
  return [{ name: "interrupted tests", importance: 75, levels: [level(100), level(10)] }];
}

function brokenPackages(packages: readonly ListedPackage[]): readonly MarkdownBlock[] {
  return [
    bullets(
      packages.map(({ found: { importPath, reason }, module }) => [
        paragraph(words("❌ "), code(importPath), ...inModule(module), words(" "), ...prose(reason ?? "failed")),
      ]),
    ),
  ];
}

function inModule(module: string | null): readonly Inline[] {
  return module === null ? [] : [words(" (module "), code(module, 60), words(")")];
}

function failureDetails(
  { test, importPath, module }: Listed,
  how: { readonly icon: string; readonly limits: ClipLimits; readonly open: boolean; readonly context: ReportContext },
): readonly MarkdownBlock[] {
  const at = place(test, how.context);
  const said = firstWords(test.output);
  const title: readonly TitlePart[] = [
    ...[how.icon, { code: test.name }, "in", { code: importPath }],
    ...(said === null ? [] : ["–", { code: said }]),
    ...(test.durationMs === null ? [] : [`(${formatDuration(test.durationMs)})`]),
  ];
  const where: readonly Inline[] = [
    words("in "),
    code(importPath),
    ...inModule(module),
    ...(at === null ? [] : [words(" at "), at]),
  ];
  const output = test.output.trim() === "" ? [] : [fence("text", withoutOwnFrames(test.output), how.limits)];
  return fold(title, [paragraph(...where), ...output, shell(test.command)], how.open);
}

function testTable(tests: readonly Listed[], context: ReportContext): MarkdownBlock {
  return table(
    [{ title: "Test" }, { title: "Package" }, { title: "Line" }, { title: "Says" }],
    tests.map(({ test, importPath, module }) => {
      const at = place(test, context);
      const said = firstWords(test.output);
      const cells = [[code(test.name)], [code(importPath), ...inModule(module)], at === null ? [] : [at]];
      return [...cells, said === null ? [] : [code(said, 200)]];
    }),
  );
}
