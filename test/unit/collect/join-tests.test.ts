import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { joinTests } from "../../../src/collect/join-tests.ts";
import { type OutputDir, prepareOutputDir } from "../../../src/files/output-dir.ts";
import { testPackage } from "../report/reports.ts";

const dir = mkdtempSync(join(tmpdir(), "join-"));
afterAll(() => rmSync(dir, { recursive: true }));
let count = 0;

interface Left {
  readonly events: string | null;
  readonly suites: string;
}

async function joined(left: readonly Left[]): Promise<{ output: OutputDir; lost: readonly string[]; parts: string[] }> {
  const own = join(dir, String(count++));
  const output = await prepareOutputDir(own, dir);
  const modules = left.map(({ events, suites }, at) => {
    const [stream, suite] = [join(own, `${at}.events`), join(own, `${at}.suites`)];
    if (events !== null) writeFileSync(stream, events);
    writeFileSync(suite, suites);
    const counts = { passed: at, failed: 1, skipped: 0, flaky: 0, interrupted: 0 };
    const packages = [testPackage(`example.com/m${at}`, { ...counts, durationMs: 1_500 })];
    return {
      stage: { id: `m${at}#test` },
      parts: { events: [stream], suites: [suite] },
      tests: { ...counts, packages },
    };
  });
  const lost = await joinTests(modules, output);
  return { output, lost, parts: modules.flatMap(({ parts }) => Object.values(parts).flat()) };
}

const read = ({ tests }: OutputDir, name: string): string => readFileSync(join(tests, name), "utf8");

it("leaves what a single module left as it is", async () => {
  const { output, lost, parts } = await joined([{ events: '{"a":1}\n{"cut', suites: "  <testsuite/>\n" }]);
  expect(read(output, "test2json.jsonl")).toBe('{"a":1}\n{"cut');
  expect(read(output, "junit.xml")).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites tests="1" failures="1" errors="0" time="1.500">\n  <testsuite/>\n</testsuites>\n',
  );
  expect([lost, parts.filter((path) => existsSync(path))]).toEqual([[], []]);
});

it("begins each stream on a line of its own, also after one that was cut off or is empty", async () => {
  const of = async (...events: string[]): Promise<string> =>
    read((await joined(events.map((text) => ({ events: text, suites: "" })))).output, "test2json.jsonl");
  expect(await of("a\n", "b\n", "c\n")).toBe("a\nb\nc\n");
  expect(await of("a", "", "b", "c\n")).toBe("a\nb\nc\n");
  expect(await of("", "", "b")).toBe("b");
});

it("says whose part is gone, and keeps the others", async () => {
  const { output, lost } = await joined([
    { events: null, suites: "<a/>\n" },
    { events: "b\n", suites: "<b/>\n" },
  ]);
  expect(read(output, "test2json.jsonl")).toBe("b\n");
  expect(read(output, "junit.xml")).toContain("<a/>\n<b/>\n");
  expect(lost).toEqual([expect.stringMatching(/^tests\/test2json\.jsonl lacks what m0#test left/)]);
});

it("writes nothing when no tests ran", async () => {
  const { output } = await joined([]);
  expect(existsSync(output.tests)).toBe(false);
});
