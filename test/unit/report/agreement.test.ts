import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { createJUnitWriter } from "../../../src/go/junit.ts";
import { junitHead, junitTail } from "../../../src/go/junit-frame.ts";
import { reasonText } from "../../../src/model/reason.ts";
import { stageStatuses } from "../../../src/model/report/stage.ts";
import type { Report, StageStatus } from "../../../src/model/report.ts";
import { outputsOf } from "../../../src/report/outputs.ts";
import { annotationsOf } from "../../../src/report/targets/annotations.ts";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { stageLooks } from "../../../src/report/view/status.ts";
import { runs } from "../../support/runs.ts";
import { stagesWithRows } from "./module-rows.ts";
import { type RandomRun, randomRuns } from "./random-runs.ts";
import { verdictLines } from "./verdict-lines.ts";

function holds(check: (run: RandomRun) => void): void {
  fc.assert(fc.property(randomRuns, check), { numRuns: runs(200) });
}

const statusesOf = (report: Report): Readonly<Record<string, StageStatus>> =>
  Object.fromEntries(report.stages.map(({ id, status }) => [id, status]));

/** Status by stage id as the table of a summary tells it. */
function statusesOfSummary(markdown: string): Readonly<Record<string, string>> {
  const statuses = stageStatuses.join("|");
  const rows = markdown.matchAll(new RegExp(`^\\| ((?:\`[^\`]+\`(?:, )?)+) \\| \\S+ (${statuses}) \\|`, "gm"));
  return Object.fromEntries(
    [...rows].flatMap(([, ids = "", status = ""]) => [...ids.matchAll(/`([^`]+)`/g)].map(([, id]) => [id, status])),
  );
}

/** What the rows of stages on a terminal say of how many that ran, by sign. */
function signsOfTerminal(lines: readonly string[]): Readonly<Record<string, number>> {
  const blocks = lines.join("\n").split("\n\n");
  const rows = blocks.find((block) => /^\n? {2}\S [^\n]* {2}/.test(block))?.split("\n") ?? [];
  const ran = rows.flatMap((line) => /^ {2}(\S) .* \d+(?:\.\d)? m?s(?: |$)/.exec(line)?.[1] ?? []);
  return tally(ran);
}

function tally(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The numbers of the line below the headline, `3 stages passed, 1 skipped · 2 tests failed`. */
function toldCounts(markdown: string, what: "stage" | "test"): Readonly<Record<string, number>> {
  const [, , facts = ""] = markdown.split("\n");
  const part = facts.split(" · ").find((text) => new RegExp(`^\\d+ ${what}s? `).test(text)) ?? "";
  const counts = part.matchAll(/(\d+) (?:(?:stage|test)s? )?([a-z]+)/g);
  return Object.fromEntries([...counts].map(([, count, state = ""]) => [state, Number(count)]));
}

function withoutZeros(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

describe("of any run", () => {
  it("exit code and conclusion follow from its stages", () => {
    holds(({ report, exitCode, warnOnly, cancelled, problems }) => {
      const counting = report.stages.filter(({ id }) => !warnOnly.has(id)).map(({ status }) => status);
      const broken = problems.length > 0 || counting.includes("errored");
      const expected = cancelled ? 130 : broken ? 3 : counting.includes("failed") ? 1 : 0;
      expect(exitCode).toBe(expected);
      expect(report.conclusion).toBe({ 0: "success", 1: "failure", 3: "error", 130: "cancelled" }[expected]);
      expect(report.reasons.length > 0).toBe(exitCode !== 0);
    });
  });

  it("the summary agrees with the verdict", () => {
    const headlines = {
      success: "## ✅ Go pipeline passed",
      failure: "## ❌ Go pipeline failed",
      error: "## 💥 Go pipeline could not finish",
      cancelled: "## 🚫 Go pipeline was cancelled",
    };
    holds(({ report, context }) => {
      const markdown = renderSummary(report, context);
      const { modules } = report;
      const subject = modules.length > 1 ? `${modules.length} modules` : "`example.com/m`";
      expect(markdown.split("\n")[0]).toBe(`${headlines[report.conclusion]}: ${subject}`);
      const bullets = markdown.split("\n### ")[0]?.match(/^- .*$/gm) ?? [];
      expect(bullets).toHaveLength(report.reasons.length);
      if (modules.length === 1) expect(statusesOfSummary(markdown)).toEqual(statusesOf(report));
      expect(toldCounts(markdown, "stage")).toEqual(tally(report.stages.map(({ status }) => status)));
      const commands = [...markdown.matchAll(/^# (.+)$/gm)].map(([, id]) => id);
      const troubled = ["failed", "warned", "errored", "cancelled"];
      expect(commands).toEqual(report.stages.filter(({ status }) => troubled.includes(status)).map(({ id }) => id));
    });
  });

  it("the terminal agrees with the verdict, and tells every reason once", () => {
    const words = { success: "passed", failure: "failed", error: "could not finish", cancelled: "was cancelled" };
    holds(({ report, context }) => {
      const lines = verdictLines(report, context);
      expect(lines.at(-1)).toMatch(new RegExp(`^\\S pipeline ${words[report.conclusion]} in `));
      const shown = report.modules.length > 1 ? stagesWithRows(report, context.needs) : report.stages;
      const ran = shown.filter(({ startedAt }) => startedAt !== null);
      expect(report.stages.length === 0 ? {} : signsOfTerminal(lines)).toEqual(
        tally(ran.map(({ status }) => stageLooks[status].sign)),
      );
      const outside = context.reasons.filter(({ kind }) => kind !== "stage").map((reason) => `  ${reasonText(reason)}`);
      const end = lines.slice(lines.lastIndexOf("") + 1, -1);
      expect(end).toEqual(outside);
    });
  });

  it("the outputs say what the report says", () => {
    holds(({ report }) => {
      const outputs = outputsOf(report, "report.json");
      expect(outputs["conclusion"]).toBe(report.conclusion);
      const told: readonly { id: string; status: StageStatus }[] = JSON.parse(outputs["stages"] ?? "");
      expect(Object.fromEntries(told.map(({ id, status }) => [id, status]))).toEqual(statusesOf(report));
    });
  });

  it("only what went wrong is an error among the annotations", () => {
    holds(({ report, context, exitCode }) => {
      const errors = annotationsOf(report, context).filter(({ level }) => level === "error");
      if (exitCode === 0) {
        const warnOnlyBroke = report.stages.some(({ status }) => status === "errored");
        expect(errors.length > 0).toBe(warnOnlyBroke);
      } else if (exitCode !== 130) expect(errors.length).toBeGreaterThan(0);
    });
  });

  it("outputs, summary, terminal and JUnit count the same tests", () => {
    holds(({ report, context, packages }) => {
      const { tests } = report.totals;
      const results = tally(packages.flatMap(({ tests: all }) => all.map(({ result }) => result)));
      const of = (result: string): number => results[result] ?? 0;
      const outputs = outputsOf(report, "report.json");
      expect(["passed", "failed", "skipped", "flaky"].map((state) => outputs[`tests-${state}`])).toEqual(
        ["passed", "failed", "skipped", "flaky"].map((state) => `${of(state)}`),
      );
      const markdown = renderSummary(report, context);
      expect(toldCounts(markdown, "test")).toEqual(withoutZeros(results));
      expect(markdown.match(/^<summary>❌ <code>/gm) ?? []).toHaveLength(of("failed"));
      const row = verdictLines(report, context).find((line) => line.startsWith("  tests "));
      const cut = of("interrupted") === 0 ? "" : `, ${of("interrupted")} interrupted`;
      const flaky = of("flaky") === 0 ? "" : `, ${of("flaky")} flaky`;
      const numbers = `${of("passed")} passed, ${of("failed")} failed, ${of("skipped")} skipped${flaky}${cut}`;
      expect(row?.trim().replace(/^tests +/, "")).toBe(tests === null ? undefined : numbers);
      const junit = elementsOfJUnit(packages);
      const broken = packages.filter(({ report: { reason } }) => reason !== null).length;
      expect([junit["failure"] ?? 0, junit["error"] ?? 0]).toEqual([of("failed"), broken]);
      expect(markdown.match(/^<summary>⚠️ <code>/gm) ?? []).toHaveLength(of("flaky"));
      expect(junit["flakyFailure"] ?? 0).toBe(of("flaky"));
      expect(junit["skipped"] ?? 0).toBe(of("skipped") + of("interrupted"));
      expect(junit["testcase"] ?? 0).toBe(packages.flatMap(({ tests: all }) => all).length + broken);
    });
  });

  it("no section contradicts what was said of a threshold", () => {
    holds(({ report, context }) => {
      const { thresholds, totals } = report;
      const markdown = renderSummary(report, context);
      const total = thresholds.find(({ what }) => what === "total");
      const said = total === undefined ? [] : [`threshold ${total.floor} % ${total.met ? "met ✅" : "missed ❌"}`];
      expect(markdown.match(/threshold [\d.]+ % (?:met ✅|missed ❌)/g) ?? []).toEqual(said);
      const missed = new Set(thresholds.filter(({ what, met }) => what === "package" && !met).map(({ name }) => name));
      const marked = [...markdown.matchAll(/^\| `(\S+)` \| .* ❌ \(threshold [\d.]+ %\)/gm)].map(([, name]) => name);
      const shown = (totals.coverage?.packages ?? []).map(({ importPath }) => importPath);
      expect(marked.sort()).toEqual(shown.filter((name) => missed.has(name)));
      const row = verdictLines(report, context).find((line) => line.startsWith("  coverage"));
      expect(row?.match(/threshold [\d.]+ % (?:met|missed)/g) ?? []).toEqual(said.map((text) => text.slice(0, -2)));
    });
  });
});

/** How many elements of each name the JUnit file of some packages has. */
function elementsOfJUnit(packages: RandomRun["packages"]): Readonly<Record<string, number>> {
  let xml = junitHead(packages.map(({ report }) => report));
  const writer = createJUnitWriter(
    (text) => {
      xml += text;
    },
    { module: null, declared: () => new Map() },
  );
  for (const done of packages) writer.suite(done);
  xml += junitTail;
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => names.push(name));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return tally(names);
}
