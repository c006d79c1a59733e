import { groupBy } from "../../group-by.ts";
import type { StageResult, StageStatus } from "../../model/report.ts";
import { formatDuration, formatPercent } from "../../text/format.ts";
import { capped, listed } from "../blocks.ts";
import {
  type Cell,
  type Column,
  code,
  fold,
  heading,
  type MarkdownBlock,
  paragraph,
  prose,
  table,
  words,
} from "../markdown.ts";
import type { ReportContext, Section } from "../target.ts";
import { type AlikeStages, alikeStages } from "../view/alike.ts";
import { byUrgency, countWords, testCounts } from "../view/facts.ts";
import { type ModuleCell, type ModuleRow, type ModuleTable, statusesIn } from "../view/modules.ts";
import { stageLooks } from "../view/status.ts";

/** On a telephone the statuses should be seen beside it. */
const maxDir = 40;

/** A row per module, and why what did not pass did not where the verdict has not said so. Modules in which all is well are the first to go. */
export function moduleSections(modules: ModuleTable, context: ReportContext): readonly Section<MarkdownBlock>[] {
  const { rows } = modules;
  const level = (max: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("Modules")),
    ...capped(rows, max, "module", (shown) => [rowTable(shown, modules), legend(shown)]),
  ];
  return [{ name: "modules", importance: 95, levels: [level(300), level(60)] }, ...reasonSections(rows, context)];
}

/** How one column shows a module. */
type Shown = Column & { readonly cell: (row: ModuleRow) => Cell };

function rowTable(rows: readonly ModuleRow[], { gates, versions, tests, coverage }: ModuleTable): MarkdownBlock {
  const text =
    (of: (row: ModuleRow) => string) =>
    (row: ModuleRow): Cell => [words(of(row))];
  const right = (title: string, of: (row: ModuleRow) => string): Shown => ({ title, align: "right", cell: text(of) });
  const shown: readonly Shown[] = [
    { title: "Module", cell: ({ module }) => [code(module.dir, maxDir)] },
    ...gates.map(
      (gate, index): Shown => ({ title: [code(gate, 40)], cell: text((row) => cellText(row.cells[index])) }),
    ),
    ...(tests ? [right("Tests", ({ module }) => together(countWords(testCounts(module.tests))))] : []),
    ...(coverage ? [right("Coverage", ({ module }) => formatPercent(module.coverage?.percent ?? null))] : []),
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
  return name == null ? [words("–")] : [code(name, 60)];
}

/** `❌ 1 of 3` where the stages of a gate, for its platforms, came to different ends. */
function cellText(cell: ModuleCell | null | undefined): string {
  if (cell == null) return "–";
  const icon = iconOf(cell.status);
  return cell.count === cell.of ? icon : together(`${icon} ${cell.count} of ${cell.of}`);
}

/** Among many cells those that had nothing to do should not catch the eye. */
function iconOf(status: StageStatus): string {
  return stageLooks[status].idle ? "➖" : stageLooks[status].icon;
}

/** Beside a long path, a narrow column would be broken at every blank. */
function together(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

/** What the icons mean, those that are there. */
function legend(rows: readonly ModuleRow[]): MarkdownBlock {
  const byIcon = groupBy(statusesIn(rows), iconOf);
  const meanings = [...byIcon].map(([icon, statuses]) => `${icon} ${statuses.join(" or ")}`);
  return paragraph(
    words(
      [...meanings, ...(rows.some(({ cells }) => cells.includes(null)) ? ["– no stage of its own"] : [])].join(" · "),
    ),
  );
}

function reasonSections(rows: readonly ModuleRow[], { reasons }: ReportContext): readonly Section<MarkdownBlock>[] {
  const told = new Set(reasons.flatMap((reason) => (reason.kind === "stage" ? [reason.stage] : [])));
  const untold = ({ id, reason }: StageResult): boolean => reason !== null && !told.has(id);
  const alike = alikeStages(rows.flatMap(({ stages }) => stages.filter(untold)));
  if (alike.length === 0) return [];
  const sorted = [...alike].sort((a, b) => byUrgency(a.first.status, b.first.status));
  const level = (max: number) => (): readonly MarkdownBlock[] =>
    fold(
      ["Why stages did not run or pass"],
      capped(sorted, max, "reason", (shown) => [reasonTable(shown)]),
    );
  return [{ name: "reasons of stages", importance: 85, levels: [level(100), level(10)] }];
}

function reasonTable(alike: readonly AlikeStages[]): MarkdownBlock {
  return table(
    [{ title: "Stages" }, { title: "Status" }, { title: "Reason" }, { title: "Modules" }],
    alike.map(({ first, names, modules }) => [
      listed(names, 10, "stage", (name) => code(name, 80)),
      [words(`${stageLooks[first.status].icon} ${first.status}`)],
      prose(first.reason ?? "", 200),
      listed(modules, 10, "module", (dir) => code(dir, maxDir)),
    ]),
  );
}
