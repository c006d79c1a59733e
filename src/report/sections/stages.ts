import type { Report, StageResult } from "../../model/report.ts";
import { formatDuration } from "../../text/format.ts";
import { capped, listed } from "../blocks.ts";
import { type Cell, code, heading, type MarkdownBlock, prose, table, words } from "../markdown.ts";
import type { ReportContext, Section } from "../target.ts";
import { moduleTable } from "../view/modules.ts";
import { type StageRow, stageRows } from "../view/stage-rows.ts";
import { stageLooks } from "../view/status.ts";
import { moduleSections } from "./modules.ts";

/** Of one row. */
const maxIds = 20;

/** A row per stage; with several modules a row per module, and one per stage of the whole run. */
export function stagesSection(report: Report, context: ReportContext): readonly Section<MarkdownBlock>[] {
  const modules = moduleTable(report, context);
  if (modules === null) return stageSections("Stages", report.stages, context);
  return [...moduleSections(modules, context), ...stageSections("Whole run", modules.shared, context)];
}

/** Stages that passed are the first to go, since the headline counts them. */
function stageSections(
  title: string,
  stages: Report["stages"],
  { needs }: ReportContext,
): readonly Section<MarkdownBlock>[] {
  if (stages.length === 0) return [];
  const rows = stageRows(stages, needs);
  const passed = ({ first }: StageRow): number => Number(first.status === "passed");
  const notable = [...rows].sort((a, b) => passed(a) - passed(b));
  const level = (rows: readonly StageRow[], max: number) => (): readonly MarkdownBlock[] => [
    heading(3, words(title)),
    ...capped(rows, max, "stage", (shown) => [stageTable(shown)]),
  ];
  const full = rows.length <= 300 ? rows : notable;
  return [{ name: "stages", importance: 95, levels: [level(full, 300), level(notable, 60)] }];
}

function stageTable(rows: readonly StageRow[]): MarkdownBlock {
  return table(
    [{ title: "Stage" }, { title: "Status" }, { title: "Duration", align: "right" }, { title: "Reason" }],
    rows.map(({ first, ids }) => [
      listed(ids, maxIds, "stage", (id) => code(id, 80)),
      [words(`${stageLooks[first.status].icon} ${first.status}`)],
      duration(first),
      first.reason === null ? [] : prose(first.reason, 200),
    ]),
  );
}

function duration({ startedAt, durationMs, cached }: StageResult): Cell {
  if (startedAt === null) return [words("–")];
  return [words(`${formatDuration(durationMs)}${cached ? " (cached)" : ""}`)];
}
