import { expect, it } from "vitest";
import { runnerImage } from "../../../src/engine/hosted.ts";

it("knows the image of a runner by what it says", () => {
  expect(runnerImage({ ImageOS: "ubuntu24", ImageVersion: "20261110.12.1" })).toBe("ubuntu24_20261110.12.1");
  expect(runnerImage({ ImageOS: "", ImageVersion: "1" })).toBe("1");
  expect(runnerImage({})).toBe("");
});
