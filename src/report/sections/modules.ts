import type { StageResult, StageStatus } from "../../model/report.ts";
import { formatDuration, formatPercent } from "../../text/format.ts";
import { capped, listed } from "../blocks.ts";
import {
  type Block,
  type Cell,
  type Column,
  code,
  fold,
  heading,
  paragraph,
  prose,
  table,
  words,
} from "../markdown.ts";
import type { ReportContext, Section } from "../target.ts";
import { type AlikeStages, alikeStages } from "../view/alike.ts";
import { countWords, testCounts, urgency } from "../view/facts.ts";
import type { ModuleCell, ModuleRow, ModuleTable } from "../view/modules.ts";
import { stageLooks } from "../view/status.ts";

/** A row per module, and why what did not pass did not where the verdict has not said so. Modules in which all is well are the first to go. */
export function moduleSections(modules: ModuleTable, context: ReportContext): readonly Section<Block>[] {
  const { rows } = modules;
  const level = (max: number) => (): readonly Block[] => [
    heading(3, words("Modules")),
    ...capped(rows, max, "module", (shown) => [rowTable(shown, modules), legend(shown)]),
  ];
  return [{ name: "modules", importance: 95, levels: [level(300), level(60)] }, ...reasonSections(rows, context)];
}

/** How one column shows a module. */
type Shown = Column & { readonly cell: (row: ModuleRow) => Cell };

function rowTable(rows: readonly ModuleRow[], { gates, versions, rows: all }: ModuleTable): Block {
  const has = (key: "tests" | "coverage"): boolean => all.some(({ module }) => module[key] !== null);
  const text =
    (of: (row: ModuleRow) => string) =>
    (row: ModuleRow): Cell => [words(of(row))];
  const right = (title: string, of: (row: ModuleRow) => string): Shown => ({ title, align: "right", cell: text(of) });
  const shown: readonly Shown[] = [
    { title: "Module", cell: ({ module }) => [code(module.dir, 60)] },
    ...gates.map(
      (gate, index): Shown => ({ title: [code(gate, 40)], cell: text((row) => cellText(row.cells[index])) }),
    ),
    ...(has("tests") ? [right("Tests", ({ module }) => countWords(testCounts(module.tests)))] : []),
    ...(has("coverage") ? [right("Coverage", ({ module }) => formatPercent(module.coverage?.percent ?? null))] : []),
    ...(versions
      ? [{ title: "Go", cell: ({ module }: ModuleRow) => optional(module.goVersion?.replace(/^go/, "")) }]
      : []),
    right("Duration", ({ durationMs }) => (durationMs === null ? "–" : formatDuration(durationMs))),
    { title: "Path", cell: ({ module }) => optional(module.path) },
  ];
  return table(
    shown,
    rows.map((row) => shown.map(({ cell }) => cell(row))),
  );
}

function optional(name: string | null | undefined): Cell {
  return name == null ? [words("–")] : [code(name)];
}

/** `❌ 1 of 3` where the stages of a gate, for its platforms, came to different ends. */
function cellText(cell: ModuleCell | null | undefined): string {
  if (cell == null) return "–";
  const { icon } = stageLooks[cell.status];
  return cell.count === cell.of ? icon : `${icon} ${cell.count} of ${cell.of}`;
}

/** What the icons mean, those that are there. */
function legend(rows: readonly ModuleRow[]): Block {
  const cells = rows.flatMap((row) => row.cells);
  const there = new Set<StageStatus>(cells.filter((cell) => cell !== null).map(({ status }) => status));
  const meanings = [...there]
    .sort((a, b) => urgency(a) - urgency(b))
    .map((status) => `${stageLooks[status].icon} ${status}`);
  return paragraph(words([...meanings, ...(cells.includes(null) ? ["– no such stage"] : [])].join(" · ")));
}

function reasonSections(rows: readonly ModuleRow[], { reasons }: ReportContext): readonly Section<Block>[] {
  const told = new Set(reasons.flatMap((reason) => (reason.kind === "stage" ? [reason.stage] : [])));
  const untold = ({ id, reason }: StageResult): boolean => reason !== null && !told.has(id);
  const alike = alikeStages(rows.flatMap(({ stages }) => stages.filter(untold)));
  if (alike.length === 0) return [];
  const byUrgency = [...alike].sort((a, b) => urgency(a.first.status) - urgency(b.first.status));
  const level = (max: number) => (): readonly Block[] =>
    fold(
      { before: "Why stages did not run or pass" },
      capped(byUrgency, max, "reason", (shown) => [reasonTable(shown)]),
    );
  return [{ name: "reasons of stages", importance: 85, levels: [level(100), level(10)] }];
}

function reasonTable(alike: readonly AlikeStages[]): Block {
  return table(
    [{ title: "Stages" }, { title: "Status" }, { title: "Reason" }, { title: "Modules" }],
    alike.map(({ first, names, modules }) => [
      listed(names, 10, "stage", (name) => code(name, 80)),
      [words(`${stageLooks[first.status].icon} ${first.status}`)],
      prose(first.reason ?? "", 200),
      listed(modules, 10, "module", (dir) => code(dir, 60)),
    ]),
  );
}
