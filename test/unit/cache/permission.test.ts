import { describe, expect, it } from "vitest";
import { layerPermissionOf, permissionOf, type Trigger } from "../../../src/cache/permission.ts";

const push: Trigger = {
  eventName: "push",
  ref: "refs/heads/topic",
  repository: "octo/tool",
  headRepository: null,
  defaultBranch: "main",
};
const pull: Trigger = { ...push, eventName: "pull_request", ref: "refs/pull/7/merge", headRepository: "octo/tool" };
const both = { restore: true, save: true, base: false, reason: null };
const restoring = (reason: string) => ({ restore: true, save: false, base: false, reason });

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

describe("who may save a base", () => {
  const main: Trigger = { ...push, ref: "refs/heads/main" };

  it.each(["push", "schedule", "workflow_dispatch", "repository_dispatch"])("%s on the default branch", (eventName) => {
    expect(permissionOf("true", { ...main, eventName })).toEqual({ ...both, base: true });
  });

  it.each<readonly [string, Trigger]>([
    ["another branch", push],
    ["a pull request", pull],
    ["a branch whose name ends the same", { ...push, ref: "refs/heads/topic/main" }],
    ["anything when nobody says which branch that is", { ...main, defaultBranch: null }],
  ])("not %s", (_, trigger) => {
    expect(permissionOf("true", trigger)).toEqual(both);
  });

  it("nor what may not save at all", () => {
    for (const mode of ["restore", "false"] as const) expect(permissionOf(mode, main).base).toBe(false);
    expect(permissionOf("true", { ...main, eventName: "issue_comment" }).base).toBe(false);
  });
});

describe("releases", () => {
  const reason = "releases and tags are built from sources alone (`cache: restore` restores all the same)";

  it.each([
    { ...push, ref: "refs/tags/v1.0.0" },
    { ...push, eventName: "release", ref: "refs/tags/v1.0.0" },
    { ...push, eventName: "workflow_dispatch", ref: "refs/tags/v1.0.0" },
  ])("neither restore nor save: %o", (trigger) => {
    expect(permissionOf("true", trigger)).toEqual({ restore: false, save: false, base: false, reason });
  });

  it("restore when that is asked for", () => {
    expect(permissionOf("restore", { ...push, ref: "refs/tags/v1.0.0" })).toEqual(restoring("cache: restore"));
  });
});

it("`false` does nothing", () => {
  expect(permissionOf("false", push)).toEqual({ restore: false, save: false, base: false, reason: "cache: false" });
});

describe("layers of images", () => {
  const main: Trigger = { ...push, ref: "refs/heads/main" };

  it("are saved by the default branch alone, and read by all others", () => {
    expect(layerPermissionOf("true", main)).toEqual({ restore: true, save: true, reason: null });
    const reason = "runs of main, the default branch, save them";
    for (const trigger of [push, pull]) {
      expect(layerPermissionOf("true", trigger)).toEqual({ restore: true, save: false, reason });
    }
    expect(layerPermissionOf("true", { ...main, defaultBranch: null })).toEqual({
      restore: true,
      save: false,
      reason: "the event does not say which branch is the default one, whose runs save them",
    });
    const fork = { ...pull, headRepository: "eve/tool" };
    expect(layerPermissionOf("true", fork)).toMatchObject({
      save: false,
      reason: "the pull request comes from a fork",
    });
  });

  it("are not even read for a release, unless that is asked for, and what was switched off needs no reason", () => {
    const tag = { ...push, ref: "refs/tags/v1.0.0" };
    expect(layerPermissionOf("true", tag)).toMatchObject({ restore: false, save: false });
    expect(layerPermissionOf("restore", tag)).toEqual({ restore: true, save: false, reason: "cache: restore" });
    const release = { ...tag, eventName: "release" };
    expect(layerPermissionOf("restore", release)).toMatchObject({ restore: true, save: false });
    expect(layerPermissionOf("false", main)).toEqual({ restore: false, save: false, reason: null });
  });

  it("are not offered to runs that anybody may start, also where they are asked for", () => {
    for (const eventName of ["pull_request_target", "issue_comment", "workflow_run"]) {
      for (const mode of ["true", "restore"] as const) {
        const reason = `${eventName} runs may be started by anyone`;
        expect(layerPermissionOf(mode, { ...main, eventName })).toEqual({ restore: false, save: false, reason });
      }
    }
    expect(layerPermissionOf("true", { ...main, eventName: "merge_group" })).toMatchObject({ restore: true });
    expect(layerPermissionOf("true", { ...main, eventName: null })).toMatchObject({ restore: true });
  });
});
