import type { Report, StageResult } from "../../model/report.ts";
import { formatDuration } from "../../text/format.ts";
import { type Block, type Cell, code, heading, prose, table, words } from "../markdown.ts";
import { capped, type Section } from "../section.ts";
import { stageLooks } from "../status.ts";

/** A row per stage. Stages that passed are the first to go, since the headline counts them. */
export function stagesSection({ stages }: Report): Section | null {
  if (stages.length === 0) return null;
  const notable = [...stages].sort((a, b) => Number(a.status === "passed") - Number(b.status === "passed"));
  const level = (rows: readonly StageResult[], max: number) => (): readonly Block[] => [
    heading(3, words("Stages")),
    ...capped(rows, max, "stage", (shown) => [stageTable(shown)]),
  ];
  const full = stages.length <= 300 ? stages : notable;
  return { name: "stages", importance: 95, levels: [level(full, 300), level(notable, 60)] };
}

function stageTable(stages: readonly StageResult[]): Block {
  return table(
    [{ title: "Stage" }, { title: "Status" }, { title: "Duration", align: "right" }, { title: "Reason" }],
    stages.map((stage) => [
      [code(stage.id, 80)],
      [words(`${stageLooks[stage.status].icon} ${stage.status}`)],
      duration(stage),
      stage.reason === null ? [] : prose(stage.reason, 200),
    ]),
  );
}

function duration({ startedAt, durationMs, cached }: StageResult): Cell {
  if (startedAt === null) return [words("–")];
  return [words(`${formatDuration(durationMs)}${cached ? " (cached)" : ""}`)];
}
