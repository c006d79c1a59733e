import { expect, it } from "vitest";
import type { ReleaseOccasion } from "../../../src/model/release.ts";
import { phasesOf } from "../../../src/run/phases.ts";
import { stage } from "./rig.ts";

const push = {
  ...{ type: "deliver-image" as const, stage: "deliver", outputs: ["push" as const], name: "app", tags: [] },
  ...{ timeoutMs: 1, weight: 4 },
};
const stages = [
  stage("vet"),
  stage("deliver", ["vet"], { step: push }),
  stage("sign", ["deliver"]),
  stage("announce", ["sign"]),
  stage("other", ["vet"]),
  stage("deploy", ["deliver"], { last: true }),
];

const ids = (occasion: ReleaseOccasion | null, of = stages) => {
  const { first, pushing, last } = phasesOf({ stages: of, warnings: [], notices: [] }, occasion);
  return [first, pushing, last].map((part) => part.map(({ id }) => id).join(" "));
};

const release = {
  ...{ tag: "v1.0.0", version: "v1.0.0", prerelease: false, module: ".", plainTags: true, commit: "0" },
  ...{ before: null, cutOff: null, published: true },
};

it("with a release, what pushes waits for the draft, and what needs it waits along", () => {
  expect(ids({ release })).toEqual(["vet other", "deliver sign announce", "deploy"]);
});

it("without one nothing waits but what deploys", () => {
  const all = ["vet deliver sign announce other", "", "deploy"];
  expect([ids(null), ids({ skipped: "no tag" })]).toEqual([all, all]);
});

it("an image that stays here waits for nothing", () => {
  const local = [stage("vet"), stage("deliver", ["vet"], { step: { ...push, outputs: "default" } })];
  expect(ids({ release }, local)).toEqual(["vet deliver", "", ""]);
});
