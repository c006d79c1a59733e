import { failEvery, packageDir, packagePath, type ScaleSize, skipEvery } from "./size.ts";

/** Pure generators of what Go prints about a large repository; pieces of text, to be written one after the other. */

/** `go list -json`: one object per package, as far as the action asks for fields. */
export function* listStream({ packages }: ScaleSize, root: string): Generator<string> {
  for (let index = 0; index < packages; index += 1) {
    const name = index === 0 ? "main" : `pkg${index}`;
    const listed = {
      Dir: `${root}/${packageDir(index)}`,
      ImportPath: packagePath(index),
      Name: name,
      GoFiles: ["code.go"],
      TestGoFiles: ["code_test.go"],
    };
    yield `${JSON.stringify(listed, null, "\t")}\n`;
  }
}

const time = "2026-01-02T03:04:05.678901234Z";

/** Characters of a line of test output. */
const lineLength = 1_000;

/** `go test -json`, keys in Go's order: start, every test with its output, the package's end. `marked`: as Go 1.27 marks it (cmd/internal/test2json of 1.27.4). */
export function* testStream(size: ScaleSize, marked = false): Generator<string> {
  const perTest = Math.ceil(size.outputBytes / size.tests);
  for (let index = 0; index < size.packages; index += 1) {
    const importPath = packagePath(index);
    yield event("start", importPath);
    let failed = false;
    for (let test = index; test < size.tests; test += size.packages) {
      const result = resultOf(test + 1);
      failed ||= result === "fail";
      yield testEvents({ importPath, name: `Test${test}`, result, bytes: perTest, marked });
    }
    yield packageEnd(importPath, failed, marked);
  }
}

/** How many pieces that are. */
export function streamPieces({ packages, tests }: ScaleSize): number {
  return tests + 2 * packages;
}

function packageEnd(importPath: string, failed: boolean, marked: boolean): string {
  const coverage = "coverage: 44.4% of statements in ./...";
  const last = failed ? `FAIL\t${importPath}\t0.500s\n` : `ok  \t${importPath}\t0.500s\t${coverage}\n`;
  return [
    event("output", importPath, { Output: failed ? "FAIL\n" : "PASS\n", ...(marked ? { OutputType: "frame" } : {}) }),
    event("output", importPath, { Output: `${coverage}\n` }),
    event("output", importPath, { Output: last }),
    event(failed ? "fail" : "pass", importPath, { Elapsed: 0.5 }),
  ].join("");
}

function resultOf(number: number): "pass" | "fail" | "skip" {
  if (number % failEvery === 0) return "fail";
  return number % skipEvery === 0 ? "skip" : "pass";
}

interface StreamedTest {
  readonly importPath: string;
  readonly name: string;
  readonly result: "pass" | "fail" | "skip";
  /** That it prints. */
  readonly bytes: number;
  readonly marked: boolean;
}

function testEvents({ importPath, name, result, bytes, marked }: StreamedTest): string {
  const of = { Test: name };
  const frame = (output: string): string =>
    event("output", importPath, { ...of, Output: output, ...(marked ? { OutputType: "frame" } : {}) });
  let text = event("run", importPath, of) + frame(`=== RUN   ${name}\n`);
  for (let left = bytes; left > 0; left -= lineLength) {
    const words = "output of a test ".repeat(60).slice(0, Math.min(left, lineLength) - 1);
    text += event("output", importPath, { ...of, Output: `${words}\n` });
  }
  const verdict = frame(`--- ${result.toUpperCase()}: ${name} (0.01s)\n`);
  return `${text}${verdict}${event(result, importPath, { ...of, Elapsed: 0.01 })}`;
}

function event(action: string, importPath: string, more: Readonly<Record<string, string | number>> = {}): string {
  return `${JSON.stringify({ Time: time, Action: action, Package: importPath, ...more })}\n`;
}

/** Ifs in each generated function, and the blocks that these make: one before and one in each, and one at the end. */
const ifs = 4;
const blocksPerFunction = 2 * ifs + 1;
const linesPerFunction = 3 * ifs + 4;

/** Functions in each file, so that the profile has its size. */
export function functionsPerFile({ packages, profileBytes, profileCopies }: ScaleSize): number {
  const leastBytes = functionBlocks(`${packagePath(0)}/code.go`, 0, 1).length;
  return Math.ceil(profileBytes / profileCopies / packages / leastBytes);
}

/** What a report on the generated profile has to say. Every block holds one statement. */
export function expectedCoverage(size: ScaleSize): { readonly covered: number; readonly statements: number } {
  const functions = size.packages * functionsPerFile(size);
  return { covered: functions * ifs, statements: functions * blocksPerFunction };
}

/** `go test -coverprofile`, every copy after the other. */
export function* profileStream(size: ScaleSize): Generator<string> {
  yield "mode: set\n";
  const functions = functionsPerFile(size);
  for (let copy = 0; copy < size.profileCopies; copy += 1) {
    for (let index = 0; index < size.packages; index += 1) {
      const file = `${packagePath(index)}/code.go`;
      let text = "";
      for (let number = 0; number < functions; number += 1) text += functionBlocks(file, number, copy);
      yield text;
    }
  }
}

/** Copy 0 covers the first half of each function, the others nothing. */
function functionBlocks(file: string, number: number, copy: number): string {
  const first = firstLine(number);
  let text = "";
  for (let at = 0; at < ifs; at += 1) {
    const line = first + 3 * at;
    const covered = copy === 0 && at < ifs / 2 ? 1 : 0;
    const start = at === 0 ? `${line}.26` : `${line}.3`;
    text += `${file}:${start},${line + 1}.12 1 ${covered}\n`;
    text += `${file}:${line + 1}.12,${line + 3}.3 1 ${covered}\n`;
  }
  const last = first + 3 * ifs;
  return `${text}${file}:${last + 1}.2,${last + 1}.10 1 0\n`;
}

function firstLine(number: number): number {
  return 3 + number * linesPerFunction;
}

/** The source that the profile is about. */
export function sourceFile(packageName: string, functions: number): string {
  let text = `package ${packageName}\n\n`;
  for (let number = 0; number < functions; number += 1) {
    const body = Array.from({ length: ifs }, (_, at) => `\tif n > ${at} {\n\t\tn++\n\t}\n`).join("");
    text += `func f${String(number).padStart(6, "0")}(n int) int {\n${body}\treturn n\n}\n\n`;
  }
  return text;
}
