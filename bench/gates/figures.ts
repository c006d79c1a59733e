import type { StageResult } from "../../src/model/report.ts";
import { timeline } from "../../src/report/view/timeline.ts";
import { needsOf } from "../limit.ts";
import { median, ratio } from "../statistics.ts";

/** `without`: the checks that are on by default. `with`: lint and vulncheck beside them. `alone`: lint and vulncheck, after `deps`. */
export const gateContenders = ["without", "with", "alone"] as const;
export type GateContender = (typeof gateContenders)[number];

export interface GateRun {
  readonly contender: GateContender;
  /** Of the action's process and all its descendants; null where there is no /proc. */
  readonly cpuMs: number | null;
  readonly stages: readonly StageResult[];
}

const gates: readonly string[] = ["lint", "vulncheck"];

/** Milliseconds, medians of the rounds. */
export interface GateFigures {
  readonly rounds: number;
  /** From the start of the first stage to the end of the last one. */
  readonly pathMs: Readonly<Record<GateContender, number>>;
  /** What lint and vulncheck take together while nothing else runs. */
  readonly ownMs: number;
  /** By how much the path is longer with them. */
  readonly addedMs: number;
  /** That in parts of their own time: what the rule limits. */
  readonly added: number | null;
  /** CPU time that the run takes more with them, over the number of cores: no schedule adds less where the cores were busy before. */
  readonly cpuFloorMs: number | null;
  /** What is added beyond that, in parts of their own time: what the schedule is answerable for. */
  readonly beyondFloor: number | null;
  /** CPU time over wall-clock time and cores, without them: 1 where every core was busy all the time. */
  readonly busy: number | null;
  /** Rounds in which the end of the run waited for one of them. */
  readonly waitedFor: number;
}

/** What lint and vulncheck add to runs; null when a contender has no run. */
export function gateFigures(runs: readonly GateRun[], cores: number): GateFigures | null {
  const of = (contender: GateContender): readonly GateRun[] => runs.filter((run) => run.contender === contender);
  const path = (contender: GateContender): number | null =>
    median(of(contender).map(({ stages }) => timelineOf(stages).wallMs));
  const [without, beside, alone] = [path("without"), path("with"), path("alone")];
  const ownMs = median(of("alone").map(({ stages }) => ownTime(stages)));
  if (without === null || beside === null || alone === null || ownMs === null) return null;
  const [cpuWithout, cpuWith] = [cpuOf(of("without")), cpuOf(of("with"))];
  const cpuFloorMs = cpuWithout === null || cpuWith === null ? null : Math.max(0, (cpuWith - cpuWithout) / cores);
  const addedMs = beside - without;
  return {
    rounds: of("with").length,
    pathMs: { without, with: beside, alone },
    ...{ ownMs, addedMs, added: ratio(addedMs, ownMs), cpuFloorMs },
    beyondFloor: cpuFloorMs === null ? null : ratio(Math.max(0, addedMs - cpuFloorMs), ownMs),
    busy: ratio(cpuWithout, without * cores),
    waitedFor: of("with").filter(({ stages }) => waits(stages)).length,
  };
}

function timelineOf(stages: readonly StageResult[]): ReturnType<typeof timeline> {
  return timeline(stages, new Map(stages.map(({ id }) => [id, needsOf(id)])));
}

function ownTime(stages: readonly StageResult[]): number {
  return stages.filter(({ gate }) => gates.includes(gate)).reduce((sum, { durationMs }) => sum + durationMs, 0);
}

function waits(stages: readonly StageResult[]): boolean {
  const last = timelineOf(stages).chain.at(-1)?.stage;
  return stages.some(({ id, gate }) => id === last && gates.includes(gate));
}

function cpuOf(runs: readonly GateRun[]): number | null {
  const all = runs.map(({ cpuMs }) => cpuMs);
  return all.every((ms) => ms !== null) ? median(all) : null;
}

const seconds = (ms: number | null): string => (ms === null ? "not known" : `${(ms / 1000).toFixed(2)} s`);
const percent = (part: number | null): string => (part === null ? "not known" : `${(part * 100).toFixed(0)} %`);

/** As docs/performance.md explains them. */
export function gateTable(figures: GateFigures): string {
  const rows: readonly (readonly [string, string])[] = [
    ["path without lint and vulncheck", seconds(figures.pathMs.without)],
    ["path with both", seconds(figures.pathMs.with)],
    ["path of both alone", seconds(figures.pathMs.alone)],
    ["own time of both, alone", seconds(figures.ownMs)],
    ["added to the path", `${seconds(figures.addedMs)}, ${percent(figures.added)} of their own time`],
    ["of that, what their CPU time costs on these cores", seconds(figures.cpuFloorMs)],
    ["beyond that", `${percent(figures.beyondFloor)} of their own time`],
    ["cores busy without them", percent(figures.busy)],
    ["rounds that ended with one of them", `${figures.waitedFor} of ${figures.rounds}`],
  ];
  return ["| figure | median |", "| - | - |", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join("\n");
}
