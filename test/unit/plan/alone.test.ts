import { describe, expect, it } from "vitest";
import { waitsForAlone } from "../../../src/plan/alone.ts";
import { makeStage } from "../../support/stages.ts";

const alone = { alone: true } as const;

describe("stages that run alone", () => {
  it("wait for all that do not lead to one, and what needs one for all of them", () => {
    const waits = waitsForAlone([
      makeStage("deps"),
      makeStage("vet", { needs: ["deps"] }),
      makeStage("bench", { ...alone, needs: ["deps"] }),
      makeStage("bench:other", alone),
      makeStage("tell", { needs: ["bench", "vet"] }),
      makeStage("after", { needs: ["tell"] }),
    ]);
    expect(Object.fromEntries(waits)).toEqual({
      bench: ["deps", "vet"],
      "bench:other": ["deps", "vet"],
      tell: ["bench", "bench:other"],
      after: ["bench", "bench:other"],
    });
  });

  it("change nothing where there are none", () => {
    expect(waitsForAlone([makeStage("deps"), makeStage("vet", { needs: ["deps"] })]).size).toBe(0);
  });
});
