import { messageOf } from "../errors.ts";
import type { Config } from "../inputs/config.ts";
import type { FindingKinds, ShownOutput } from "../model/finding.ts";
import type { Finding, StageResult } from "../model/report.ts";
import { clipLines, clipText } from "../text/clip.ts";
import { plural } from "../text/format.ts";
import { sanitizedLines, sanitizeLine, sanitizeText } from "../text/sanitize.ts";
import { positionOf } from "./view/findings.ts";

/** A stage that has ended, and where its output lies. */
export interface StageOutput {
  readonly result: StageResult;
  /** Path of its log file; null when nothing was written. */
  readonly log: string | null;
}

export interface OutputOptions {
  readonly logLevel: Config["logLevel"];
  /** How findings are shown, by their source. */
  readonly kinds: FindingKinds;
  /** What of the log of a gate's stages is shown. */
  readonly shown: (gate: string) => ShownOutput;
  /** Reads a stage's log file. */
  readonly readLog: (path: string) => AsyncIterable<Uint8Array | string>;
}

/** Lines of a stage's output that go to the log; the file has them all. */
const limits = {
  passed: { head: 100, tail: 400 },
  trouble: { head: 500, tail: 1_500 },
  debug: { head: 20_000, tail: 2_000 },
  finding: { maxLines: 60, maxBytes: 6_000 },
};
const maxFindings = 200;

/** The output of a stage that passed, sanitized and clipped. */
export function passedLines(stage: StageOutput, options: OutputOptions): AsyncGenerator<string> {
  return outputLines(stage, options, limits.passed);
}

/** The output of a stage in trouble, its findings and, last, the command that reproduces it. */
export async function* troubleLines(stage: StageOutput, options: OutputOptions): AsyncGenerator<string> {
  const { findings, command } = stage.result;
  const shown = new Set<string>();
  for await (const line of outputLines(stage, options, limits.trouble)) {
    shown.add(withoutPrefix(line));
    yield line;
  }
  const blocks = findings.slice(0, maxFindings).map((finding) => findingLines(finding, options.kinds));
  // In a module at the root the tool has named the same place in the same words already.
  const fresh = blocks.filter(([first = ""]) => !shown.has(first)).flat();
  if (fresh.length > 0) yield* [...(shown.size === 0 ? [] : [""]), `${plural(findings.length, "finding")}:`, ...fresh];
  if (findings.length > maxFindings) yield `… ${findings.length - maxFindings} more in report.json`;
  if (command !== "") yield* ["", `Reproduce: ${sanitizeLine(command)}`];
}

/** `vet: ./main.go:3:1: …` is what a finding calls `main.go:3:1: …`. */
function withoutPrefix(line: string): string {
  return line.replace(/^(?:(?:vet|fix): )?(?:\.\/)?/, "");
}

/**
 * `dir/file.go:12:5: message`, which people and editors read, also when there are annotations. What a failed test printed follows, since the log of
 * the stage is not shown then.
 */
function findingLines(finding: Finding, kinds: FindingKinds): readonly string[] {
  const { title, message } = finding;
  const [first = ""] = message.split("\n", 1);
  const { style } = kinds(finding.source);
  const whole = style === "output";
  const text = style !== "line" || first === "" ? title : first;
  const line = sanitizeLine([positionOf(finding), text].filter((part) => part !== null).join(": "));
  return whole ? [line, ...indented(clipText(sanitizeText(message), limits.finding))] : [line];
}

function indented(text: string): readonly string[] {
  return text.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
}

async function* outputLines(
  { result, log }: StageOutput,
  { logLevel, kinds, shown, readLog }: OutputOptions,
  limit: { readonly head: number; readonly tail: number },
): AsyncGenerator<string> {
  if (log === null) return;
  const note = (left: number): string =>
    `… ${plural(left, "line")} left out here; all of it is in ${sanitizeLine(log)}`;
  const debug = logLevel === "debug";
  const told = result.status === "passed" || result.findings.some(({ source }) => kinds(source).style === "output");
  const lines = debug || !told ? null : shown(result.gate).brief;
  try {
    const source = lines === null ? readLog(log) : linesLike(lines, readLog(log));
    yield* clipLines(sanitizedLines(source), { ...(debug ? limits.debug : limit), note });
  } catch (thrown) {
    yield `The output could not be read: ${sanitizeLine(messageOf(thrown))}`;
  }
}

/**
 * Lines are chosen as they were printed, and decoded when they are chosen: a log may be a gigabyte, sanitizing all of it takes many times as long, and decoding UTF-8
 * twice as long as taking every byte for a character.
 */
async function* linesLike(pattern: RegExp, source: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const like = new RegExp(`(?:${pattern.source}).*`, "gm");
  let rest = "";
  for await (const chunk of source) {
    const text = rest + bytesOf(chunk).toString("latin1");
    const end = text.lastIndexOf("\n") + 1;
    rest = text.slice(end).slice(0, longestLine);
    for (const [line] of text.slice(0, end).matchAll(like)) yield `${decoded(line)}\n`;
  }
  for (const [line] of rest.matchAll(like)) yield decoded(line);
}

function bytesOf(chunk: Uint8Array | string): Buffer {
  return typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function decoded(line: string): string {
  return Buffer.from(line, "latin1").toString();
}

/** Nothing that is shown is longer, however it is written. */
const longestLine = 1024 * 1024;
