import { describe, expect, it } from "vitest";
import { permissionOf, type Trigger } from "../../../src/cache/permission.ts";

const push: Trigger = { eventName: "push", ref: "refs/heads/main", repository: "octo/tool", headRepository: null };
const pull: Trigger = { ...push, eventName: "pull_request", ref: "refs/pull/7/merge", headRepository: "octo/tool" };
const both = { restore: true, save: true, reason: null };
const restoring = (reason: string) => ({ restore: true, save: false, reason });

describe("who may save", () => {
  it.each([
    ["a push to a branch", push],
    ["a schedule", { ...push, eventName: "schedule" }],
    ["a dispatch", { ...push, eventName: "workflow_dispatch" }],
    ["a pull request from the repository itself", pull],
  ])("%s", (_, trigger) => {
    expect(permissionOf("true", trigger)).toEqual(both);
  });

  it.each<readonly [string, Trigger]>([
    ["the pull request comes from a fork", { ...pull, headRepository: "eve/tool" }],
    ["the event does not say where the pull request comes from", { ...pull, headRepository: null }],
    ["no later run can see what a merge queue saves", { ...push, eventName: "merge_group" }],
    ["the event of the run is unknown", { ...push, eventName: null }],
    ["the run is not on a branch", { ...push, ref: null }],
    ...["pull_request_target", "issue_comment", "workflow_run", "issues", "fork", "discussion"].map(
      (eventName) => [`${eventName} runs may be started by anyone`, { ...push, eventName }] as const,
    ),
  ])("not when %s", (reason, trigger) => {
    expect(permissionOf("true", trigger)).toEqual(restoring(reason));
  });
});

describe("releases", () => {
  const reason = "releases and tags are built from sources alone (`cache: restore` restores all the same)";

  it.each([
    { ...push, ref: "refs/tags/v1.0.0" },
    { ...push, eventName: "release", ref: "refs/tags/v1.0.0" },
    { ...push, eventName: "workflow_dispatch", ref: "refs/tags/v1.0.0" },
  ])("neither restore nor save: %o", (trigger) => {
    expect(permissionOf("true", trigger)).toEqual({ restore: false, save: false, reason });
  });

  it("restore when that is asked for", () => {
    expect(permissionOf("restore", { ...push, ref: "refs/tags/v1.0.0" })).toEqual(restoring("cache: restore"));
  });
});

it("`false` does nothing", () => {
  expect(permissionOf("false", push)).toEqual({ restore: false, save: false, reason: "cache: false" });
});
