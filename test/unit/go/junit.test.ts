import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { FindDeclared } from "../../../src/go/declared-tests.ts";
import { createJUnitWriter } from "../../../src/go/junit.ts";
import { junitHead, junitTail } from "../../../src/go/junit-frame.ts";
import { createTestReader, type FinishedPackage } from "../../../src/go/test-reader.ts";
import { captured, readerOptions, readRun } from "./fixture.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Parses strictly: anything that is not well-formed XML 1.0 throws. */
function parse(xml: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const path = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: Object.fromEntries(Object.entries(attributes)), children: [], text: "" };
    path.at(-1)?.children.push(element);
    path.push(element);
  });
  parser.on("text", (text) => {
    const element = path.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on("closetag", () => void path.pop());
  parser.write(xml).close();
  return root.children[0] ?? root;
}

const nowhere: FindDeclared = () => new Map();

function junitOf(name: string, declared = nowhere): string {
  let xml = "";
  const junit = createJUnitWriter(
    (part) => {
      xml += part;
    },
    { module: null, declared },
  );
  const { stdout, stderr, exitCode } = captured(name);
  const reader = createTestReader({ ...readerOptions, stderr, onPackage: junit.suite });
  for (const line of stdout.split("\n")) reader.line(line);
  const { report } = reader.end({ exitCode, timedOut: false, stderr });
  return junitHead(report.packages) + xml + junitTail;
}

describe("JUnit XML", () => {
  it("has one suite per package with names and durations of all tests", () => {
    const suites = parse(junitOf("test/fail/go1.26.8.test")).children;
    expect(
      suites.map(({ name, attributes }) => [name, attributes["name"], attributes["tests"], attributes["failures"]]),
    ).toEqual([
      ["testsuite", "example.com/m/sub", "1", "1"],
      ["testsuite", "example.com/m", "8", "6"],
    ]);
    const [first, second] = suites[1]?.children ?? [];
    expect(first).toMatchObject({
      name: "testcase",
      attributes: { classname: "example.com/m", name: "TestTable/good", time: "0.000" },
      children: [],
    });
    expect(second?.attributes["name"]).toBe("TestTable/bad/deeper");
    expect(second?.children).toMatchObject([
      {
        name: "failure",
        attributes: { message: "got 1" },
        text: "    m_test.go:10: got 1\n    m_test.go:11: want 2, got 1\n        second line of the message",
      },
    ]);
  });

  it("gives skipped tests with their reason", () => {
    const suite = parse(junitOf("test/skip/go1.26.8.test")).children[0];
    expect(suite?.attributes).toMatchObject({ tests: "4", failures: "0", errors: "0", skipped: "2" });
    expect(suite?.children[0]?.children).toMatchObject([
      { name: "skipped", attributes: { message: "needs a database" }, text: "    m_test.go:5: needs a database\n" },
    ]);
  });

  it("makes a case of a package that fails without a failing test", () => {
    const suites = parse(junitOf("test/testmain/go1.26.8.test")).children;
    expect(suites.map(({ attributes }) => attributes["errors"])).toEqual(["1", "1", "1", "0"]);
    expect(suites[1]?.children).toMatchObject([
      {
        attributes: { classname: "example.com/m/fatal", name: "package" },
        children: [
          {
            name: "error",
            attributes: { message: "failed before a test ran: setup: no database" },
            text: "setup: no database\n",
          },
        ],
      },
    ]);
    expect(parse(junitOf("test/compile/go1.26.8.test")).children[0]?.children[0]?.children[0]).toMatchObject({
      name: "error",
      attributes: { message: "build failed" },
    });
  });

  it.each(["go1.26.8", "go1.23.12", "go1.22.12"])("says why a package was not built: %s", (version) => {
    const why = (name: string, path: string): string => {
      const suite = parse(junitOf(`test/${name}/${version}.test`)).children.find(
        ({ attributes }) => attributes["name"] === path,
      );
      expect(suite?.attributes).toMatchObject({ tests: "1", failures: "0", errors: "1", skipped: "0" });
      return suite?.children[0]?.children[0]?.text ?? "";
    };
    expect(why("compile", "example.com/m/broken")).toContain(
      "# example.com/m/broken\nbroken/broken.go:4:9: cannot use",
    );
    expect(why("compile", "example.com/m/broken")).not.toContain("external");
    expect(why("compile", "example.com/m/external")).toContain("e_test.go:9:37: undefined: external.Missing");
    expect(why("compile", "example.com/m/testfile")).toContain("testfile/t_test.go:7:4: t.Nope undefined");
    // Its dependency does not compile.
    expect(why("compile", "example.com/m/user")).toContain("broken/broken.go:8:2: undefined: undefinedName");
    expect(why("setup-one", "example.com/m/nomod")).toContain("no required module provides package github.com/acme");
    expect(why("setup-one", "example.com/m/syntax")).toContain("syntax/s.go:3:14: syntax error");
    // Older ones do not get as far as to name the package.
    if (version > "go1.24") expect(why("setup", "example.com/m/cycle/a")).toContain("import cycle not allowed");
  });

  it("leaves no failure without content, and no end without a tag of its own", () => {
    for (const name of ["testmain", "exit", "skip", "compile", "fail", "timeout", "panic", "setup", "killed"]) {
      const xml = junitOf(`test/${name}/go1.26.8.test`);
      expect(xml).not.toMatch(/<(?:failure|error|skipped)[^>]*\/>/);
      expect(xml).not.toMatch(/<(?:failure|error)[^>]*>\s*<\//);
    }
    expect(junitOf("test/testmain/go1.26.8.test")).toContain(">exit status 1\n</error>");
  });

  it("gives interrupted tests as skipped, with what they printed", () => {
    const suites = parse(junitOf("test/panic-goroutine/go1.26.8.test")).children;
    const suite = suites.find(({ attributes }) => attributes["name"] === "example.com/m");
    expect(suite?.attributes).toMatchObject({ tests: "3", failures: "1", errors: "1", skipped: "1" });
    const [waits] = suite?.children ?? [];
    expect(waits?.attributes["name"]).toBe("TestWaits");
    expect(waits?.children).toMatchObject([
      {
        name: "skipped",
        attributes: { message: "interrupted" },
        text: "TestWaits did not get its turn to run in parallel: panic: assignment to entry in nil map",
      },
    ]);
  });

  describe("places", () => {
    /** What was asked for by package, and the place of every case. */
    function placesOf(name: string, declared: readonly string[]) {
      const asked: (readonly string[])[] = [];
      const xml = junitOf(name, (importPath, names) => {
        asked.push([importPath, ...names]);
        return new Map(declared.map((test) => [test, { path: "declared_test.go", line: 70 }]));
      });
      const cases = parse(xml).children.flatMap(({ children }) => children.filter(({ name }) => name === "testcase"));
      return { asked, places: cases.map(({ attributes: { name, file, line } }) => `${name} ${file}:${line}`) };
    }

    it("are those of the failures, else of the declarations, which subtests have from the test they are of", () => {
      const { asked, places } = placesOf("test/fail/go1.26.8.test", [
        "TestTable",
        "TestPlain",
        "TestParentSpeaks",
        "good",
      ]);
      expect(asked).toEqual([
        ["example.com/m/sub", "TestExternal"],
        ["example.com/m", "TestTable", "TestPlain", "TestFine", "TestParentSpeaks"],
      ]);
      expect(places).toEqual([
        "TestExternal sub/x_test.go:11",
        "TestTable/good declared_test.go:70",
        "TestTable/bad/deeper m_test.go:11",
        "TestTable/bad m_test.go:8",
        "TestTable declared_test.go:70",
        "TestPlain m_test.go:18",
        "TestFine undefined:undefined",
        // It says nothing.
        "TestParentSpeaks/child declared_test.go:70",
        "TestParentSpeaks m_test.go:25",
      ]);
    });

    it("are those of the declarations for tests that are skipped", () => {
      expect(placesOf("test/skip/go1.26.8.test", ["TestSkipped", "TestPartly"]).places).toEqual([
        "TestSkipped declared_test.go:70",
        "TestPartly/on declared_test.go:70",
        "TestPartly/off declared_test.go:70",
        "TestPartly declared_test.go:70",
        "TestAll undefined:undefined",
      ]);
    });

    it("are none of packages, and none where a name is declared more than once", () => {
      expect(placesOf("test/testmain/go1.26.8.test", ["TestA", "package"]).places).toEqual([
        "TestA declared_test.go:70",
        ...["package undefined:undefined", "package undefined:undefined", "package undefined:undefined"],
      ]);
      const xml = junitOf("test/skip/go1.26.8.test", (_, names) => new Map([...names].map((name) => [name, null])));
      expect(xml).not.toMatch(/ (?:file|line)=/);
    });
  });

  it.each(["go1.26.8", "go1.27.4"])("has what tests say of themselves as properties, %s", (version) => {
    const cases = parse(junitOf(`test/attributes/${version}.test`)).children[0]?.children ?? [];
    const said = cases.map(({ attributes, children }) => [
      attributes["name"],
      ...children.flatMap(({ name, children: properties }) => [
        name,
        ...properties.map((property) => `${property.attributes["name"]}=${property.attributes["value"]}`),
      ]),
    ]);
    expect(said).toEqual([
      ["TestOwned/child", "properties", "level=2", "skipped"],
      ["TestOwned", "properties", "owner=payments <b>", "issue=", "owner=core é"],
      ["TestBad", "properties", "owner=nobody", "failure"],
      ["TestPlain"],
      ["TestQuiet", "skipped"],
    ]);
  });

  it.each(["fail", "skip", "panic", "timeout", "killed", "parallel", "bench", "exit", "noise", "failfast"])(
    "counts as the report does: %s",
    (name) => {
      const { report } = readRun(`test/${name}/go1.26.8.test`);
      const suites = parse(junitOf(`test/${name}/go1.26.8.test`)).children;
      const sum = (key: string): number => suites.reduce((all, suite) => all + Number(suite.attributes[key]), 0);
      const cases = suites.flatMap((suite) => suite.children);
      const withChild = (child: string): number =>
        cases.filter(({ children }) => children.some((each) => each.name === child)).length;
      const totals = parse(junitOf(`test/${name}/go1.26.8.test`)).attributes;
      expect(["tests", "failures", "errors"].map((key) => Number(totals[key]))).toEqual(
        ["tests", "failures", "errors"].map(sum),
      );
      const { passed, failed, skipped, interrupted } = report;
      expect([sum("failures"), withChild("failure")]).toEqual([failed, failed]);
      expect([sum("skipped"), withChild("skipped")]).toEqual([skipped + interrupted, skipped + interrupted]);
      expect([sum("tests"), sum("errors")]).toEqual([cases.length, withChild("error")]);
      expect(cases.length - sum("errors")).toBe(passed + failed + skipped + interrupted);
    },
  );

  it("survives what XML cannot hold", () => {
    const cases = parse(junitOf("test/noise-fail/go1.26.8.test")).children[0]?.children;
    expect(cases?.[0]?.children[0]?.text).toBe(
      "nul \ufffd invalid \ufffd\ufffd esc \ufffd[31mred\ufffd[0m cr \nover\n    m_test.go:12: bytes \ufffd\ufffd ]]>",
    );
    const names = parse(junitOf("test/names/go1.26.8.test")).children[0]?.children.map(
      (test) => test.attributes["name"],
    );
    expect(names).toContain("TestNames/<img_src=x_onerror=alert(1)>");
    expect(names).toContain('TestNames/"quoted"');
    expect(names).toContain("TestNames/]]>&amp;");
  });

  it("says when a suite began", () => {
    const attributes = parse(junitOf("test/pass/go1.26.8.test")).children[0]?.attributes;
    expect(attributes?.["timestamp"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect(attributes?.["time"]).toMatch(/^\d+\.\d{3}$/);
  });

  it("is well-formed whatever tests are called and print", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, text, fc.string(), (importPath, name, output, lone) => {
        let xml = "";
        const junit = createJUnitWriter(
          (part) => {
            xml += part;
          },
          { module: importPath, declared: () => new Map([[name, { path: output, line: 1 }]]) },
        );
        const failed = { name, durationMs: 1, path: null, line: null, output: `${output}${lone}\ud800`, command: "" };
        const counts = { passed: 1, failed: 1, skipped: 1, flaky: 0, interrupted: 1 };
        const report = {
          importPath,
          status: "failed",
          reason: output,
          durationMs: 1,
          ...counts,
          failures: [failed],
          flakes: [],
          unfinished: [failed],
          tests: [],
        } as const;
        const test = { name, durationMs: null, output, attributes: [{ key: name, value: output }] };
        const tests: FinishedPackage["tests"] = [
          { ...test, result: "passed" },
          { ...test, result: "failed" },
          { ...test, result: "skipped" },
          { ...test, result: "interrupted" },
        ];
        junit.suite({ report, startedAt: null, tests, output });
        expect(parse(junitHead([report]) + xml + junitTail).children[0]?.children).toHaveLength(6);
      }),
    );
  });
});
