import { describe, expect, it } from "vitest";
import { EnvironmentError } from "../../../src/errors.ts";
import { compareGo, satisfiesGo, wantedGo } from "../../../src/project/go-version.ts";
import { requireGo } from "../../../src/project/require-go.ts";
import { makeFacts } from "../../support/facts.ts";

describe("compareGo", () => {
  it("orders versions as Go does", () => {
    const sorted = ["1.9", "1.21", "1.21rc2", "1.21rc10", "1.21.0", "1.21.1", "1.21.10", "1.22"];
    expect([...sorted].reverse().sort(compareGo)).toEqual(sorted);
  });

  it("ignores the prefix and what distributors append", () => {
    expect(compareGo("go1.26.8", "1.26.8")).toBe(0);
    expect(compareGo("go1.26.8-X:nocoverageredesign", "1.26.8")).toBe(0);
  });
});

describe("satisfiesGo", () => {
  it.each([
    ["go1.25.3", "1.25", true],
    ["go1.25rc1", "1.25", true],
    ["go1.25.3", "1.25.3", true],
    ["go1.25.4", "1.25.3", false],
    ["go1.24.9", "1.25", false],
  ])("%s for %s: %s", (actual, asked, expected) => {
    expect(satisfiesGo(actual, asked)).toBe(expected);
  });
});

describe("wantedGo", () => {
  const module = (dir: string, go: string | null, toolchain: string | null = null) => ({
    dir,
    path: "m",
    go,
    toolchain,
    ignore: [],
    vendored: false,
  });

  it("takes the highest of all lines and says which it is", () => {
    expect(wantedGo([module(".", "1.22"), module("b", "1.23.0", "go1.24.1")], null)).toEqual({
      version: "1.24.1",
      source: "toolchain line of b/go.mod",
    });
    expect(wantedGo([module(".", "1.22")], { path: "go.work", uses: [], go: "1.25", toolchain: "default" })).toEqual({
      version: "1.25",
      source: "go line of go.work",
    });
  });

  it("is nothing without a readable line", () => {
    expect(wantedGo([module(".", null, "default"), module("b", "oops")], null)).toBeNull();
  });
});

describe("requireGo", () => {
  const check = (goVersion: string, asked: string | null, wanted: string | null): void => {
    const wantedGo = wanted === null ? null : { version: wanted, source: "go line of go.mod" };
    const { project, inspection } = makeFacts({ inspection: { goVersion }, project: { wantedGo } });
    requireGo(asked, project, inspection, "host");
  };

  it("accepts what fits", () => {
    expect(() => check("go1.26.8", "1.26", "1.24.0")).not.toThrow();
    expect(() => check("devel go1.27-abc", null, "1.26")).not.toThrow();
  });

  it("names both versions and where the wish comes from", () => {
    expect(() => check("go1.21.13", null, null)).toThrow("go1.21.13 is too old: the pipeline needs Go 1.22 or later.");
    expect(() => check("go1.26.8", "1.25", null)).toThrow(
      "go-version asks for Go 1.25, but the host engine has go1.26.8.",
    );
    expect(() => check("go1.26.8", null, "1.99")).toThrow(
      "The go line of go.mod asks for Go 1.99, but the host engine has go1.26.8.",
    );
    expect(() => check("go1.26.8", null, "1.99")).toThrow(EnvironmentError);
  });
});
