import type { Coverage, Report } from "../../model/report.ts";
import { formatDuration, formatPercent, plural } from "../../text/format.ts";
import { capped } from "../blocks.ts";
import { bullets, code, heading, type Inline, type MarkdownBlock, paragraph, prose, words } from "../markdown.ts";
import type { Section } from "../target.ts";
import { enumerate, ratio, stageCounts, testCounts } from "../view/facts.ts";
import { verdicts } from "../view/status.ts";

/** The verdict with its reasons: what one reads first, and often only. */
export function verdictSection(report: Report): readonly [Section<MarkdownBlock>] {
  const level = (max: number) => (): readonly MarkdownBlock[] => [
    headline(report),
    paragraph(words(facts(report))),
    ...capped(report.reasons, max, "reason", (reasons) => [
      bullets(reasons.map((reason) => [paragraph(...prose(reason))])),
    ]),
  ];
  return [{ name: "reasons", importance: 100, levels: [level(50), level(10)] }];
}

function headline(report: Report): MarkdownBlock {
  const { icon, words: verdict } = verdicts[report.conclusion];
  return heading(2, words(`${icon} Go pipeline ${verdict}`), ...subject(report.modules));
}

/** Several modules are named in their table. */
function subject(modules: Report["modules"]): readonly Inline[] {
  const [only] = modules;
  if (only === undefined) return [];
  return [words(": "), modules.length > 1 ? words(plural(modules.length, "module")) : code(only.path ?? only.dir)];
}

function facts({ stages, totals, artifacts, durationMs }: Report): string {
  const { tests, coverage, patch } = totals;
  return [
    enumerate("stage", stageCounts(stages)),
    enumerate("test", testCounts(tests)),
    coverage === null ? "" : covered(coverage),
    patch === null || patch.statements === 0 ? "" : `${ratio(patch)} changed statements covered`,
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
