import type { Element } from "@xmldom/xmldom";
import type { FailedTest, TestPackage } from "../model/report.ts";
import { clipEnd } from "../text/clip.ts";
import { firstWords } from "../text/test-words.ts";
import { type Declarations, type FindDeclared, functionOf } from "./declared-tests.ts";
import { isBroken, seconds, suiteCounts } from "./junit-frame.ts";
import type { Attribute, FinishedTest } from "./package-run.ts";
import type { FinishedPackage } from "./test-reader.ts";
import { createXml, type Xml } from "./xml.ts";

/** Writes the suites of JUnit XML as `go test` goes on: one `testsuite` per package, in the order in which they end. junit-frame.ts goes around them. */
export interface JUnitWriter {
  suite(done: Pick<FinishedPackage, "report" | "startedAt" | "tests" | "output">): void;
}

export interface JUnitOptions {
  /** What suites carry as their property `module`; null: nothing. */
  readonly module: string | null;
  readonly declared: FindDeclared;
}

/** What is known of a test besides how it ended. */
interface Told {
  /** null: it is not listed, since it failed by its subtests only. */
  readonly failed: FailedTest | null;
  readonly output: string;
  /** Why it was skipped, as far as it says. */
  readonly reason: string | null;
  /** Where it failed, else where it is declared; null: not known. */
  readonly place: { readonly path: string; readonly line: number | null } | null;
}

/** Of the first line, which lists show. */
const maxMessage = 500;

/**
 * `write` gets the text in pieces. Of tests that passed only names, durations and the places of their declarations are written, of failed ones the first line as `message`, the place of the
 * failure and the clipped output, of skipped ones the reason. A flaky test has a `flakyFailure`, as Maven Surefire writes it, which readers that do not know it take for a pass.
 * What tests say of themselves stands first, as properties. Tests that were interrupted are `skipped`, the only element that readers do not take for a failure.
 * What says how a test ended has an explicit end tag: a reader takes a test with a self-closing one for passed (https://pypi.org/project/test-results-parser/0.6.1/).
 */
export function createJUnitWriter(write: (text: string) => void, { module, declared }: JUnitOptions): JUnitWriter {
  const xml = createXml();
  const put = (child: Element): void => write(`    ${xml.write(child)}\n`);
  return {
    suite: ({ report, startedAt, tests, output }) => {
      const { importPath } = report;
      const { durationMs, ...counts } = suiteCounts(report);
      const when = startedAt === null ? {} : { timestamp: startedAt.slice(0, 19) };
      const attributes = { name: importPath, ...counts, time: seconds(durationMs), ...when };
      write(`  ${xml.start(xml.element("testsuite", attributes))}\n`);
      if (module !== null) put(properties(xml, [{ key: "module", value: module }]));
      const tell = teller(report, declared(importPath, new Set(tests.map(({ name }) => functionOf(name)))));
      for (const test of tests) put(testcase(xml, test, importPath, tell(test)));
      if (isBroken(report)) put(brokenPackage(xml, report, output));
      write("  </testsuite>\n");
    },
  };
}

/** Looks up what the report of a package says of its tests. */
function teller(
  { failures, flakes, unfinished, tests }: TestPackage,
  declared: Declarations,
): (test: FinishedTest) => Told {
  const listed = new Map([...failures, ...flakes, ...unfinished].map((failure) => [failure.name, failure]));
  const reasons = new Map(tests.flatMap(({ name, reason }) => (reason === undefined ? [] : [[name, reason]])));
  return ({ name, output }) => {
    const failed = listed.get(name) ?? null;
    const { path = null, line = null } = failed ?? {};
    const place = path === null ? (declared.get(functionOf(name)) ?? null) : { path, line };
    return { failed, output: failed?.output ?? output, reason: reasons.get(name) ?? null, place };
  };
}

function testcase(xml: Xml, test: FinishedTest, classname: string, told: Told): Element {
  const { path = null, line = null } = told.place ?? {};
  const place = path === null ? {} : { file: path, ...(line === null ? {} : { line }) };
  const attributes = { classname, name: test.name, time: seconds(test.durationMs ?? 0), ...place };
  const said = test.attributes === undefined ? [] : [properties(xml, test.attributes)];
  return xml.element("testcase", attributes, [...said, ...end(xml, test, told)]);
}

/** How a test ended, as its element says it. */
function end(xml: Xml, test: FinishedTest, { failed, output, reason }: Told): readonly Element[] {
  if (test.result === "passed") return [];
  const content = output.trim() === "" ? "failed without output" : output;
  const message = messageOf(content);
  switch (test.result) {
    case "skipped":
      return [xml.element("skipped", { message: messageOf(reason ?? output) }, output)];
    case "interrupted":
      return [xml.element("skipped", { message: "interrupted" }, output)];
    case "flaky":
      return [xml.element("flakyFailure", { message, type: "flaky" }, content)];
    default:
      return [
        failed === null && output.trim() === ""
          ? xml.element("failure", { message: failedBySubtests }, failedBySubtests)
          : xml.element("failure", { message }, content),
      ];
  }
}

/** A package that failed as a whole, as a test of its own. */
function brokenPackage(xml: Xml, { importPath, reason }: TestPackage, output: string): Element {
  const problem = xml.element("error", { message: reason ?? "" }, output.trim() === "" ? (reason ?? "") : output);
  return xml.element("testcase", { classname: importPath, name: "package", time: seconds(0) }, [problem]);
}

function properties(xml: Xml, all: readonly Attribute[]): Element {
  const named = all.map(({ key, value }) => xml.element("property", { name: key, value }));
  return xml.element("properties", {}, named);
}

const failedBySubtests = "failed by its subtests";

function messageOf(output: string): string {
  return clipEnd(firstWords(output) ?? "", maxMessage);
}
