import { describe, expect, it } from "vitest";
import { type DiagnosticOptions, parseDiagnostics } from "../../../src/go/diagnostics.ts";
import { captured, source } from "./fixture.ts";

const compile: DiagnosticOptions = { ...source, source: "compile", cwd: "." };
const vet: DiagnosticOptions = { ...source, source: "vet", cwd: "." };

function places(name: string, options: DiagnosticOptions): readonly string[] {
  return parseDiagnostics(captured(name).stderr, options).map(
    ({ source: from, path, line, column }) => `${from} ${path}:${line}:${column}`,
  );
}

describe.each(["go1.26.8", "go1.24.10", "go1.22.12"])("errors of go build %s", (version) => {
  it("are read package by package, without the note that there are more", () => {
    expect([...places(`build/errors/${version}.build`, compile)].sort()).toEqual([
      "compile cmd/app/main.go:10:2",
      "compile cmd/app/main.go:4:2",
      "compile cmd/app/main.go:5:2",
      "compile cmd/app/main.go:9:14",
      "compile cmd/app/main.go:9:6",
      "compile long/l.go:12:6",
      "compile long/l.go:15:1",
      "compile long/l.go:9:19",
      "compile many/m.go:10:13",
      "compile many/m.go:11:13",
      "compile many/m.go:12:13",
      "compile many/m.go:3:13",
      "compile many/m.go:4:13",
      "compile many/m.go:5:13",
      "compile many/m.go:6:13",
      "compile many/m.go:7:13",
      "compile many/m.go:8:13",
      "compile many/m.go:9:13",
      "compile root.go:3:22",
      "compile syntax/s.go:4:7",
      "compile syntax/s.go:8:9",
    ]);
  });

  it("keep the lines that belong to them", () => {
    const messages = parseDiagnostics(captured(`build/errors/${version}.build`).stderr, compile).map(
      ({ message }) => message,
    );
    expect(messages).toContain("too many return values\n\thave (number)\n\twant ()");
    expect(messages).toContain("dup redeclared in this block\n\tlong/l.go:11:6: other declaration of dup");
  });
});

describe("imports that cannot be met", () => {
  it.each([
    [
      "absent",
      "absent/a.go",
      3,
      "no required module provides package github.com/acme/absent/pkg; to add it:\n\tgo get github.com/acme/absent/pkg",
    ],
    ["std", "std/s.go", 3, "package fmtt is not in std (/usr/local/go/src/fmtt)"],
    [
      "internal",
      "usesinternal/u.go",
      3,
      "package example.com/m/usesinternal\n\tusesinternal/u.go:3:8: use of internal package example.com/m/internalholder/internal not allowed",
    ],
    ["main", "usesmain/u.go", 3, 'import "example.com/m/mainpkg" is a program, not an importable package'],
    [
      "self",
      "selfmissing/s.go",
      3,
      "no required module provides package example.com/m/nowhere; to add it:\n\tgo get example.com/m/nowhere",
    ],
    ["embed", "embed/e.go", 5, "pattern absent.txt: no matching files found"],
    [
      "cycle",
      "cycle/a/a.go",
      null,
      "package example.com/m/cycle/a\n\timports example.com/m/cycle/b from a.go\n\timports example.com/m/cycle/a from b.go: import cycle not allowed",
    ],
    ["nofiles", null, null, "no Go files in /src/nofiles"],
    [
      "constraints",
      null,
      null,
      "package example.com/m/constraints: build constraints exclude all Go files in /src/constraints",
    ],
  ])("%s", (name, path, line, message) => {
    const findings = parseDiagnostics(captured(`build/imports/go1.26.8.${name}`).stderr, compile);
    expect(findings).toMatchObject([{ source: "compile", severity: "error", path, line, message }]);
  });

  it("are all told when they come together", () => {
    expect(places("build/imports/go1.26.8.all", compile)).toHaveLength(9);
  });
});

