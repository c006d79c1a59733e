import { expect, it } from "vitest";
import { engineVersions } from "../../../src/report/view/engine.ts";

const go = "go1.26.8";

it.each([
  ["engine: host", go, [go], { engine: null, go: [go] }],
  [`${go} is on PATH`, go, [go, go], { engine: null, go: [] }],
  [`${go} on PATH takes go1.27.4`, "go1.27.4", ["go1.27.4"], { engine: null, go: [] }],
  [`${go} is on PATH; an engine runs here, but it cannot be had`, go, [go], { engine: null, go: [] }],
  [`${go} is on PATH`, go, [go, "go1.27.4"], { engine: null, go: [go, "go1.27.4"] }],
  ["go1.26.80 is on PATH", go, [go], { engine: null, go: [go] }],
  ["an engine runs on this machine", "0.21.8", [go], { engine: "0.21.8", go: [go] }],
  ["engine: dagger", null, [], { engine: null, go: [] }],
])("%s, version %s, Go %j: %j", (reason, version, versions, expected) => {
  expect(engineVersions({ version, reason }, versions)).toEqual(expected);
});
