import { describe, expect, it } from "vitest";
import { variable, withVariables } from "../../src/text/variables.ts";

describe("variable", () => {
  it("finds Path when PATH is asked for, on Windows only", () => {
    const env = { Path: "C:\\go\\bin", other: "x" };
    expect(variable(env, "PATH", true)).toBe("C:\\go\\bin");
    expect(variable(env, "OTHER", true)).toBe("x");
    expect(variable(env, "PATH", false)).toBeNull();
    expect(variable(env, "Path", false)).toBe("C:\\go\\bin");
    expect(variable(env, "NONE", true)).toBeNull();
  });

  it("prefers the spelling that was asked for, and skips what is not set", () => {
    expect(variable({ Path: "a", PATH: "b" }, "PATH", true)).toBe("b");
    expect(variable({ path: undefined, Path: "a" }, "PATH", true)).toBe("a");
  });
});

describe("withVariables", () => {
  it("never makes two of Path and PATH on Windows", () => {
    expect(withVariables({ Path: "a", GOOS: "x" }, { PATH: "b", goos: "y", NEW: "1" }, true)).toEqual({
      Path: "b",
      GOOS: "y",
      NEW: "1",
    });
    expect(withVariables({}, { Path: "a", PATH: "b" }, true)).toEqual({ Path: "b" });
  });

  it("keeps them apart elsewhere", () => {
    expect(withVariables({ Path: "a" }, { PATH: "b", GONE: undefined }, false)).toEqual({ Path: "a", PATH: "b" });
  });
});
