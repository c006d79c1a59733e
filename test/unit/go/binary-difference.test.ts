import { describe, expect, it } from "vitest";
import { type Differing, explainDifference } from "../../../src/go/binary-difference.ts";
import type { EmbeddedInfo, UsedModule } from "../../../src/go/embedded-info.ts";

const module = (over: Partial<UsedModule> = {}): UsedModule => ({
  ...{ path: "example.com/a", version: "v1.0.0", sum: "", replacement: null },
  ...over,
});

function info(settings: Readonly<Record<string, string>>, over: Partial<EmbeddedInfo> = {}): EmbeddedInfo {
  const base = { go: "go1.26.8", package: "example.com/a", main: module(), modules: [] };
  return { ...base, settings: new Map(Object.entries(settings)), ...over };
}

const same = info({ CGO_ENABLED: "0" });
const explain = (over: Partial<Differing>): readonly string[] =>
  explainDifference({
    ...{ info: { first: same, again: same }, buildId: { first: null, again: null }, place: null },
    ...over,
  }).split("\n");

describe("what Go wrote about the build", () => {
  it("is named where it is the same", () => {
    expect(explain({})).toEqual(["What `go version -m` prints is the same for both."]);
  });

  it("is left out where there is none", () => {
    expect(explain({ info: { first: same, again: null } })).toEqual([""]);
  });

  it.each([
    [
      info({ "vcs.modified": "false" }),
      info({ "vcs.modified": "true" }),
      "`go version -m` differs first in `build vcs.modified`: `false`, then `true`. Something changed the working tree between the two builds, or what is checked out.",
    ],
    [
      info({}, { main: { path: "example.com/m", version: "v1.0.0", sum: "", replacement: null } }),
      info(
        { "vcs.modified": "true" },
        { main: { path: "example.com/m", version: "v1.0.0+dirty", sum: "", replacement: null } },
      ),
      "`go version -m` differs first in `mod`: `example.com/m v1.0.0`, then `example.com/m v1.0.0+dirty`. Something changed the working tree between the two builds, or what is checked out.",
    ],
    [
      info({ CGO_CFLAGS: "-O1" }),
      info({}),
      "`go version -m` differs first in `build CGO_CFLAGS`: `-O1`, then nothing. The environment of the C compiler was another.",
    ],
    [
      info({}, { go: "go1.26.7" }),
      info({ "-trimpath": "true" }),
      "`go version -m` differs first in `go`: `go1.26.7`, then `go1.26.8`.",
    ],
    [
      info({}, { modules: [module({ path: "b", sum: "h1:x" })] }),
      info({}, { modules: [module({ path: "b", replacement: { path: "../c", version: "", sum: "" } })] }),
      "`go version -m` differs first in `dep b`: `b v1.0.0 h1:x`, then `b v1.0.0 => ../c`.",
    ],
  ])("says the first difference", (first, again, said) => {
    expect(explain({ info: { first, again } })).toEqual([said]);
  });
});

describe("build ids", () => {
  it.each([
    ["a/b/c/d", "e/f/g/h", "By its build id package main was compiled from something else"],
    ["a/b/c/d", "e/b/g/h", "By its build id the compiler made something else of the same package main."],
    ["a/b/c/d", "e/b/c/h", "By its build id package main is the same, and another package is not."],
    ["a/b/c/d", "a/b/c/h", "By its build id the same was compiled and linked"],
  ])("tell where it began: %s, %s", (first, again, said) => {
    expect(explain({ buildId: { first, again } })[1]).toContain(said);
  });

  it("tell nothing where one program has none", () => {
    expect(explain({ buildId: { first: "a/b/c/d", again: null } })).toHaveLength(1);
  });
});

it("shows the place, and what a C compiler may have done", () => {
  const text = { first: "at 04:00:01", again: "at 04:00:02" };
  expect(explain({ place: { at: 77, text } })[1]).toBe(
    "The first text that differs is at byte 77: `at 04:00:01`, then `at 04:00:02`.",
  );
  expect(explain({ place: { at: 77, text: null } })[1]).toBe("The first bytes that differ are at 77.");
  const c = info({ CGO_ENABLED: "1" });
  expect(explain({ info: { first: c, again: c } })[1]).toMatch(/^cgo is on: /);
});
