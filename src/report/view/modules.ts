import { groupBy } from "../../group-by.ts";
import { ownModules } from "../../model/own-module.ts";
import type { ModuleResult, Report, StageResult, StageStatus } from "../../model/report.ts";
import type { ReportContext } from "../target.ts";
import { byUrgency, urgency } from "./facts.ts";
import { stageLooks } from "./status.ts";

/** The modules of a run, a row for each, a column for each gate that had something to do in one of them. */
export interface ModuleTable {
  /** In the order of the plan. */
  readonly gates: readonly string[];
  /** What needs attention first, then by directory. */
  readonly rows: readonly ModuleRow[];
  /** The stages of the run as a whole, and those that several modules share. */
  readonly shared: readonly StageResult[];
  /** A module has tests. */
  readonly tests: boolean;
  /** A module has coverage. */
  readonly coverage: boolean;
  /** Go versions differ. */
  readonly versions: boolean;
}

export interface ModuleRow {
  readonly module: ModuleResult;
  /** All of its own stages. */
  readonly stages: readonly StageResult[];
  /** One for each gate; null where the module has no stage of it. */
  readonly cells: readonly (ModuleCell | null)[];
  /** The durations of its stages added up; null when none ran. */
  readonly durationMs: number | null;
  /** Lower needs attention more; the same for all in which all is well, whatever they skipped. */
  readonly urgency: number;
}

/** What a gate came to in a module: the status that needs attention most, and how many of its stages have it. */
export interface ModuleCell {
  readonly status: StageStatus;
  readonly count: number;
  readonly of: number;
}

/** null with a single module, or when nothing was planned: then there are rows for stages only. */
export function moduleTable({ modules, stages }: Report, { needs }: Pick<ReportContext, "needs">): ModuleTable | null {
  if (modules.length < 2 || stages.length === 0) return null;
  const own = ownModules(
    stages,
    modules.map(({ dir }) => dir),
    needs,
  );
  const byModule = groupBy(stages, own);
  const rows = modules.map((module) => ({ module, stages: byModule.get(module.dir) ?? [] }));
  const busy = new Set(rows.flatMap((row) => row.stages.filter(({ status }) => !stageLooks[status].idle).map(gateOf)));
  const gates = [...new Set(stages.map(gateOf))].filter((gate) => busy.has(gate));
  return {
    gates,
    rows: rows.map((row) => rowOf(row, gates)).sort(byAttention),
    shared: byModule.get(null) ?? [],
    tests: modules.some(({ tests }) => tests !== null),
    coverage: modules.some(({ coverage }) => coverage !== null),
    versions: new Set(modules.map(({ goVersion }) => goVersion).filter((version) => version !== null)).size > 1,
  };
}

/** The statuses of the cells of some rows, what needs attention first. */
export function statusesIn(rows: readonly ModuleRow[]): readonly StageStatus[] {
  const there = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.status ?? [])));
  return [...there].sort(byUrgency);
}

function gateOf({ gate }: StageResult): string {
  return gate;
}

function rowOf({ module, stages }: Pick<ModuleRow, "module" | "stages">, gates: readonly string[]): ModuleRow {
  const byGate = groupBy(stages, gateOf);
  const ran = stages.filter(({ startedAt }) => startedAt !== null);
  return {
    ...{ module, stages },
    cells: gates.map((gate) => cellOf(byGate.get(gate) ?? [])),
    durationMs: ran.length === 0 ? null : ran.reduce((sum, { durationMs }) => sum + durationMs, 0),
    urgency: stages.reduce((least, { status }) => Math.min(least, urgency(status)), urgency("passed")),
  };
}

function cellOf(stages: readonly StageResult[]): ModuleCell | null {
  const [worst] = [...stages].sort((a, b) => byUrgency(a.status, b.status));
  if (worst === undefined) return null;
  const { status } = worst;
  return { status, count: stages.filter((stage) => stage.status === status).length, of: stages.length };
}

function byAttention(a: ModuleRow, b: ModuleRow): number {
  return a.urgency - b.urgency || (a.module.dir < b.module.dir ? -1 : Number(a.module.dir > b.module.dir));
}
