import stringWidth from "fast-string-width";
import picocolors from "picocolors";
import { groupBy } from "../../group-by.ts";
import { clipEnd } from "../../text/clip.ts";
import { aligned, alignedWidth, clipWidth } from "../../text/columns.ts";
import { formatDuration, formatPercent } from "../../text/format.ts";
import { sanitizeLine } from "../../text/sanitize.ts";
import { countWords, testCounts } from "../view/facts.ts";
import { type ModuleCell, type ModuleRow, type ModuleTable, statusesIn } from "../view/modules.ts";
import { stageLooks } from "../view/status.ts";

const maxWidth = 100;
const minName = 20;

type Paint = ReturnType<typeof picocolors.createColors>;

/** A column after the name of the module. */
interface Column {
  readonly title: string;
  readonly cell: (row: ModuleRow) => string;
}

/**
 * A line per module; those that need attention come last, where a terminal ends. At most 100 columns wide, up to fourteen gates: directories are shortened in
 * their middle, and where gates leave no room for them, facts that the summary has are left out and headings cut.
 */
export function moduleLines(modules: ModuleTable, colour: boolean): readonly string[] {
  const paint = picocolors.createColors(colour);
  const rows = [...modules.rows].sort((a, b) => b.urgency - a.urgency);
  const all = layouts(modules, paint).map((columns) => cellsOf(rows, columns));
  const names = rows.map(({ module }) => sanitizeLine(module.dir));
  const needed = Math.min(minName, Math.max(...names.map((name) => stringWidth(name))));
  const fitting = all.find((cells) => roomFor(cells) >= needed) ?? all.at(-1) ?? [];
  const room = Math.max(needed, roomFor(fitting));
  const lines = fitting.map((cells, index) => [clipWidth(names[index - 1] ?? "module", room), ...cells]);
  return [...aligned(lines).map((line, index) => (index === 0 ? paint.dim(line) : line)), ...legend(rows, paint)];
}

/** What is left for the names beside some columns. */
function roomFor(cells: readonly (readonly string[])[]): number {
  return maxWidth - alignedWidth(cells, "    ");
}

function cellsOf(rows: readonly ModuleRow[], columns: readonly Column[]): readonly (readonly string[])[] {
  return [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
}

/** From the widest to the narrowest. */
function layouts(modules: ModuleTable, paint: Paint): readonly (readonly Column[])[] {
  const { gates, versions } = modules;
  const tests = modules.tests ? [{ title: "tests", cell: testsOf }] : [];
  const covered = modules.coverage ? [{ title: "coverage", cell: coverageOf }] : [];
  const go = versions ? [{ title: "go", cell: ({ module }: ModuleRow) => sanitizeLine(module.goVersion ?? "–") }] : [];
  const time = { title: "time", cell: timeOf };
  const named = (max: number): readonly Column[] =>
    gates.map((gate, index) => ({
      title: clipEnd(sanitizeLine(gate), max),
      cell: ({ cells }) => cellText(cells[index], paint),
    }));
  return [
    [...named(20), ...tests, ...covered, ...go, time],
    [...named(20), ...tests, ...covered, time],
    [...named(6), ...tests, ...covered, time],
    ...[20, 6, 3].map((max) => [...named(max), time]),
  ];
}

/** Skipped tests are in the line of facts. */
function testsOf({ module }: ModuleRow): string {
  return countWords(testCounts(module.tests).filter(({ state }) => state !== "skipped"));
}

function coverageOf({ module }: ModuleRow): string {
  return formatPercent(module.coverage?.percent ?? null);
}

function timeOf({ durationMs }: ModuleRow): string {
  return durationMs === null ? "–" : formatDuration(durationMs);
}

/** `✗ 1/3` where the stages of a gate came to different ends. */
function cellText(cell: ModuleCell | null | undefined, paint: Paint): string {
  if (cell == null) return "";
  const { sign, colour } = stageLooks[cell.status];
  return paint[colour](cell.count === cell.of ? sign : `${sign} ${cell.count}/${cell.of}`);
}

/** What the signs mean, where not all is well. */
function legend(rows: readonly ModuleRow[], paint: Paint): readonly string[] {
  const statuses = statusesIn(rows);
  if (statuses.every((status) => status === "passed")) return [];
  const bySign = groupBy(statuses, (status) => stageLooks[status].sign);
  return [paint.dim(`  ${[...bySign].map(([sign, meanings]) => `${sign} ${meanings.join(" or ")}`).join(", ")}`)];
}
