import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { prepareOutputDir } from "../../../src/files/output-dir.ts";
import { test as testGate } from "../../../src/gates/test.ts";
import type { SeenTrouble, Watcher } from "../../../src/model/events.ts";
import type { Judgement } from "../../../src/model/judgement.ts";
import type { StepOutcome } from "../../../src/model/outcome.ts";
import { type AnyBench, makeBench } from "../../support/bench.ts";
import { makeConfig } from "../../support/config.ts";
import { makeOutcome, makeStage } from "../../support/stages.ts";
import { execStep } from "../../support/steps.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/go/test");
const dir = mkdtempSync(join(tmpdir(), "live-"));
afterAll(() => rmSync(dir, { recursive: true }));
let count = 0;

const goTest = { tool: "go", args: ["test", "-json"], env: {}, cwd: "module" } as const;

interface Judged {
  readonly judgement: Judgement;
  /** Files that were written, by their names. */
  readonly written: Readonly<Record<string, string>>;
  readonly troubles: readonly SeenTrouble[];
}

interface Way {
  readonly fixture: string;
  /** Read while it grows; else when it has ended. */
  readonly live: boolean;
  readonly disturb?: (watcher: Watcher) => void;
  /** Only so many lines were printed when it was killed. */
  readonly lines?: number;
  readonly over?: Partial<AnyBench>;
}

async function judged({ fixture, live, disturb, lines, over = {} }: Way): Promise<Judged> {
  const output = await prepareOutputDir(join(dir, String(count++)), dir);
  const resultDir = await output.resultDir("test");
  const read = (end: string): string => readFileSync(join(fixtures, `${fixture}.test.${end}`), "utf8");
  const [stdout, stderr] = [join(resultDir, "0.stdout"), join(resultDir, "0.stderr")];
  const printed = lines === undefined ? read("out") : `${read("out").split("\n").slice(0, lines).join("\n")}\n`;
  writeFileSync(stdout, printed);
  writeFileSync(stderr, read("err"));
  const exitCode = Number(read("exit"));
  const killed = { exitCode: null, signal: "SIGKILL" } as const;
  const ended = lines === undefined ? { exitCode, signal: null } : killed;
  const command = { ...ended, durationMs: 1, stdout, stderr };
  const outcome: StepOutcome = makeOutcome("test", { resultDir, commands: [command] });
  const stage = makeStage("test", { step: execStep({ stage: "test", commands: [goTest] }), module: "." });
  const bench = makeBench(output, over);
  const troubles: SeenTrouble[] = [];
  const watcher = testGate.watch?.({
    ...{ stage, resultDir, bench, commands: 1, inspected: null, redact: (text) => text },
    onTrouble: (trouble) => troubles.push(trouble),
  });
  const verdict = live ? watcher?.verdict : undefined;
  if (watcher !== undefined && verdict !== undefined) {
    await verdict.begin();
    for (const line of printed.trimEnd().split("\n")) watcher.line(line);
    await verdict.drain();
    disturb?.(watcher);
  }
  const judgement = await (verdict?.judge(outcome) ?? testGate.judge(stage, outcome, bench));
  const written = Object.fromEntries(
    ["logs/test.log", ".work/test/brief.part", ".work/test/junit.part"].map((name) => [
      name,
      readFileSync(join(output.path, name), "utf8"),
    ]),
  );
  const left = ["0.stderr", "brief.part", "junit.part", "test2json-0.part"];
  expect(readdirSync(join(output.path, ".work/test")).sort()).toEqual(left);
  return { judgement, written, troubles };
}

