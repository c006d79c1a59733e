import { describe, expect, it } from "vitest";
import { EnvironmentError } from "../../../src/errors.ts";
import { compareGo, effectiveGo, satisfiesGo, takesToolchains, wantedGo } from "../../../src/project/go-version.ts";
import { requireGo } from "../../../src/project/require-go.ts";
import { makeFacts } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";

describe("compareGo", () => {
  it("orders versions as Go does", () => {
    const sorted = ["1.9", "1.21", "1.21rc2", "1.21rc10", "1.21.0", "1.21.1", "1.21.10", "1.22"];
    expect([...sorted].reverse().sort(compareGo)).toEqual(sorted);
  });

  it("ignores the prefix and what distributors append", () => {
    expect(compareGo("go1.26.8", "1.26.8")).toBe(0);
    expect(compareGo("go1.26.8-X:nocoverageredesign", "1.26.8")).toBe(0);
  });

  it("takes a development version as the language version of its branch, as Go does", () => {
    for (const version of ["devel go1.28-1a2b3c Mon Nov 2 10:00:00 2026 +0000", "go1.28-devel_1a2b3c"]) {
      expect(compareGo(version, "1.28"), version).toBe(0);
      expect(compareGo(version, "1.27.4"), version).toBeGreaterThan(0);
      expect(compareGo(version, "1.28rc1"), version).toBeLessThan(0);
    }
  });
});

describe("satisfiesGo", () => {
  it.each([
    ["go1.25.3", "1.25", true],
    ["go1.25rc1", "1.25", true],
    ["go1.25.3", "1.25.3", true],
    ["go1.25.4", "1.25.3", false],
    ["go1.24.9", "1.25", false],
    ["go1.27rc1", "1.27rc1", true],
    ["go1.27rc2", "1.27rc1", false],
    ["go1.27.0", "1.27rc1", false],
    ["go1.26.8-X:nocoverageredesign", "1.26.8", true],
  ])("%s for %s: %s", (actual, asked, expected) => {
    expect(satisfiesGo(actual, asked)).toBe(expected);
  });
});

describe("wantedGo", () => {
  const module = (dir: string, go: string | null, toolchain: string | null = null) =>
    makeModule({ dir, path: "m", go, toolchain });

  it("takes the highest of all lines and says which it is", () => {
    expect(wantedGo([module(".", "1.22"), module("b", "1.23.0", "go1.24.1")], [])).toEqual({
      version: "1.24.1",
      source: "toolchain line of b/go.mod",
    });
    expect(
      wantedGo([module(".", "1.22")], [{ path: "go.work", uses: [], outside: [], go: "1.25", toolchain: "default" }]),
    ).toEqual({
      version: "1.25",
      source: "go line of go.work",
    });
  });

  it("has no use for toolchain lines where Go takes no other toolchain than its own", () => {
    const modules = [module(".", "1.22"), module("b", "1.23.0", "go1.99.1")];
    const goWork = [{ path: "go.work", uses: [], outside: [], go: "1.22", toolchain: "go1.98.0" }];
    expect(wantedGo(modules, goWork, "local")).toEqual({ version: "1.23.0", source: "go line of b/go.mod" });
    expect(wantedGo(modules, goWork, "auto")?.version).toBe("1.99.1");
    expect(wantedGo(modules, goWork)?.version).toBe("1.99.1");
  });

  it("reads the toolchain line of go.work alone in a workspace, as Go does", () => {
    const member = makeModule({ dir: "b", go: "1.23.0", toolchain: "go1.99.1", workspace: "go.work" });
    const goWork = { path: "go.work", uses: ["b"], outside: [], go: "1.23.0", toolchain: "go1.24.1" };
    expect(wantedGo([member], [goWork])).toEqual({ version: "1.24.1", source: "toolchain line of go.work" });
  });

  // https://go.dev/doc/toolchain#select
  it.each([
    ["local", false],
    ["go1.26.8", false],
    ["auto", true],
    ["path", true],
    ["local+auto", true],
    ["go1.26.8+path", true],
    ["", true],
  ])("GOTOOLCHAIN=%s takes others: %s", (setting, expected) => {
    expect(takesToolchains(setting)).toBe(expected);
  });

  it("is nothing without a readable line", () => {
    expect(wantedGo([module(".", null, "default"), module("b", "oops")], [])).toBeNull();
  });
});

it("the go command switches to the newer toolchain that go.mod asks for, never to an older one", () => {
  expect(effectiveGo("go1.26.8", null)).toBe("go1.26.8");
  expect(effectiveGo("go1.26.8", "1.22")).toBe("go1.26.8");
  expect(effectiveGo("go1.26.8", "1.27.0")).toBe("go1.27.0");
});

describe("requireGo", () => {
  interface Lines {
    readonly go?: string;
    readonly toolchain?: string;
    readonly gotoolchain?: string;
    readonly problem?: string;
  }
  const check = (goVersion: string, asked: string | null, wanted: string | null, lines: Lines = {}): void => {
    const { gotoolchain = "auto", toolchain = null } = lines;
    const modules = [makeModule({ dir: ".", path: "m", go: wanted, toolchain })];
    const { project, inspection } = makeFacts({
      module: { goVersion, problem: lines.problem ?? null },
      inspection: { goVersion, gotoolchain },
      project: { modules },
    });
    requireGo({ goVersion: asked, goVersionFile: null }, project, inspection, {
      name: "host",
      goRemedy: "Install it.",
    });
  };

  it("does not ask for the toolchain of a line that Go itself does not follow", () => {
    const line = { toolchain: "go1.99.1" };
    const message = "The toolchain line of go.mod asks for Go 1.99.1, but the host engine has go1.26.8.";
    expect(() => check("go1.26.8", null, "1.24", line)).toThrow(message);
    expect(() => check("go1.26.8", null, "1.24", { ...line, gotoolchain: "local" })).not.toThrow();
    expect(() => check("go1.26.8", null, "1.99", { ...line, gotoolchain: "local" })).toThrow("The go line of go.mod");
  });

  it("lets go-version overrule toolchain lines, and go lines not: Go would refuse", () => {
    const line = { toolchain: "go1.99.1" };
    expect(() => check("go1.26.8", "1.26", "1.24", line)).not.toThrow();
    expect(() => check("go1.26.8", "1.25", "1.24", line)).toThrow("go-version asks for Go 1.25");
    expect(() => check("go1.26.8", "1.26", "1.99")).toThrow("The go line of go.mod asks for Go 1.99");
  });

  it("says that the version asked for is older than a module allows, whichever Go answers then", () => {
    for (const there of ["go1.26.8", "go1.27.0", "go1.26.11"]) {
      expect(() => check(there, "1.26.11", "1.27.0")).toThrow(
        "go-version asks for Go 1.26.11, but the go line of go.mod for Go 1.27.0, and Go refuses to be older than that.",
      );
    }
  });

  // Go 1.26.8 with GOTOOLCHAIN=go1.26.99.
  it("says why Go could not fetch the one that is asked for", () => {
    const words = "golang.org/toolchain@v0.0.1-go1.26.99.linux-amd64: reading https://proxy.test/x.zip: 403 Forbidden";
    const problem = `go: downloading go1.26.99 (linux/amd64)\ngo: ${words}\n\tserver response: This module version is not available.`;
    expect(() => check("go1.26.8", "1.26.99", "1.24", { problem })).toThrow(
      `go-version asks for Go 1.26.99, but the host engine has go1.26.8 (go: ${words} server response: This module version is not available).`,
    );
  });

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