describe("what is no place in the repository", () => {
  it.each([
    [
      "build/link/go1.26.8.nomain",
      "compile error in example.com/m/nomain",
      "runtime.main_main·f: function main is undeclared in the main package",
    ],
    [
      "build/link/go1.26.8.linkname",
      "compile error in example.com/m/linkname",
      "main.main: relocation target example.com/m/none.missing not defined",
    ],
  ])("becomes one finding per package: %s", (name, title, message) => {
    const place = { path: null, line: null, column: null };
    expect(parseDiagnostics(captured(name).stderr, compile)).toEqual([
      { source: "compile", severity: "error", ...place, title, message },
    ]);
  });

  it("is cut where a tool prints its manual", () => {
    const [finding, ...rest] = parseDiagnostics(captured("build/link/go1.26.8.ldflags").stderr, compile);
    expect(rest).toEqual([]);
    expect(finding?.message).toMatch(/^flag provided but not defined: -nosuchflag\nusage: link/);
    expect(finding?.message).toMatch(/\n\[… \d+ lines left out …\]$/);
  });

  it("keeps the linker's words when a C symbol is missing", () => {
    const findings = parseDiagnostics(captured("build/cgo/go1.26.8.link").stderr, compile);
    expect(findings).toMatchObject([{ path: null, title: "compile error in example.com/m/link" }]);
    expect(findings[0]?.message).toContain("undefined reference to `nowhere'");
  });

  it("covers absolute paths outside and below the root", () => {
    const text = "/elsewhere/x.go:1:2: far\n/src/a/b.go:3:4: near\n../out.go:5:6: above\n";
    expect(parseDiagnostics(text, compile)).toMatchObject([
      { path: null, message: "/elsewhere/x.go:1:2: far" },
      { path: "a/b.go", line: 3, message: "near" },
      { path: null, message: "../out.go:5:6: above" },
    ]);
  });
});

it("places errors of the C compiler", () => {
  expect(places("build/cgo/go1.26.8.compile", compile)).toEqual(["compile compile/c.go:4:39"]);
  expect(places("build/cgo/go1.26.8.name", compile)).toEqual(["compile name/n.go:8:15"]);
  expect(places("build/cgo/go1.26.8.header", compile)).toEqual(["compile header/h.go:3:11"]);
});

describe("go vet", () => {
  it.each(["go1.26.8", "go1.24.10", "go1.22.12"])(
    "reads findings of all packages, and what vet could not check: %s",
    (version) => {
      const lines = [...places(`vet/findings/${version}.vet`, vet)].map((place) => place.replace(/:\d+$/, "")).sort();
      expect(lines).toEqual([
        "compile onlytest/o_test.go:5",
        "compile sub/s.go:12",
        "compile syntax/s.go:3",
        "vet m.go:10",
        "vet m.go:11",
        "vet m.go:16",
        "vet m.go:16",
        "vet types/t.go:3",
        "vet types/t.go:5",
      ]);
    },
  );

  it("reads positions relative to the directory it ran in", () => {
    const options = { ...vet, cwd: "deep" };
    expect(places("vet/subdir/go1.26.8.vet", options)).toEqual([
      "compile broken/b.go:3:13",
      "vet other/o.go:5:32",
      "vet deep/d.go:5:32",
    ]);
  });
});

it("reads what Windows prints", () => {
  const options = { ...compile, root: "C:\\src", cwd: "." };
  const text =
    "# example.com/m/sub\r\nsub\\x.go:3:5: undefined: y\r\nC:\\src\\z.go:1:1: broken\r\nD:\\other\\z.go:1:1: far\r\n";
  expect(parseDiagnostics(text, options)).toMatchObject([
    { path: "sub/x.go", line: 3, column: 5, message: "undefined: y" },
    { path: "z.go", line: 1, column: 1, message: "broken" },
  ]);
});

it("tells the same problem once and leaves out what is none", () => {
  const text = `go: downloading example.com/dep v1.0.0
# example.com/m
./a.go:1:2: undefined: x
# example.com/m [example.com/m.test]
./a.go:1:2: undefined: x
./a.go:2:2: too many errors
exit status 1
`;
  expect(parseDiagnostics(text, compile)).toMatchObject([{ path: "a.go", line: 1, column: 2 }]);
  expect(parseDiagnostics("", compile)).toEqual([]);
});

it("takes warnings of the C compiler for warnings", () => {
  const findings = parseDiagnostics("# example.com/m\n./a.c:3:4: warning: unused variable\n", compile);
  expect(findings).toMatchObject([{ severity: "warning", path: "a.c", line: 3 }]);
});
