import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { functionExtents } from "../../../src/go/coverage/functions.ts";
import { createProfileReader, type Profile } from "../../../src/go/coverage/profile.ts";
import type { SourceFiles } from "../../../src/go/test-place.ts";
import { createTestReader, type TestReaderOptions, type TestRunResult } from "../../../src/go/test-reader.ts";
import type { CoveredFile } from "../../../src/model/coverage.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "fixtures", "go");

/** Captured output; `name` is `group/case/go1.26.8.run`. See scripts/capture-fixtures.mjs. */
export interface Captured {
  readonly stdout: string;
  readonly stderr: string;
  /** null: ended by a signal. */
  readonly exitCode: number | null;
}

export function captured(name: string): Captured {
  const exit = fixtureText(`${name}.exit`).trim();
  return {
    stdout: fixtureText(`${name}.out`),
    stderr: fixtureText(`${name}.err`),
    exitCode: /^\d+$/.test(exit) ? Number(exit) : null,
  };
}

/** A file that a tool wrote, or any other below the fixtures. */
export function fixtureText(name: string): string {
  return readFileSync(join(root, name), "utf8");
}

/** The module of nearly every fixture, at the root of the repository, where the tools ran as `/src`. */
export const source = { root: "/src", modules: [{ dir: ".", path: "example.com/m" }] };

export const readerOptions: TestReaderOptions = { ...source, cwd: ".", flags: [] };

/** Reads a captured run of `go test -json` to its end. */
export function readRun(name: string, options: Partial<TestReaderOptions> = {}): TestRunResult {
  const run = captured(name);
  const reader = createTestReader({ ...readerOptions, ...options });
  for (const line of run.stdout.split("\n")) reader.line(line);
  return reader.end({ exitCode: run.exitCode, timedOut: false, stderr: run.stderr });
}

/** Passed, failed and skipped, by counting the events that name a test. */
export function countEvents(stdout: string): { passed: number; failed: number; skipped: number } {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const line of stdout.split("\n").filter((text) => text.startsWith("{"))) {
    const event = JSON.parse(line);
    if (event.Test === undefined) continue;
    if (event.Action === "pass") counts.passed += 1;
    if (event.Action === "fail") counts.failed += 1;
    if (event.Action === "skip") counts.skipped += 1;
  }
  return counts;
}

/** The module that a fixture was made of, as the sources of its tests. */
export function moduleSources(name: string): SourceFiles {
  const text = moduleFiles(name);
  const paths = [...fixtureText(`${name}/input.txtar`).matchAll(/^-- (.+) --$/gm)].map((match) => match[1] ?? "");
  return {
    line: (path, line) => text(path)?.split("\n")[line - 1] ?? null,
    named: (base) => paths.filter((path) => posix.basename(path) === base),
  };
}

export function readProfile(text: string): Profile {
  const reader = createProfileReader();
  for (const line of text.split("\n")) reader.line(line);
  return reader.end();
}

/** A file whose functions are known, where its source is. */
export function withSource(file: CoveredFile, text: string | null): CoveredFile {
  return text === null ? file : { ...file, functions: functionExtents(text) };
}

/** The files of the module that a fixture was made of. */
export function fixtureNames(name: string): readonly string[] {
  return [...fixtureText(`${name}/input.txtar`).matchAll(/^-- (.+) --$/gm)].map((match) => match[1] ?? "");
}

/** Reads the sources of the module that a fixture was made of; null for what it does not hold. */
export function moduleFiles(name: string): (path: string | null) => string | null {
  const parts = fixtureText(`${name}/input.txtar`).split(/^-- (.+) --\n/m);
  const files = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2) files.set(parts[at] ?? "", parts[at + 1] ?? "");
  return (path) => (path === null ? null : (files.get(path) ?? null));
}
