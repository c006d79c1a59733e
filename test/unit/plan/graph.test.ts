import { describe, expect, it } from "vitest";
import type { Stage, StageId } from "../../../src/model/stage.ts";
import { describePlan } from "../../../src/plan/describe-stages.ts";
import { checkGraph } from "../../../src/plan/graph.ts";
import { makePlan } from "../../support/facts.ts";
import { makeStage } from "../../support/stages.ts";

const stage = (id: StageId, needs: readonly StageId[]): Stage => makeStage(id, { needs });

describe("checkGraph", () => {
  it("accepts what the planner makes", () => {
    expect(() => checkGraph(makePlan().stages)).not.toThrow();
  });

  it("refuses a circle, a missing need and a doubled id", () => {
    expect(() => checkGraph([stage("vet", ["test"]), stage("test", ["vet"])])).toThrow(
      "plan: circle vet -> test -> vet",
    );
    expect(() => checkGraph([stage("vet", ["deps"])])).toThrow("plan: vet needs deps, which does not exist");
    expect(() => checkGraph([stage("vet", []), stage("vet", [])])).toThrow("plan: two stages have the same id");
  });
});

describe("describePlan", () => {
  it("prints a line per stage with what it waits for, or why it does not run", () => {
    const plan = makePlan({ config: { vet: "warn", format: "false" } });
    expect(describePlan(plan).slice(1)).toEqual([
      "format             disabled: switched off by `format: false`",
      "vet                go vet ./... (after deps) [warn]",
      "test               go test -vet=off -timeout=10m0s ./... (after deps)",
      "build:linux/amd64  GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -o /dev/null -buildvcs=false example.com/tool (after deps)",
    ]);
  });
});
