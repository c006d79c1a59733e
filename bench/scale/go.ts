import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { basename } from "node:path";
import * as z from "zod";
import { marksOutput, packagePath, streamsVariable } from "./size.ts";
import { listStream, profileStream, streamPieces, testStream } from "./streams.ts";

/** Answers like `go` in a repository of any size, without compiling anything. */

const streamsSchema = z.object({
  packages: z.int(),
  tests: z.int(),
  outputBytes: z.int(),
  profileBytes: z.number(),
  profileCopies: z.int(),
  goVersion: z.string(),
  testSeconds: z.number(),
});

const { goVersion, testSeconds, ...size } = streamsSchema.parse(JSON.parse(process.env[streamsVariable] ?? "null"));

/** Bytes that are gathered before they are written. */
const batchSize = 1024 * 1024;

function answer(verb: string | undefined, args: readonly string[]): number {
  switch (verb) {
    case "env":
      return write(1, args.includes("-json") ? [environment()] : [`${process.env["SCALE_GOROOT"]}\n`]);
    case "list":
      // With a template it is the deps stage that asks for what is missing: nothing.
      return args.includes("-f") ? 0 : write(1, listStream(size, process.cwd()));
    case "vet":
      return 0;
    case "test":
      return test(args);
    case "build":
      return build(args);
    default:
      write(2, [`the stub go does not know ${verb}\n`]);
      return 2;
  }
}

function environment(): string {
  return JSON.stringify({ GOVERSION: goVersion, GOOS: "linux", GOARCH: "amd64", GOFLAGS: "" });
}

function test(args: readonly string[]): number {
  const profile = openSync(argument(args, "-coverprofile="), "w");
  write(profile, profileStream(size));
  closeSync(profile);
  write(1, inTime(testStream(size, marksOutput(goVersion))));
  return 1;
}

/** Hands on the stream as tests would make it: evenly over the time that they take. */
function* inTime(pieces: Iterable<string>): Generator<string> {
  const begun = performance.now();
  const stepMs = (testSeconds * 1000) / streamPieces(size);
  let due = 0;
  for (const piece of pieces) {
    const early = begun + due - performance.now();
    if (early >= shortestWaitMs) Atomics.wait(waiting, 0, 0, early);
    due += stepMs;
    yield piece;
  }
}

const waiting = new Int32Array(new SharedArrayBuffer(4));
const shortestWaitMs = 5;

function build(args: readonly string[]): number {
  const out = argument(args, "-o=");
  mkdirSync(out, { recursive: true });
  const name = basename(packagePath(0));
  const binary = openSync(`${out}${name}${process.env["GOOS"] === "windows" ? ".exe" : ""}`, "w", 0o755);
  write(binary, ["a binary\n"]);
  closeSync(binary);
  return 0;
}

function argument(args: readonly string[], prefix: string): string {
  return args.find((arg) => arg.startsWith(prefix))?.slice(prefix.length) ?? "";
}

function write(file: number, pieces: Iterable<string>): number {
  let batch = "";
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < batchSize) continue;
    writeAll(file, batch);
    batch = "";
  }
  writeAll(file, batch);
  return 0;
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

const [verb, ...args] = process.argv.slice(2);
process.exitCode = answer(verb, args);
