import { describe, expect, it } from "vitest";
import { type DepsResult, parseDeps, parseModVerify } from "../../../src/go/deps.ts";
import { captured, source } from "./fixture.ts";

function read(name: string): DepsResult {
  return parseDeps(captured(name), { ...source, cwd: "." });
}

describe.each(["go1.26.8", "go1.24.10", "go1.22.12"])("the deps stage with %s", (version) => {
  const of = (name: string): DepsResult => read(`deps/${name}/${version}.deps`);
  const places = (name: string): unknown => of(name).findings.map(({ path, line, title }) => [path, line, title]);

  it.each(["complete", "vendor", "updates"])("has nothing against: %s", (name) => {
    expect(of(name)).toEqual({ findings: [], failedBecause: null, environment: false });
  });

  it("names modules that nothing requires, those of tests too", () => {
    expect(of("absent")).toEqual({
      failedBecause: "cannot find example.com/dep/x, cannot find example.com/testdep",
      environment: false,
      findings: [
        {
          source: "deps",
          severity: "error",
          path: "a/a.go",
          line: 3,
          column: 8,
          title: "cannot find example.com/dep/x",
          message:
            "no required module provides package example.com/dep/x; to add it:\n\tgo get example.com/dep/x\nrun `go mod tidy` and commit go.mod and go.sum",
        },
        expect.objectContaining({ path: "a/a_test.go", line: 3, title: "cannot find example.com/testdep" }),
      ],
    });
  });

  it.each(["no-sum", "sum-lines"])("names what go.sum lacks: %s", (name) => {
    expect(places(name)).toEqual([
      ["a/a.go", 3, "go.sum has no entry for example.com/dep/x"],
      ["a/a_test.go", 3, "go.sum has no entry for example.com/testdep"],
    ]);
  });

  it("names packages that are not there, and nothing that is another stage's business", () => {
    expect(places("own")).toEqual([
      ["a/a.go", 6, "cannot find example.com/dep/nope"],
      ["a/a.go", 7, "cannot find example.com/m/empty"],
      ["a/a.go", 8, "cannot find example.com/m/nowhere"],
      ["a/a.go", 9, "cannot find fmtt"],
      ["relative/r.go", 3, "cannot find ./x"],
    ]);
    const remedies = of("own").findings.map((finding) => finding.message.split("\n").at(-1));
    expect(remedies.slice(0, 4)).toEqual([
      "run `go mod tidy` and commit go.mod and go.sum",
      "add the package to this module, or correct its path",
      "add the package to this module, or correct its path",
      "correct the import path: a module's path begins with a host name",
    ]);
    expect(of("own").failedBecause).toBe(
      "cannot find example.com/dep/nope, cannot find example.com/m/empty, cannot find example.com/m/nowhere, and 2 more",
    );
  });

  it("refuses a module that is not what go.sum knows", () => {
    expect(places("checksum")).toEqual([["go.sum", null, "checksum mismatch"]]);
    expect(of("checksum").findings[0]?.message).toMatch(/^verifying example\.com\/dep@v1\.0\.0: checksum mismatch\n/);
  });

  it("refuses vendoring that does not fit go.mod, and a package that is not vendored", () => {
    expect(places("vendor-inconsistent")).toEqual([["go.mod", null, "vendor does not fit go.mod"]]);
    const { message } = of("vendor-inconsistent").findings[0] ?? {};
    expect(message).toMatch(/run `go mod vendor` and commit the result$/);
    expect(message).toMatch(
      /^go: inconsistent vendoring in \/src:\n\texample\.com\/dep@v1\.1\.0: .+\n\texample\.com\/dep@v1\.0\.0: /,
    );
    expect(places("vendor-package")).toEqual([["a/a.go", 3, "cannot find example.com/dep/x"]]);
    expect(of("vendor-package").findings[0]?.message).toMatch(/run `go mod vendor` and commit the result$/);
  });

  it("gives the lines of a go.mod that cannot be read", () => {
    expect(places("broken")).toEqual([
      ["go.mod", 5, "go.mod cannot be read"],
      ["go.mod", 6, "go.mod cannot be read"],
    ]);
    expect(of("broken").findings[0]?.message).toBe("unknown directive: requir");
  });

  it("explains a replacement that is not there", () => {
    expect(places("replace")).toEqual([["a/a.go", 3, "cannot find example.com/dep/x"]]);
    expect(of("replace").findings[0]?.message).toMatch(/correct the `replace` in go\.mod, or commit the directory$/);
  });

  it("names patterns that match nothing", () => {
    expect(places("pattern")).toEqual([
      [null, null, "cannot find ./absent"],
      [null, null, "cannot find ./none/..."],
      [null, null, "cannot find example.com/m/b"],
    ]);
  });

  it.each(["unreachable", "proxy-off"])(
    "tells a server that does not answer from a module that is missing: %s",
    (name) => {
      const result = of(name);
      expect(result.environment).toBe(true);
      expect(result.findings).toHaveLength(2);
    },
  );

  it("says that the toolchain is too old", () => {
    expect(of("newer-go").failedBecause).toMatch(
      /^go\.mod requires go >= 1\.99 \(running go 1\.2\d\.\d+; GOTOOLCHAIN=local\)$/,
    );
  });

  it("reads go mod verify", () => {
    const name = `deps/verify/${version}.verify`;
    expect(parseModVerify(captured(name), { ...source, cwd: "." })).toMatchObject({
      failedBecause: "a downloaded module has been modified",
      environment: false,
      findings: [{ path: null, message: expect.stringMatching(/^example\.com\/dep v1\.0\.0: dir has been modified /) }],
    });
  });
});

it("places findings of a module below the root", () => {
  const modules = [{ dir: "svc", path: "example.com/m" }];
  const result = parseDeps(captured("deps/absent/go1.26.8.deps"), { root: "/src", modules, cwd: "svc" });
  expect(result.findings.map((finding) => finding.path)).toEqual(["svc/a/a.go", "svc/a/a_test.go"]);
});

it("never passes when go has failed", () => {
  const result = parseDeps({ stdout: "", stderr: "", exitCode: null }, { ...source, cwd: "." });
  expect(result.failedBecause).toBe("go has ended with a signal");
  expect(result.findings).toHaveLength(1);
});

it("is not misled by quotes in what Go quotes", () => {
  const stdout = String.raw`"a\"b" "a\"b.go:3:8" "line one\nline \"two\"\tend" {"example.com/m/a" <nil>}`;
  expect(parseDeps({ stdout, stderr: "", exitCode: 0 }, { ...source, cwd: "." }).findings).toMatchObject([
    { path: 'a"b.go', line: 3, title: 'cannot find a"b', message: 'line one\nline "two"\tend' },
  ]);
});
