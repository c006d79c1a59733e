import type { Coverage, Report, StageStatus } from "../../model/report.ts";
import { formatDuration, formatPercent, plural } from "../../text/format.ts";
import { type Block, bullets, code, heading, paragraph, prose, words } from "../markdown.ts";
import { capped, type Section } from "../section.ts";
import { moduleNames, verdicts } from "../status.ts";

/** The verdict with its reasons: what one reads first, and often only. */
export function verdictSection(report: Report): Section {
  const level = (max: number) => (): readonly Block[] => [
    headline(report),
    paragraph(words(facts(report))),
    ...capped(report.reasons, max, "reason", (reasons) => [
      bullets(reasons.map((reason) => [paragraph(...prose(reason))])),
    ]),
  ];
  return { name: "reasons", importance: 100, levels: [level(50), level(10)] };
}

function headline(report: Report): Block {
  const { icon, words: verdict } = verdicts[report.conclusion];
  const modules = moduleNames(report.modules);
  const subject = modules === "" ? [] : [words(": "), code(modules)];
  return heading(2, words(`${icon} Go pipeline ${verdict}`), ...subject);
}

/** The order in which numbers of stages are told: what needs attention first. */
const told: readonly StageStatus[] = [
  "errored",
  "failed",
  "warned",
  "cancelled",
  "blocked",
  "passed",
  "skipped",
  "disabled",
];

function facts({ stages, totals, artifacts, durationMs }: Report): string {
  const { tests, coverage } = totals;
  const stageCounts = told.map((status): Count => [stages.filter((stage) => stage.status === status).length, status]);
  const testCounts: readonly Count[] =
    tests === null
      ? []
      : [
          [tests.failed, "failed"],
          [tests.interrupted, "interrupted"],
          [tests.passed, "passed"],
          [tests.skipped, "skipped"],
        ];
  return [
    enumerate("stage", stageCounts),
    enumerate("test", testCounts),
    coverage === null ? "" : covered(coverage),
    artifacts.length === 0 ? "" : plural(artifacts.length, "binary", "binaries"),
    formatDuration(durationMs),
  ]
    .filter((fact) => fact !== "")
    .join(" · ");
}

function covered({ percent, missing }: Coverage): string {
  const without = missing.length === 0 ? "" : `no coverage of ${plural(missing.length, "package")}`;
  return [percent === null ? "" : `${formatPercent(percent)} covered`, without]
    .filter((text) => text !== "")
    .join(", ");
}

type Count = readonly [count: number, state: string];

/** `2 tests failed, 40 passed, 1 skipped`. */
function enumerate(what: string, counts: readonly Count[]): string {
  return counts
    .filter(([count]) => count > 0)
    .map(([count, state], index) => (index === 0 ? `${plural(count, what)} ${state}` : `${count} ${state}`))
    .join(", ");
}
