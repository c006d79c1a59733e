import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import type { Revision } from "../../../src/project/revision.ts";
import { type OccasionFacts, occasionOf } from "../../../src/release/occasion.ts";

const commit = "0123456789012345678901234567890123456789";

const modules = [
  { dir: ".", path: "example.com/hello" },
  { dir: "tools/gen", path: "example.com/hello/tools/gen" },
];

function at(tag: string, over: Partial<Revision> = {}): Pick<OccasionFacts, "event" | "revision"> {
  const known = { commit, time: 1_764_463_599, branch: null, changes: [], shallow: false, problem: null };
  return {
    event: { eventName: "push", ref: `refs/tags/${tag}` },
    revision: { ...known, at: [tag], merged: [tag], eventTag: tag, ...over },
  };
}

function occasion(over: Partial<OccasionFacts>): ReturnType<typeof occasionOf> {
  const files = new Set(["go.mod", "tools/gen/go.mod"]);
  return occasionOf({ published: true, modules, files, version: null, ...at("v1.2.0"), ...over });
}

describe("the occasion of a release", () => {
  it("is a pushed tag that is a version of a module", () => {
    const merged = ["v1.2.0", "v1.2.0-rc.1", "v1.1.0", "v1.10.0", "tools/gen/v1.1.9", "v1"];
    expect(occasion({ ...at("v1.2.0", { merged }) })).toEqual({
      release: {
        ...{ tag: "v1.2.0", version: "v1.2.0", prerelease: false, module: ".", plainTags: true, commit },
        ...{ before: "v1.1.0", cutOff: null, published: true },
      },
    });
  });

  it("is one of a module in a directory, for itself, and a pre-release is one after any version", () => {
    const merged = ["tools/gen/v0.3.0", "tools/gen/v0.4.0-rc.1", "v1.0.0"];
    expect(occasion({ published: false, ...at("tools/gen/v0.4.0-rc.2", { merged }) })).toEqual({
      release: {
        ...{ tag: "tools/gen/v0.4.0-rc.2", version: "v0.4.0-rc.2", prerelease: true, module: "tools/gen" },
        ...{ plainTags: false, commit, before: "tools/gen/v0.4.0-rc.1", cutOff: null, published: false },
      },
    });
  });

  it("is one of the module that can be had by it", () => {
    const both = [modules[0], { dir: "v2", path: "example.com/hello/v2" }].filter((module) => module !== undefined);
    const facts = { modules: both, files: new Set(["go.mod", "v2/go.mod"]) };
    const moduleOf = (tag: string) => {
      const found = occasion({ ...facts, ...at(tag) });
      return "release" in found ? found.release.module : null;
    };
    expect([moduleOf("v1.0.0"), moduleOf("v2.0.0")]).toEqual([".", "v2"]);
  });

  const rule = "releases only on a push of a tag; this is";
  it.each([
    [`${rule} no run of a workflow`, { eventName: null, ref: null }],
    [`${rule} push to main`, { eventName: "push", ref: "refs/heads/main" }],
    [`${rule} push`, { eventName: "push", ref: null }],
    [`${rule} pull_request`, { eventName: "pull_request", ref: "refs/pull/1/merge" }],
    [`${rule} workflow_dispatch`, { eventName: "workflow_dispatch", ref: "refs/tags/v1.2.0" }],
  ])("is nothing else: %s", (skipped, event) => {
    expect(occasion({ event })).toEqual({ skipped });
  });

  it.each(["v1", "nightly", "1.2.0", "other/v1.2.0", "v1.2.0+build"])("is no tag like %s", (tag) => {
    expect(occasion(at(tag))).toEqual({ skipped: expect.stringContaining(`${tag} is no version of`) });
  });

  it("says that nobody knows which commits are new in a shallow clone", () => {
    const cutOff = (over: Partial<Revision>) => {
      const found = occasion(at("v1.2.0", { shallow: true, ...over }));
      return "release" in found ? found.release.cutOff : null;
    };
    expect(cutOff({})).toContain("fetch-depth: 0");
    expect(cutOff({ merged: ["v1.1.0"] })).toBeNull();
  });
});

describe("a checkout that is not what the tag says", () => {
  it.each<[string, Partial<OccasionFacts>]>([
    ["HEAD (012345678901) is not the commit of the tag v1.2.0", at("v1.2.0", { eventTag: null, at: [] })],
    ["the working tree is not what was committed: main.go, b;", at("v1.2.0", { changes: ["main.go", "b"] })],
    [
      "git does not say what is checked out: not a repository",
      at("v1.2.0", { commit: null, problem: "not a repository" }),
    ],
    ["git does not say what is checked out: no commit", at("v1.2.0", { commit: null })],
    ["v1.3.0 is not the version of the tag v1.2.0", { version: "v1.3.0" }],
  ])("is refused before anything runs: %s", (words, over) => {
    expect(() => occasion(over)).toThrow(UsageError);
    expect(() => occasion(over)).toThrow(words);
  });
});
