import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { annotationsOf } from "../../../src/report/targets/annotations.ts";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { stageLooks } from "../../../src/report/view/status.ts";
import { runs } from "../../support/runs.ts";
import { bare, markdownTable, stagesOfModule, worstOf } from "./module-rows.ts";
import { type RandomRun, randomRuns } from "./random-runs.ts";
import { verdictLines } from "./verdict-lines.ts";

const ofModules = randomRuns.filter(({ report }) => report.modules.length > 1 && report.stages.length > 0);

function holds(check: (run: RandomRun) => void): void {
  fc.assert(fc.property(ofModules, check), { numRuns: runs(200) });
}

/** What cells of rows should say, by directory and gate. */
function expected({ report, context }: RandomRun, look: "icon" | "sign"): Readonly<Record<string, string>> {
  const cells = report.modules.flatMap(({ dir }) => {
    const stages = stagesOfModule(report, context.needs, dir);
    return [...new Set(report.stages.map(({ gate }) => gate))].map((gate) => {
      const worst = worstOf(stages.filter((stage) => stage.gate === gate));
      const looks = Object.entries(stageLooks).find(([status]) => status === worst?.status)?.[1];
      const shown = look === "icon" && ["skipped", "disabled"].includes(worst?.status ?? "") ? "➖" : looks?.[look];
      return [`${dir} ${gate}`, `${shown ?? ""} ${worst?.share ?? ""}`.trim()] as const;
    });
  });
  return Object.fromEntries(cells);
}

/** Gates of which a module has a stage that did something, or could have. */
function busyGates({ report, context }: RandomRun): readonly string[] {
  const all = report.modules.flatMap(({ dir }) => stagesOfModule(report, context.needs, dir));
  const busy = new Set(all.filter(({ status }) => !["skipped", "disabled"].includes(status)).map(({ gate }) => gate));
  return [...new Set(report.stages.map(({ gate }) => gate))].filter((gate) => busy.has(gate));
}

describe("of any run of several modules", () => {
  it("the summary has a row for each with what every gate came to, columns in the plan's order", () => {
    holds((run) => {
      const [head = [], ...rows] = markdownTable(renderSummary(run.report, run.context), "Module");
      const gates = head.filter((title) => title.startsWith("`")).map(bare);
      expect(gates).toEqual(busyGates(run));
      expect(rows.map(([dir = ""]) => bare(dir)).sort()).toEqual(run.report.modules.map(({ dir }) => dir).sort());
      const told = expected(run, "icon");
      for (const [dir = "", ...cells] of rows) {
        const wanted = gates.map((gate) => told[`${bare(dir)} ${gate}`] || "–");
        expect(cells.slice(0, gates.length).map((cell) => cell.replaceAll("\u00a0", " "))).toEqual(wanted);
      }
    });
  });

  it("modules in which something is wrong come first in the summary and last on a terminal", () => {
    holds(({ report, context }) => {
      const wrong = (dir: string): boolean =>
        stagesOfModule(report, context.needs, dir).some(
          ({ status }) => !["passed", "skipped", "disabled"].includes(status),
        );
      const [, ...rows] = markdownTable(renderSummary(report, context), "Module");
      const told = rows.map(([dir = ""]) => wrong(bare(dir)));
      expect(told).toEqual([...told].sort((a, b) => Number(b) - Number(a)));
      const well = rows.map(([dir = ""]) => bare(dir)).filter((dir) => !wrong(dir));
      expect(well).toEqual([...well].sort());
      const lines = moduleRows(verdictLines(report, context)).map(([dir = ""]) => wrong(dir));
      expect(lines).toEqual([...lines].sort((a, b) => Number(a) - Number(b)));
    });
  });

  it("the terminal says the same in 100 columns", () => {
    holds((run) => {
      const lines = verdictLines(run.report, run.context);
      const gates = busyGates(run);
      const told = expected(run, "sign");
      const rows = moduleRows(lines);
      expect(rows.map(([dir]) => dir).sort()).toEqual(run.report.modules.map(({ dir }) => dir).sort());
      for (const [dir, ...cells] of rows) {
        const wanted = gates.map((gate) => (told[`${dir} ${gate}`] ?? "").replace(" of ", "/"));
        expect(cells.slice(0, gates.length)).toEqual(wanted);
      }
      expect(lines.slice(1, lines.indexOf("", 1)).filter((line) => stringWidth(line) > 100)).toEqual([]);
    });
  });

  it("every stage of the run as a whole has a row, and every reason is told", () => {
    holds(({ report, context }) => {
      const markdown = renderSummary(report, context);
      const ofRows = new Set(report.modules.flatMap(({ dir }) => stagesOfModule(report, context.needs, dir)));
      const [, ...rows] = markdownTable(markdown, "Stage");
      const shared = report.stages.filter((stage) => !ofRows.has(stage));
      expect(rows.flatMap(([ids = ""]) => ids.split(", ").map(bare)).sort()).toEqual(shared.map(({ id }) => id).sort());
      const [, ...why] = markdownTable(markdown, "Stages");
      const told = why.flatMap(([names = "", status = "", reason = "", modules = ""]) =>
        modules.split(", ").flatMap((dir) => names.split(", ").map((name) => [bare(dir), bare(name), status, reason])),
      );
      const named = new Set(context.reasons.map((reason) => (reason.kind === "stage" ? reason.stage : "")));
      const untold = [...ofRows].filter(({ id, reason }) => reason !== null && !named.has(id));
      expect(told.sort()).toEqual(
        untold
          .map(({ gate, variant, module, status, reason }) => {
            const name = variant === null ? gate : `${gate}:${variant}`;
            return [module, name, `${stageLooks[status].icon} ${status}`, reason];
          })
          .sort(),
      );
    });
  });

  it("annotations keep their budget", () => {
    holds(({ report, context }) => {
      const levels = annotationsOf(report, context).map(({ level }) => level);
      for (const level of ["error", "warning"]) {
        expect(levels.filter((found) => found === level).length).toBeLessThanOrEqual(10);
      }
    });
  });
});

/** The cells of the rows of modules on a terminal, cut where their headings begin. */
function moduleRows(lines: readonly string[]): readonly (readonly string[])[] {
  const [head = "", ...rows] = lines.slice(1, lines.indexOf("", 1));
  const starts = [...head.matchAll(/\S+/g)].map(({ index }) => index);
  const legend = rows.findLastIndex((line) => stageLegend.test(line));
  return (legend < 0 ? rows : rows.slice(0, legend)).map((line) =>
    starts.map((start, at) => line.slice(start, starts[at + 1]).trim()),
  );
}

const stageLegend = new RegExp(`^ {2}\\S (?:${Object.keys(stageLooks).join("|")})`);
