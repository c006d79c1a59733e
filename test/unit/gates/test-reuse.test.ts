import { expect, it } from "vitest";
import { type TestReuseFacts, testReuse } from "../../../src/gates/test-reuse.ts";

type Over = Partial<Omit<TestReuseFacts, "config">> & { readonly config?: Partial<TestReuseFacts["config"]> };

/** The mode and whether times are set, then the reason. */
function decided({ config, ...over }: Over = {}): string {
  const { mode, times, reason } = testReuse({
    config: {
      test: "true",
      testReuse: "auto",
      testFlags: [],
      shuffle: null,
      testArtifacts: false,
      coverpkg: [],
      ...config,
    },
    ...{ refusal: null, goflags: "", goVersions: ["go1.26.8"], release: false, pushes: false },
    trigger: { eventName: "push", ref: "refs/heads/main", defaultBranch: "main" },
    ...over,
  });
  return `${mode}${times ? " with times" : ""}: ${reason}`;
}

const trigger = (eventName: string | null, ref: string | null, defaultBranch: string | null = "main") => ({
  trigger: { eventName, ref, defaultBranch },
});

it("reuses in pull requests, on branches and outside of GitHub Actions, and runs everything elsewhere", () => {
  expect(decided()).toBe("full with times: main is the default branch, which runs every test");
  expect(decided(trigger("pull_request", "refs/pull/7/merge"))).toBe("reuse with times: this is a pull request");
  expect(decided(trigger("pull_request_target", "refs/heads/main"))).toBe("reuse with times: this is a pull request");
  expect(decided(trigger("push", "refs/heads/a/b"))).toBe("reuse with times: a/b is not the default branch");
  expect(decided(trigger("merge_group", "refs/heads/gh-readonly-queue/main/pr-7"))).toMatch(/^reuse with times: /);
  expect(decided(trigger("schedule", "refs/heads/a"))).toBe("full with times: scheduled runs run every test");
  const unknown = "full with times: GitHub does not say whether this is the default branch, which runs every test";
  expect(decided(trigger("push", "refs/heads/a", null))).toBe(unknown);
  expect(decided(trigger(null, "refs/heads/a", null))).toBe(unknown);
  expect(decided(trigger(null, null))).toBe("reuse with times: this is no run of GitHub Actions");
});

it("runs every test of a release, whatever is asked", () => {
  for (const wish of ["auto", "true"] as const) {
    expect(decided({ release: true, config: { testReuse: wish } })).toBe("full: releases and tags run every test");
  }
});

it("does as it is told", () => {
  expect(decided({ config: { testReuse: "true" } })).toBe("reuse with times: `test-reuse: true`");
  expect(decided({ config: { testReuse: "false" } })).toBe("off: `test-reuse: false`");
  expect(decided({ config: { test: "false" } })).toBe("off: no tests are run");
  expect(decided({ refusal: "not here" })).toBe("off: not here");
  expect(decided({ refusal: "not here", config: { shuffle: "7" } })).toBe(
    "off: nothing can be reused: -shuffle=7 makes go test run again",
  );
});

it("leaves the times that an image would have", () => {
  expect(decided({ pushes: true })).toBe(
    "full: main is the default branch, which runs every test; files keep their times, which the image that is pushed has too",
  );
});

it.each<[Over, string]>([
  [{ config: { testArtifacts: true } }, "-artifacts makes go test run again"],
  [{ config: { shuffle: "-42" } }, "-shuffle=-42 makes go test run again"],
  [{ config: { testFlags: ["-count=1"] } }, "-count=1 makes go test run again"],
  [{ goflags: "-trimpath -shuffle=on" }, "-shuffle=on makes go test run again"],
  [{ config: { testFlags: ["-args", "-x"] } }, "-x makes go test run again"],
  [
    { goflags: "-ldflags=-X=main.date=2026-11-29T20:00:00Z" },
    "-ldflags hold a time, so the test binaries are new each time",
  ],
  [
    { config: { testFlags: ["-ldflags", "-X main.at=1796000000"] } },
    "-ldflags hold a time, so the test binaries are new each time",
  ],
  [{ goVersions: ["go1.24.9"] }, "go1.24.9 keeps no results of tests with -coverprofile; Go 1.25 and later do"],
])("says why nothing can be reused: %j", (over, reason) => {
  expect(decided(over)).toBe(`off: nothing can be reused: ${reason}`);
});

it("takes other linker flags, and an older Go beside a newer one", () => {
  expect(decided({ goflags: "-ldflags=-X=main.version=1.2.3" })).toMatch(/^full with times/);
  expect(decided({ goVersions: ["go1.24.9", "go1.26.8"] })).toMatch(/^full with times/);
});

it("takes no coverage that an older Go keeps too long", () => {
  const covered = { config: { coverpkg: ["./..."] } };
  for (const version of ["go1.25.3", "go1.26.0"]) {
    expect(decided({ ...covered, goVersions: [version] })).toBe(
      `full: ${version} may keep coverage of -coverpkg that is out of date; 1.25.14, 1.26.8 and later do not`,
    );
  }
  for (const version of ["go1.25.14", "go1.26.8", "go1.27.0", "devel go1.28-abc"]) {
    expect(decided({ ...covered, goVersions: [version] })).toMatch(/^full with times: main/);
  }
});
