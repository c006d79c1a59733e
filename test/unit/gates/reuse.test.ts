import { describe, expect, it } from "vitest";
import { isRunnable, type StageId } from "../../../src/model/stage.ts";
import type { ExecStep } from "../../../src/model/step.ts";
import { type FactsOptions, makePlan } from "../../support/facts.ts";

function execStep(id: StageId, config: NonNullable<FactsOptions["config"]>): ExecStep {
  const step = makePlan({ config }).stages.find((stage) => stage.id === id)?.step;
  if (step === undefined || !isRunnable(step) || step.type !== "exec") throw new Error(`${id} does not execute`);
  return step;
}

/** Whether the result of an earlier run may stand for this stage's. */
function reuse(id: StageId, config: NonNullable<FactsOptions["config"]> = {}): unknown {
  return execStep(id, config).reuse;
}

const build = (config: NonNullable<FactsOptions["config"]>): unknown => reuse("build:linux/amd64", config);

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

describe("programs that Go may leave", () => {
  const linksAlike = (id: StageId, config: NonNullable<FactsOptions["config"]> = {}): unknown =>
    execStep(id, config).linksAlike;

  it("are those of builds from sources alone", () => {
    expect(linksAlike("build:linux/amd64", { buildvcs: false })).toBe(true);
    expect(linksAlike("build:linux/amd64", { ldflags: "-s -w -buildid=" })).toBe(true);
    expect(linksAlike("build:linux/amd64", { cgo: true })).toBeUndefined();
    expect(linksAlike("test")).toBeUndefined();
  });

  it("are no programs that are stamped", () => {
    expect(linksAlike("build:linux/amd64", { buildvcs: true })).toBeUndefined();
    expect(linksAlike("build:linux/amd64", { ldflags: "-X main.version=1.2" })).toBeUndefined();
    expect(linksAlike("build:linux/amd64", { ldflags: "-s '-X=main.token=abc'" })).toBeUndefined();
    expect(linksAlike("build:linux/amd64", { ldflags: "-s --X main.version=1" })).toBeUndefined();
  });
});
