import { describe, expect, it } from "vitest";
import { readRun } from "./fixture.ts";

/** What stands in the report of a package that was not built. */
function broken(name: string): readonly (readonly [string, string | null])[] {
  const { report } = readRun(name);
  return report.packages
    .filter((entry) => entry.status === "failed")
    .map(({ importPath, reason }) => [importPath.replace("example.com/m/", ""), reason]);
}

function places(name: string): readonly string[] {
  return readRun(name).findings.map(({ source, path, line, column }) => `${source} ${path}:${line}:${column}`);
}

describe.each(["go1.26.8", "go1.24.10", "go1.23.12", "go1.22.12"])(
  "packages that do not compile with %s",
  (version) => {
    const name = `test/compile/${version}.test`;

    it("are failed packages beside those that run", () => {
      const { report, failedBecause } = readRun(name);
      expect(failedBecause).toBe("example.com/m/broken and 3 more: build failed");
      expect(report).toMatchObject({ passed: 1, failed: 0 });
      const elsewhere = version >= "go1.24" ? "build failed: example.com/m/broken" : "build failed";
      expect(broken(name)).toEqual([
        ["broken", "build failed"],
        ["external", "build failed"],
        ["testfile", "build failed"],
        ["user", elsewhere],
      ]);
    });

    it("give one finding per error of the compiler", () => {
      expect(places(name)).toEqual([
        "compile broken/broken.go:4:9",
        "compile broken/broken.go:8:2",
        "compile broken/broken.go:9:2",
        "compile external/e_test.go:9:37",
        "compile testfile/t_test.go:6:6",
        "compile testfile/t_test.go:7:4",
      ]);
    });
  },
);

describe.each(["go1.26.8", "go1.23.12", "go1.22.12"])("packages that cannot be loaded with %s", (version) => {
  const name = `test/setup-one/${version}.test`;

  it("are failed packages, also where Go prints plain text", () => {
    expect(broken(name).map(([path, reason]) => [path, reason?.replace(/:.*/, "")])).toEqual([
      ["nomod", "setup failed"],
      ["nopkg", "setup failed"],
      ["syntax", "build failed"],
    ]);
    expect(readRun(name).report.passed).toBe(1);
  });

  it("give findings at the imports", () => {
    expect(places(name)).toEqual([
      "compile nomod/n_test.go:6:2",
      "compile nopkg/n_test.go:6:2",
      "compile syntax/s.go:3:14",
    ]);
  });
});

it("reads cycles and packages that do not fit together", () => {
  const { findings, failedBecause } = readRun("test/setup/go1.26.8.test");
  expect(failedBecause).toBe("example.com/m/cycle/a and 5 more: setup failed; example.com/m/syntax: build failed");
  expect(findings.map(({ path, line }) => [path, line])).toEqual([
    ["cycle/a/a.go", null],
    ["nomod/n_test.go", 6],
    ["nopkg/n_test.go", 6],
    ["tcycle/t_test.go", null],
    [null, null],
    ["syntax/s.go", 3],
  ]);
  expect(findings[0]?.message).toBe(
    "package example.com/m/cycle/a\n\timports example.com/m/cycle/b from a.go\n\timports example.com/m/cycle/a from b.go: import cycle not allowed",
  );
  expect(findings[4]).toMatchObject({
    title: "compile error in example.com/m/two",
    message: "found packages one (one.go) and two (two.go) in /src/two",
  });
});

it("reads a run that Go 1.23 gives up without an event", () => {
  const { report, findings, failedBecause } = readRun("test/setup/go1.23.12.test");
  expect(report.packages).toEqual([]);
  expect(failedBecause).toBe(
    "go test exited with 1: package example.com/m/cycle/a imports example.com/m/cycle/a: import cycle not allowed",
  );
  expect(findings).toHaveLength(2);
});

it.each(["go1.26.8", "go1.23.12"])("calls what vet finds inside of go test by its name: %s", (version) => {
  const { report, findings } = readRun(`test/vet/${version}.test`);
  expect(report.packages.map((entry) => entry.status)).toEqual(["failed", "passed"]);
  expect(findings).toMatchObject([{ source: "vet", path: "m.go", line: 5, title: "go vet" }]);
});

it.each([
  ["broken-mod/go1.26.8.test", "go test exited with 1: go: errors parsing go.mod: go.mod:5: unknown directive: requir"],
  ["no-packages/go1.26.8.empty", "go test exited with 1: no packages to test"],
  ["no-packages/go1.26.8.missing", "./absent: setup failed"],
  ["no-packages/go1.26.8.nomatch", "./nothing/...: setup failed"],
  ["no-module/go1.26.8.test", "./...: setup failed"],
])("gives the reason when nothing runs: %s", (name, reason) => {
  expect(readRun(`test/${name}`).failedBecause).toBe(reason);
  expect(readRun(`test/${name}`).findings.length).toBeGreaterThan(0);
});
