import type { FailedTest, Report, TestPackage } from "../../model/report.ts";
import type { ClipLimits } from "../../text/clip.ts";
import { formatDuration } from "../../text/format.ts";
import { capped } from "../blocks.ts";
import {
  type Block,
  bullets,
  code,
  fence,
  fold,
  heading,
  type Inline,
  paragraph,
  prose,
  shell,
  table,
  words,
} from "../markdown.ts";
import { place } from "../source-link.ts";
import type { ReportContext, Section } from "../target.ts";

/** A test that did not pass, and its package. */
interface Listed {
  readonly test: FailedTest;
  readonly importPath: string;
}

/** The failed tests with what they printed, and packages that failed without a failing test. */
export function testsSection({ totals }: Report, context: ReportContext): readonly Section<Block>[] {
  const { tests } = totals;
  if (tests === null) return [];
  const failures = tests.packages.flatMap(({ failures: failed, importPath }) =>
    failed.map((test) => ({ test, importPath })),
  );
  const packages = tests.packages.filter(({ status, failures: failed }) => status === "failed" && failed.length === 0);
  if (failures.length === 0 && packages.length === 0) return [];
  const title = heading(3, words(failures.length === 0 ? "Failed packages" : "Failed tests"));
  const broken = (max: number): readonly Block[] => capped(packages, max, "failed package", brokenPackages);
  const detailed = (max: number, limits: ClipLimits) => (): readonly Block[] => [
    title,
    ...broken(max),
    ...capped(failures, max, "failed test", (shown) =>
      shown.flatMap((failure, index) => failureDetails(failure, { limits, open: index < 3, context })),
    ),
  ];
  const listed = (max: number) => (): readonly Block[] => [
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

/** Tests that a crash elsewhere, a time limit or a signal did not let end: nobody knows whether they pass. */
export function interruptedSection({ totals }: Report, context: ReportContext): readonly Section<Block>[] {
  const cut = (totals.tests?.packages ?? []).flatMap(({ unfinished, importPath }) =>
    unfinished.map((test) => ({ test, importPath })),
  );
  if (cut.length === 0) return [];
  const level = (max: number) => (): readonly Block[] => [
    heading(3, words("Interrupted tests")),
    ...capped(cut, max, "interrupted test", (shown) => [testTable(shown, context)]),
  ];
  return [{ name: "interrupted tests", importance: 75, levels: [level(100), level(10)] }];
}

function brokenPackages(packages: readonly TestPackage[]): readonly Block[] {
  return [
    bullets(
      packages.map(({ importPath, reason }) => [
        paragraph(words("❌ "), code(importPath), words(" "), ...prose(reason ?? "failed")),
      ]),
    ),
  ];
}

function failureDetails(
  { test, importPath }: Listed,
  how: { readonly limits: ClipLimits; readonly open: boolean; readonly context: ReportContext },
): readonly Block[] {
  const at = place(test, how.context);
  const after = test.durationMs === null ? "" : `(${formatDuration(test.durationMs)})`;
  const where: readonly Inline[] = [words("in "), code(importPath), ...(at === null ? [] : [words(" at "), at])];
  const output = test.output.trim() === "" ? [] : [fence("text", test.output, how.limits)];
  return fold({ before: "❌", name: test.name, after, open: how.open }, [
    paragraph(...where),
    ...output,
    shell(test.command),
  ]);
}

function testTable(tests: readonly Listed[], context: ReportContext): Block {
  return table(
    [{ title: "Test" }, { title: "Package" }, { title: "Line" }],
    tests.map(({ test, importPath }) => {
      const at = place(test, context);
      return [[code(test.name)], [code(importPath)], at === null ? [] : [at]];
    }),
  );
}
