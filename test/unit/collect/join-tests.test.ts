import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { joinTests } from "../../../src/collect/join-tests.ts";
import { type OutputDir, prepareOutputDir } from "../../../src/files/output-dir.ts";

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
    const parts = { events: [join(own, `${at}.events`)], suites: join(own, `${at}.suites`) };
    if (events !== null) for (const path of parts.events) writeFileSync(path, events);
    writeFileSync(parts.suites, suites);
    return { stage: { id: `m${at}#test` }, parts };
  });
  const lost = await joinTests(modules, output);
  return { output, lost, parts: modules.flatMap(({ parts }) => Object.values(parts).flat()) };
}

const read = ({ tests }: OutputDir, name: string): string => readFileSync(join(tests, name), "utf8");

it("leaves what a single module left as it is", async () => {
  const { output, lost, parts } = await joined([{ events: '{"a":1}\n{"cut', suites: "  <testsuite/>\n" }]);
  expect(read(output, "test2json.jsonl")).toBe('{"a":1}\n{"cut');
  expect(read(output, "junit.xml")).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite/>\n</testsuites>\n',
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
