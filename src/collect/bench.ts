import { TextFile } from "../files/text-file.ts";
import { listedTest } from "../go/listed-test.ts";
import type { SourceMap } from "../go/source-map.ts";
import { decodeOutput, type TestEvent } from "../go/test-event.ts";
import type { SourceFiles } from "../go/test-place.ts";
import type { TestRunResult } from "../go/test-reader.ts";
import type { CommandOutcome } from "../model/outcome.ts";
import type { TestPackage } from "../model/report.ts";
import { readTestStreams } from "./test-streams.ts";

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
  const run = await read(commands, reading, (event) => {
    const found = listedTest("Benchmark", event);
    if (found !== null) listed.add(found.importPath);
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
    const run = await read(commands, reading, (event) => {
      if (!("package" in event && "output" in event) || event.output === null) return;
      const output = decodeOutput(event.output);
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
  event: (event: TestEvent) => void,
): Promise<BenchmarkRun> {
  const said: string[] = [];
  let room = saidLimit;
  const log = (text: string): void => {
    if (room > 0) said.push(text);
    room -= text.length;
  };
  const { report, findings, failedBecause, stderr } = await readTestStreams(commands, reading, { event, log });
  return { packages: report.packages, findings, failedBecause, said: [...said, stderr].join("") };
}
