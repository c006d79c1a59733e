import { describe, expect, it } from "vitest";
import type { StageId } from "../../../src/model/stage.ts";
import { priorityOf } from "../../../src/plan/schedule.ts";
import { type FactsOptions, mainPackage, makePlan } from "../../support/facts.ts";

const platforms = ["linux", "darwin"].map((os) => ({ os, arch: "amd64", variant: null }));
const main = mainPackage("example.com/tool", { "linux/amd64": "builds", "darwin/amd64": "builds" });

/** What waits for what on a cold cache. */
function waits(options: FactsOptions["config"] = {}): Record<string, readonly StageId[]> {
  const { stages } = makePlan({ config: { platforms, ...options }, module: { mains: [main] } });
  return Object.fromEntries(stages.filter(({ after }) => after.length > 0).map(({ id, after }) => [id, after]));
}

describe("the order on a cold build cache", () => {
  it("lets vet compile what test and the native build need; other platforms share nothing", () => {
    expect(waits()).toEqual({ test: ["vet"], "build:linux/amd64": ["vet"] });
  });

  it("takes the next one when vet is off, and none when one is left", () => {
    expect(waits({ vet: "false" })).toEqual({ test: ["build:linux/amd64"] });
    expect(waits({ vet: "false", build: "false" })).toEqual({});
  });

  it("leaves tests alone that race detection compiles anew", () => {
    expect(waits({ race: true })).toEqual({ "build:linux/amd64": ["vet"] });
  });
});

describe("priorityOf", () => {
  const order = (cold: boolean): readonly StageId[] => {
    const { stages } = makePlan({ config: { platforms }, module: { mains: [main] } });
    return [...stages].sort((a, b) => priorityOf(b, stages, cold) - priorityOf(a, stages, cold)).map(({ id }) => id);
  };

  it("puts first what others wait for, then what takes longest", () => {
    expect(order(false)).toEqual(["format", "deps", "test", "build:linux/amd64", "build:darwin/amd64", "vet"]);
    expect(order(true)).toEqual(["format", "vet", "deps", "test", "build:linux/amd64", "build:darwin/amd64"]);
  });
});
