import { describe, expect, it } from "vitest";
import { type GateContender, type GateRun, gateFigures, gateTable } from "../../../bench/gates/figures.ts";
import { stage } from "../report/reports.ts";

/** Seconds of stages after a `deps` of one second. */
function run(contender: GateContender, times: Readonly<Record<string, number>>, cpuMs: number | null): GateRun {
  const stages = Object.entries(times).map(([id, seconds]) => stage(id, { at: 1_000, durationMs: seconds * 1_000 }));
  return { contender, cpuMs, stages: [stage("deps", { at: 0, durationMs: 1_000 }), ...stages] };
}

const without = run("without", { test: 10, vet: 4 }, 16_000);
const alone = run("alone", { lint: 4, vulncheck: 6 }, 10_000);

describe("what lint and vulncheck add to a run", () => {
  it("is told from their CPU time, which no schedule saves", () => {
    const beside = run("with", { test: 12, vet: 4, lint: 13, vulncheck: 7 }, 22_000);
    const figures = gateFigures([without, beside, alone], 2);
    expect(figures).toEqual({
      rounds: 1,
      pathMs: { without: 11_000, with: 14_000, alone: 7_000 },
      ownMs: 10_000,
      addedMs: 3_000,
      added: 0.3,
      cpuFloorMs: 3_000,
      beyondFloor: 0,
      busy: 16 / 22,
      waitedFor: 1,
    });
    if (figures !== null)
      expect(gateTable(figures)).toContain("| added to the path | 3.00 s, 30 % of their own time |");
  });

  it("is not known of CPU time without /proc, and nothing where a contender has not run", () => {
    const beside = run("with", { test: 10, lint: 5, vulncheck: 7 }, null);
    const figures = gateFigures([without, beside, alone], 2);
    expect(figures).toMatchObject({ addedMs: 0, added: 0, cpuFloorMs: null, beyondFloor: null, waitedFor: 0 });
    if (figures !== null) expect(gateTable(figures)).toContain("| beyond that | not known of their own time |");
    expect(gateFigures([without, alone], 2)).toBeNull();
  });
});
