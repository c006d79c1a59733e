import { describe, expect, it } from "vitest";
import { pseudoVersion, taggedVersion, tagRules, versionOfTag } from "../../../src/project/module-version.ts";
import { canonicalVersion } from "../../../src/text/canonical-version.ts";

const none = () => false;
const commit = "0123456789abcdef0123456789abcdef01234567";
const time = Date.UTC(2026, 10, 30, 4, 5, 6) / 1_000;
const stamp = "20261130040506-0123456789ab";

describe("which tags are a module's", () => {
  it.each([
    [".", "example.com/m", "", ""],
    [".", "example.com/m/v2", "", "/v2"],
    [".", "gopkg.in/yaml.v3", "", ".v3"],
    ["tools/gen", "example.com/m/tools/gen", "tools/gen/", ""],
    ["tools/gen", "example.com/m/tools/gen/v4", "tools/gen/", "/v4"],
    ["tools/gen/v4", "example.com/m/tools/gen/v4", "tools/gen/", "/v4"],
    ["v2", "example.com/m/v2", "", "/v2"],
    ["v1", "example.com/m/v1", "v1/", ""],
    ["x", null, "x/", ""],
  ])("%s holds %s", (dir, path, prefix, pathMajor) => {
    expect(tagRules(dir, path, none)).toMatchObject({ prefix, pathMajor });
  });
});

describe("a version", () => {
  it.each([
    ["v1.2.3", "v1.2.3"],
    ["v1.2.3-rc.1", "v1.2.3-rc.1"],
    ["v1.2.3-0a.x-y", "v1.2.3-0a.x-y"],
    ["v1.2.3+meta.1", "v1.2.3"],
    ["1.2.3", null],
    ["v1.2", null],
    ["v01.2.3", null],
    ["v1.2.3-01", null],
    ["v1.2.3-", null],
    ["release-2026", null],
    [`v1.2.3-${"a".repeat(300)}`, null],
  ])("%s is %s", (text, version) => {
    expect(canonicalVersion(text)).toBe(version);
  });

  it("is no tag's that has build metadata, looks like a pseudo-version or is another module's", () => {
    const root = tagRules(".", "example.com/m", none);
    expect(versionOfTag("v1.2.3", root)).toBe("v1.2.3");
    expect(versionOfTag("v1.2.3+meta", root)).toBeNull();
    expect(versionOfTag(`v0.0.0-${stamp}`, root)).toBeNull();
    expect(versionOfTag("tools/v1.2.3", root)).toBeNull();
    expect(versionOfTag("tools/v1.2.3", tagRules("tools", null, none))).toBe("v1.2.3");
  });
});

describe("the version of a tagged commit", () => {
  const root = tagRules(".", "example.com/m", none);
  const at = (...tags: string[]) => taggedVersion({ at: tags, eventTag: null }, root);

  it("is the highest that fits the path, by numbers and not by letters", () => {
    expect(at("v1.9.0", "v1.10.0", "v1.10.0-rc.1", "nightly")).toBe("v1.10.0");
    expect(at("v1.9.0", "v2.0.0")).toBe("v1.9.0");
    expect(at("v2.0.0", "v10.0.0")).toBe("v10.0.0");
    expect(at("nightly", "v1", "1.2.3")).toBeNull();
  });

  it("is that of the tag that the run was started for", () => {
    expect(taggedVersion({ at: ["v1.0.0", "v1.1.0"], eventTag: "v1.0.0" }, root)).toBe("v1.0.0");
    expect(taggedVersion({ at: ["v1.0.0"], eventTag: "nightly" }, root)).toBe("v1.0.0");
    expect(taggedVersion({ at: [], eventTag: "v1.0.0" }, root)).toBe("v1.0.0");
  });

  it("is not that of the module in the directory v2", () => {
    const beside = tagRules(".", "example.com/m", (dir) => dir === "v2");
    expect(taggedVersion({ at: ["v2.0.0"], eventTag: null }, beside)).toBeNull();
    expect(taggedVersion({ at: ["v2.0.0"], eventTag: null }, tagRules("v2", "example.com/m/v2", none))).toBe("v2.0.0");
  });
});

describe("a pseudo-version", () => {
  const of = (path: string, ...merged: string[]) =>
    pseudoVersion({ commit, time, at: [], merged, eventTag: null }, tagRules(".", path, none));

  it("is above the highest version before it", () => {
    expect(of("example.com/m")).toBe(`v0.0.0-${stamp}`);
    expect(of("example.com/m/v3")).toBe(`v3.0.0-${stamp}`);
    expect(of("gopkg.in/m.v3")).toBe(`v3.0.0-${stamp}`);
    expect(of("gopkg.in/m.v3-unstable", "v3.1.0")).toBe(`v3.1.1-0.${stamp}`);
    expect(of("example.com/m", "v1.2.9", "v1.2.10")).toBe(`v1.2.11-0.${stamp}`);
    expect(of("example.com/m", "v1.3.0-rc.1")).toBe(`v1.3.0-rc.1.0.${stamp}`);
    expect(of("example.com/m", "v1.3.0+meta")).toBe(`v1.3.1-0.${stamp}`);
    expect(of("example.com/m", "v1.2.3", "v2.0.0", "nightly", `v1.9.0-0.${stamp}`)).toBe(`v1.2.4-0.${stamp}`);
    expect(of("example.com/m/v2", "v1.2.3", "v2.0.0")).toBe(`v2.0.1-0.${stamp}`);
  });
});
