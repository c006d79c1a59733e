import { describe, expect, it } from "vitest";
import { isRunnable, type StageId } from "../../../src/model/stage.ts";
import { type FactsOptions, makePlan } from "../../support/facts.ts";

/** Whether the result of an earlier run may stand for this stage's. */
function reuse(id: StageId, config: FactsOptions["config"] = {}): unknown {
  const step = makePlan({ config }).stages.find((stage) => stage.id === id)?.step;
  if (step === undefined || !isRunnable(step) || step.type !== "exec") throw new Error(`${id} does not execute`);
  return step.reuse;
}

const build = (config: FactsOptions["config"]): unknown => reuse("build:linux/amd64", config);

describe("reuse of results", () => {
  it("leaves deps and test to Go", () => {
    expect(reuse("deps")).toBe("by-tool");
    expect(reuse("test")).toBe("by-tool");
  });

  it("allows builds without cgo and the flags that name no file", () => {
    expect(reuse("format")).toBe("by-sources");
    expect(reuse("vet")).toBe("by-go-sources");
    expect(build({ trimpath: true, buildvcs: false })).toBe("by-sources");
    expect(build({ ldflags: "-s -w -X main.version=1.2 -X 'main.date=a b' -buildid=" })).toBe("by-sources");
    expect(build({ ldflags: "all=-s -w" })).toBe("by-sources");
  });

  it("refuses what this machine or the repository's state goes into", () => {
    expect(build({ cgo: true })).toBe("by-tool");
    expect(build({ buildvcs: true })).toBe("by-tool");
    expect(build({ ldflags: "-s -linkmode=external" })).toBe("by-tool");
    expect(build({ ldflags: "-extld /opt/ld" })).toBe("by-tool");
  });
});
