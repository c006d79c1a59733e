import { describe, expect, it } from "vitest";
import { isReleaseRun } from "../../../src/engine/release.ts";

describe("a run for a tag or a release", () => {
  it.each([
    [{ GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/tags/v1.0.0", GITHUB_REF_TYPE: "tag" }],
    [{ GITHUB_EVENT_NAME: "workflow_dispatch", GITHUB_REF: "refs/tags/v1.0.0" }],
    [{ GITHUB_REF_TYPE: "tag" }],
    [{ GITHUB_EVENT_NAME: "release", GITHUB_REF: "refs/heads/main" }],
    [{ GITHUB_EVENT_NAME: "release" }],
    [{ CI_COMMIT_TAG: "v1.0.0" }],
    [{ BITBUCKET_TAG: "v1.0.0" }],
    [{ CIRCLE_TAG: "v1.0.0" }],
    [{ TRAVIS_TAG: "v1.0.0" }],
    [{ BUILD_SOURCEBRANCH: "refs/tags/v1.0.0" }],
  ])("is known by %j", (env) => {
    expect(isReleaseRun(env)).toBe(true);
  });

  it.each([
    [{}],
    [{ GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/tags/v1", GITHUB_REF_TYPE: "branch", TRAVIS_TAG: "" }],
    [{ GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: "refs/pull/7/merge" }],
    [{ BUILD_SOURCEBRANCH: "refs/heads/main" }],
  ])("is not one with %j", (env) => {
    expect(isReleaseRun(env)).toBe(false);
  });
});
