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

/** What `go test` prints of builds, which comes between its events. */
function buildOutput(name: string): string {
  const lines = captured(name)
    .stdout.split("\n")
    .filter((line) => line.includes('"build-output"'));
  return lines.map((line) => JSON.parse(line).Output).join("");
}

describe.each(["go1.26.8", "go1.27.4"])("errors in packages with C code, %s", (version) => {
  const inC = [
    "casm/b.S:1: Error: no such instruction: `nosuchinstruction'",
    "ccomp/c.go:3: error: 'nosuch' undeclared (first use in this function)",
    "ccomp/c.go:4: error: 'nosuch2' undeclared (first use in this function)",
    "cfile/impl.c:1: error: 'nosuchc' undeclared (first use in this function)",
    "cname/n.go:6: could not determine what C.missing refers to",
    'goasm/a_amd64.s:2: unrecognized instruction "NOSUCH"',
    "gotype/g.go:6: cannot use (C.one)() (value of int32 type C.int) as int value in return statement",
    "h/include/x.h:1: error: 'nosuch' undeclared (first use in this function)",
    "header/h.go:3: fatal error: nosuchheader.h: No such file or directory",
    "incl/own.h:1: error: 'nosuchh' undeclared (first use in this function)",
    "sub/deep/z.h:2: error: 'nosuch' undeclared (first use in this function)",
    "syn/s.go:3: error: expected ';' before '}' token",
    "warn/w.go:5: warning: unused variable 'unused' [-Wunused-variable]",
    'warn/w.go:6: warning: #warning "careful" [-Wcpp]',
  ];
  const told = (text: string, options: DiagnosticOptions): readonly string[] =>
    parseDiagnostics(text, options)
      .filter(({ path }) => inC.some((line) => line.startsWith(`${path}:`)))
      .map(({ path, line, message }) => `${path}:${line}: ${message.split("\n")[0]}`);
  const runs: readonly (readonly [string, string, DiagnosticOptions])[] = [
    ["build", captured(`build/covered/${version}.build`).stderr, compile],
    ["test with coverage", buildOutput(`build/covered/${version}.test`), compile],
    ["vet", captured(`build/covered/${version}.vet`).stderr, vet],
  ];

  it.each(runs)("are at their places in the sources, each once: go %s", (_, text, options) => {
    const lines = told(text, options);
    // vet does not assemble.
    const expected = options === vet ? inC.filter((line) => !line.startsWith("goasm/")) : inC;
    expect(lines.filter((line) => inC.includes(line)).sort()).toEqual(expected.toSorted());
    expect(new Set(lines).size).toBe(lines.length);
  });

  it.each(runs)("are the compiler's, and none lies in a file of Go's own: go %s", (_, text, options) => {
    const findings = parseDiagnostics(text, options);
    expect(findings.filter(({ path }) => path?.includes("$WORK") || path?.includes("cover.go"))).toEqual([]);
    const inHeader = findings.filter(({ path }) => path?.endsWith(".h") || path?.startsWith("ccomp/"));
    expect(new Set(inHeader.map(({ source: from }) => from))).toEqual(new Set(["compile"]));
  });

  it("keep the remarks on them, and no lines of other files", () => {
    const [finding] = parseDiagnostics(buildOutput(`build/covered/${version}.test`), compile).filter(
      ({ path }) => path === "ccomp/c.go",
    );
    expect(finding).toEqual({
      source: "compile",
      severity: "error",
      path: "ccomp/c.go",
      line: 3,
      column: 25,
      title: "compile error",
      message:
        "error: 'nosuch' undeclared (first use in this function)\nnote: each undeclared identifier is reported only once for each function it appears in",
    });
  });

  it("are found from another directory", () => {
    const options = { ...compile, cwd: "incl" };
    expect(places(`build/covered/${version}.below`, options).toSorted()).toEqual([
      "compile cfile/impl.c:1:24",
      "compile h/include/x.h:1:31",
      "compile incl/own.h:1:47",
      "compile sub/deep/z.h:2:31",
    ]);
  });

  it("include what another program says", () => {
    const text = buildOutput(`build/covered/${version}.test`);
    const found = parseDiagnostics(text, compile).filter(({ message }) => message.includes("nosuchpkg"));
    expect(found).toMatchObject([{ path: null, title: "compile error in example.com/m/badpkg" }]);
  });
});

it("takes no code of cgo's own for a file of the repository", () => {
  const text = `# example.com/m/a
cgo-gcc-prolog:52:33: warning: unused variable '_cgo_a'
<built-in>:1:2: error: odd
$WORK/b001/_cgo_export.c:3:4: error: odd too
$WORK\\b001\\win.cover.go:5:6: error: placed
`;
  expect(parseDiagnostics(text, compile)).toMatchObject([{ path: "a/win.go", line: 5, column: 6 }]);
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
