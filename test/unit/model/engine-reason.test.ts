import { expect, it } from "vitest";
import { engineReason } from "../../../src/model/engine-reason.ts";

it("says why an engine was taken", () => {
  const reason = "engine: auto, container runtime docker";
  expect(engineReason({ name: "dagger", reason })).toBe(reason);
});

it("does not say the name of the engine again", () => {
  expect(engineReason({ name: "host", reason: "engine: host" })).toBeNull();
  expect(engineReason({ name: "host", reason: "engine: hosted" })).toBe("engine: hosted");
});
