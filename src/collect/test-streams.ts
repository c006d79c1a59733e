import { readHead, readLines } from "../files/lines.ts";
import { createEventReader } from "../go/event-reader.ts";
import type { TestEvent } from "../go/test-event.ts";
import { createTestLog } from "../go/test-log.ts";
import { createTestReader, type TestReaderOptions, type TestRunResult } from "../go/test-reader.ts";
import type { CommandOutcome } from "../model/outcome.ts";
import { stderrLimit } from "./attempts.ts";

/** How streams of `go test -json` are read. */
export interface StreamReading extends Omit<TestReaderOptions, "stderr"> {
  /** Of the Go that runs inside the module, where that decides what the stream looks like. */
  readonly goVersion?: string;
  /** See TestEnd. */
  readonly died?: string | null;
}

/** Who gets what streams hold. */
export interface StreamSink {
  readonly event: (event: TestEvent) => void;
  /** What people would have seen on standard output. */
  readonly log: (text: string) => void;
  /** Resolves when there is room for more. */
  readonly room?: () => Promise<void>;
}

export interface ReadStreams extends TestRunResult {
  /** What people would have seen after that, as much as is read of it. */
  readonly stderr: string;
}

/** Reads the streams of commands, one of each, as one. */
export async function readTestStreams(
  commands: readonly CommandOutcome[],
  { goVersion, died = null, ...options }: StreamReading,
  sink: StreamSink,
): Promise<ReadStreams> {
  const stderr = (await Promise.all(commands.map((command) => readHead(command.stderr, stderrLimit)))).join("");
  const reader = createTestReader({ ...options, stderr });
  const log = createTestLog(sink.log);
  for (const [index, { stdout }] of commands.entries()) {
    if (index > 0) reader.next();
    const parse = createEventReader(goVersion);
    for await (const line of readLines(stdout)) {
      const event = parse(line);
      sink.event(event);
      reader.accept(event);
      log.accept(event);
      await sink.room?.();
    }
  }
  const codes = commands.map(({ exitCode }) => exitCode);
  const exitCode = codes.find((code) => code !== 0) ?? (codes.includes(null) ? null : 0);
  return { ...reader.end({ exitCode, timedOut: false, stderr, died }, codes), stderr };
}