/** Paths of the output directory differ. */
function comparable({ judgement, written }: Judged): unknown {
  const text = JSON.stringify({ judgement, written });
  return JSON.parse(text.replaceAll(/[^"]*\.work/g, "work"));
}

/** How many lines there are before the end of the last package, and which one that is. */
function lastPackage(path: string): readonly [lines: number, importPath: string] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  const ends = lines.map((line) => /"Action":"(?:pass|fail)","Package":"([^"]+)","Elapsed"/.exec(line)?.[1] ?? null);
  const at = ends.findLastIndex((importPath) => importPath !== null);
  return [at, ends[at] ?? ""];
}

const recorded = ["fail/go1.26.8", "noise/go1.26.8", "panic/go1.26.8", "compile/go1.26.8", "colours/go1.27.4"];

describe("a stream of tests that is read while it grows", () => {
  it.each(recorded)("says of %s what it says when it is read afterwards", async (fixture) => {
    expect(comparable(await judged({ fixture, live: true }))).toEqual(
      comparable(await judged({ fixture, live: false })),
    );
  });

  it.each(recorded)("picks the lines of packages from the log of %s", async (fixture) => {
    const { judgement, written } = await judged({ fixture, live: true });
    const lines = written["logs/test.log"]?.match(/^(?:ok {2}|FAIL|\? {3})\t.*\n/gm) ?? [];
    expect(lines).not.toEqual([]);
    expect(written[".work/test/brief.part"]).toBe(lines.join(""));
    expect(judgement.brief).toMatch(/[\\/]brief\.part$/);
  });

  it.each([true, false])("has a suite of a package that did not end, read live: %s", async (live) => {
    const whole = await judged({ fixture: "panic/go1.26.8", live });
    const [lines, last] = lastPackage(join(fixtures, "panic/go1.26.8.test.out"));
    expect(whole.written[".work/test/junit.part"]).toContain(`name="${last}"`);
    const { judgement, written } = await judged({ fixture: "panic/go1.26.8", live, lines });
    expect(written[".work/test/junit.part"]).toContain(`name="${last}"`);
    expect(judgement.failure).not.toBeNull();
  });

  it("tells of failed tests as they come", async () => {
    const { troubles } = await judged({ fixture: "fail/go1.26.8", live: true });
    expect(troubles.length).toBeGreaterThan(0);
  });

  it("is read again when it could not be read to its end", async () => {
    const lost = await judged({ fixture: "fail/go1.26.8", live: true, disturb: ({ verdict }) => verdict?.lost() });
    expect(comparable(lost)).toEqual(comparable(await judged({ fixture: "fail/go1.26.8", live: false })));
  });

  it("is read again when standard error says why a package was not built", async () => {
    const fixture = "setup-one/go1.22.12";
    const afterwards = await judged({ fixture, live: false });
    expect(comparable(await judged({ fixture, live: true }))).toEqual(comparable(afterwards));
  });

  it("is left for later where failed tests run again, or several commands print", async () => {
    const output = await prepareOutputDir(join(dir, String(count++)), dir);
    const sight = { stage: makeStage("test"), resultDir: dir, inspected: null, redact: (text: string) => text };
    const watch = (commands: number, rerunFailed: number) =>
      testGate.watch?.({
        ...{ ...sight, commands, onTrouble: () => undefined },
        bench: makeBench(output, { config: makeConfig({ rerunFailed }) }),
      });
    expect(watch(2, 0)?.verdict).toBeUndefined();
    expect(watch(1, 1)?.verdict).toBeUndefined();
    expect(watch(1, 0)?.verdict).toBeDefined();
  });

  it("leaves no log of a stage of which no command has ended", async () => {
    const output = await prepareOutputDir(join(dir, String(count++)), dir);
    const resultDir = await output.resultDir("test");
    const stage = makeStage("test", { module: "." });
    const watcher = testGate.watch?.({
      ...{ stage, resultDir, bench: makeBench(output), commands: 1, inspected: null },
      ...{ redact: (text: string) => text, onTrouble: () => undefined },
    });
    await watcher?.verdict?.begin();
    watcher?.line('{"Action":"start","Package":"example.com/m"}');
    const judgement = await watcher?.verdict?.judge(makeOutcome("test", { resultDir, commands: [] }));
    expect(judgement?.failure).toBe("go test did not run");
    expect(existsSync(output.log("test"))).toBe(false);
    expect(readdirSync(resultDir)).toEqual([]);
  });
});
