import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isExact, lineOf, newestRelease, releasesOf } from "../../../src/project/go-releases.ts";

/** What the public module proxy answered for golang.org/toolchain/@v/list in November 2026. */
const list = readFileSync(join(import.meta.dirname, "../../fixtures/go/toolchains/list.txt"), "utf8");

describe("the list of toolchains", () => {
  const releases = releasesOf(list);

  it("holds releases, newest first, each once, and no candidates", () => {
    expect(releases.slice(0, 6)).toEqual(["1.27.4", "1.27.3", "1.27.2", "1.27.1", "1.27.0", "1.26.11"]);
    expect(new Set(releases).size).toBe(releases.length);
    expect(list).toContain("go1.26rc1.");
    expect(releases.some((release) => release.includes("rc"))).toBe(false);
  });

  it("sorts by number, in whatever order the lines are", () => {
    const mixed = ["1.26.9", "1.26.10", "1.27.0"].map((version) => `v0.0.1-go${version}.linux-amd64`);
    expect(releasesOf(mixed.join("\r\n"))).toEqual(["1.27.0", "1.26.10", "1.26.9"]);
  });

  it("is nothing where something else answered", () => {
    expect(releasesOf("<html>not found: v0.0.1-go1.26.8.linux-amd64</html>\n")).toEqual([]);
  });

  it.each([
    ["stable", "1.27.4"],
    ["oldstable", "1.26.11"],
    ["1.27", "1.27.4"],
    ["1.26", "1.26.11"],
    ["1.25", "1.25.14"],
    ["1.22", "1.22.12"],
    ["1.99", null],
  ])("%s is %s", (asked, version) => {
    expect(newestRelease(asked, releases)).toBe(version);
  });

  it("has no oldstable with one line of releases alone", () => {
    expect(newestRelease("oldstable", ["1.27.1", "1.27.0"])).toBeNull();
    expect(newestRelease("stable", [])).toBeNull();
  });
});

it.each([
  ["1.26.8", true, "1.26"],
  ["1.27rc1", true, "1.27"],
  ["1.27beta2", true, "1.27"],
  ["1.26", false, "1.26"],
  ["stable", false, "stable"],
])("%s is exact: %s, of the line %s", (asked, exact, line) => {
  expect([isExact(asked), lineOf(asked)]).toEqual([exact, line]);
});
