import { describe, expect, it } from "vitest";
import { reasonText } from "../../../src/model/reason.ts";
import type { Stage } from "../../../src/model/stage.ts";
import { exitCodes, judgeRun, type VerdictFacts } from "../../../src/results/verdict.ts";
import { makePlan } from "../../support/facts.ts";
import { stage } from "../report/reports.ts";

const { stages } = makePlan({ config: { vet: "warn" } });

const facts = (over: Partial<VerdictFacts>): VerdictFacts => ({
  stages,
  results: [stage("deps"), stage("test")],
  cancelled: false,
  environmentProblems: [],
  ...over,
});

/** Conclusion, exit code and the reasons in words. */
const judged = (over: Partial<VerdictFacts>) => {
  const { conclusion, reasons } = judgeRun(facts(over));
  return { conclusion, exitCode: exitCodes[conclusion], reasons: reasons.map(reasonText) };
};

const failed = stage("test", { status: "failed", reason: "2 tests failed" });
const errored = stage("deps", { status: "errored", reason: "connection lost" });

describe("judgeRun", () => {
  it("is success with 0 when no stage failed, whatever else they did", () => {
    const quiet = (["passed", "warned", "skipped", "disabled", "blocked", "cancelled"] as const).map((status) =>
      stage("format", { status, reason: "x" }),
    );
    const success = { conclusion: "success", exitCode: 0, reasons: [] };
    expect(judged({})).toEqual(success);
    expect(judged({ results: quiet })).toEqual(success);
  });

  it("is failure with 1 and the reasons of all that failed, its status where it has none", () => {
    const build = stage("build:linux/amd64", { status: "failed" });
    expect(judged({ results: [stage("deps"), failed, build] })).toEqual({
      conclusion: "failure",
      exitCode: 1,
      reasons: ["test: 2 tests failed", "build:linux/amd64: failed"],
    });
  });

  it("does not count a stage on warn, even one that broke", () => {
    const results = (["failed", "errored"] as const).map((status) => stage("vet", { status }));
    expect(judged({ results }).exitCode).toBe(0);
  });

  it("is failure when a stage on warn broke and held back the release or what deploys", () => {
    const vet = stage("vet", { status: "errored", reason: "connection lost" });
    const held = { status: "blocked", reason: "vet did not pass" } as const;
    expect(judged({ results: [vet, stage("release", held)] })).toEqual({
      conclusion: "failure",
      exitCode: 1,
      reasons: ["release: vet did not pass"],
    });
    const ships = stages.map((each): Stage => (each.id === "test" ? { ...each, last: true } : each));
    expect(judged({ stages: ships, results: [vet, stage("test", held)] }).reasons).toEqual(["test: vet did not pass"]);
    const optional = ships.map((each): Stage => (each.id === "test" ? { ...each, warnOnly: true } : each));
    expect(judged({ stages: optional, results: [vet, stage("test", held)] }).exitCode).toBe(0);
    const skipped = { status: "skipped", reason: "not asked for" } as const;
    expect(judged({ stages: ships, results: [stage("release", skipped), stage("test", skipped)] }).exitCode).toBe(0);
  });

  it("is error with 3 when something broke, which comes before what failed", () => {
    const reasons = ["no space left", "deps: connection lost", "test: 2 tests failed"];
    const results = [failed, errored];
    expect(judged({ results, environmentProblems: ["no space left"] })).toEqual({
      conclusion: "error",
      exitCode: 3,
      reasons,
    });
    expect(judged({ environmentProblems: ["no space left"] }).exitCode).toBe(3);
    expect(judged({ results: [errored] }).exitCode).toBe(3);
  });

  it("is cancelled with 130 whatever else happened", () => {
    expect(judged({ results: [failed, errored], cancelled: true })).toEqual({
      conclusion: "cancelled",
      exitCode: 130,
      reasons: ["the run was cancelled", "deps: connection lost", "test: 2 tests failed"],
    });
  });
});
