import { describe, expect, it } from "vitest";
import { exitFailure } from "../../../src/gates/judgement.ts";
import { command } from "../../support/fake-engine.ts";
import { makeOutcome } from "../../support/stages.ts";

describe("exitFailure", () => {
  const outcome = (exitCode: number | null, signal: string | null = null) =>
    exitFailure("go vet", makeOutcome("vet", { commands: [{ ...command(0), exitCode, signal }] }));

  it("says how a tool ended that gave no reason", () => {
    expect(outcome(0)).toBeNull();
    expect(outcome(2)).toBe("go vet exited with 2");
    expect(outcome(null)).toBe("go vet was ended by a signal");
    expect(exitFailure("go vet", makeOutcome("vet"))).toBe("go vet did not run");
    expect(outcome(null, "SIGKILL")).toBe("go vet was ended by SIGKILL");
  });
});
