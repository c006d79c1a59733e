import { readHead, readLines } from "../files/lines.ts";
import { TextFile } from "../files/text-file.ts";
import { createEventReader } from "../go/event-reader.ts";
import type { SourceMap } from "../go/source-map.ts";
import { decodeOutput } from "../go/test-event.ts";
import { createTestLog } from "../go/test-log.ts";
import type { SourceFiles } from "../go/test-place.ts";
import { createTestReader, type TestRunResult } from "../go/test-reader.ts";
import type { CommandOutcome } from "../model/outcome.ts";
import type { TestPackage } from "../model/report.ts";
import { stderrLimit } from "./attempts.ts";

/** Characters of what was printed that a log takes; all of it is in the files of the results. */
const saidLimit = 4 * 1024 * 1024;

/** How streams of `go test -json` with benchmarks are read. */
export interface BenchmarkReading extends SourceMap {
  /** Where `go test` ran, relative to the repository. */
  readonly cwd: string;
  readonly sources: SourceFiles;
  /** Words for the command that runs a benchmark again. */
  readonly flags: readonly string[];
  readonly wrap: (command: string) => string;
  /** Of the Go that runs inside the module. */
  readonly goVersion: string;
}

/** What commands said together. */
export interface BenchmarkRun extends Pick<TestRunResult, "findings" | "failedBecause"> {
  readonly packages: readonly TestPackage[];
  /** What people would have seen, as far as there is room: standard output, then standard error. */
  readonly said: string;
}

/** Packages with benchmarks, of what `go test -list` printed, and how that ended. */
export interface BenchmarkList extends BenchmarkRun {
  readonly listed: readonly string[];
}

/** Reads what a listing of benchmarks came to. */
export async function readList(commands: readonly CommandOutcome[], reading: BenchmarkReading): Promise<BenchmarkList> {
  const listed = new Set<string>();
  const run = await read(commands, reading, (importPath, output) => {
    if (/^Benchmark\S*\r?\n$/.test(output)) listed.add(importPath);
  });
  return { ...run, listed: [...listed].sort() };
}

/** Reads benchmarks that ran, and writes what they printed to `path`, as benchstat takes it. */
export async function readBenchmarks(
  commands: readonly CommandOutcome[],
  path: string,
  reading: BenchmarkReading,
): Promise<BenchmarkRun & { /** Lines that are results. */ readonly results: number }> {
  const file = await TextFile.create(path);
  let results = 0;
  let line = "";
  try {
    const run = await read(commands, reading, (_, output) => {
      file.write(output);
      line += output;
      if (!line.endsWith("\n")) return;
      if (/^Benchmark\S*\s+\d+\s/.test(line)) results += 1;
      line = "";
    });
    return { ...run, results };
  } finally {
    await file.close();
  }
}

async function read(
  commands: readonly CommandOutcome[],
  reading: BenchmarkReading,
  onOutput: (importPath: string, output: string) => void,
): Promise<BenchmarkRun> {
  const stderr = (await Promise.all(commands.map((command) => readHead(command.stderr, stderrLimit)))).join("");
  const reader = createTestReader({ ...reading, stderr });
  const said: string[] = [];
  let room = saidLimit;
  const log = createTestLog((text) => {
    if (room > 0) said.push(text);
    room -= text.length;
  });
  for (const [index, { stdout }] of commands.entries()) {
    if (index > 0) reader.next();
    const parse = createEventReader(reading.goVersion);
    for await (const line of readLines(stdout)) {
      const event = parse(line);
      reader.accept(event);
      log.accept(event);
      if ("package" in event && "output" in event && event.output !== null)
        onOutput(event.package, decodeOutput(event.output));
    }
  }
  const codes = commands.map(({ exitCode }) => exitCode);
  const exitCode = codes.find((code) => code !== 0) ?? (codes.includes(null) ? null : 0);
  const { report, findings, failedBecause } = reader.end({ exitCode, timedOut: false, stderr }, codes);
  return { packages: report.packages, findings, failedBecause, said: [...said, stderr].join("") };
}
