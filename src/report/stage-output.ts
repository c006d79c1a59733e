import { messageOf } from "../errors.ts";
import type { Config } from "../inputs/config.ts";
import type { SettledStage } from "../model/events.ts";
import type { FindingKinds, ShownOutput } from "../model/finding.ts";
import type { Finding } from "../model/report.ts";
import { clipLines, clipText } from "../text/clip.ts";
import { plural } from "../text/format.ts";
import { sanitizedLines, sanitizeLine, sanitizeText } from "../text/sanitize.ts";
import { positionOf } from "./view/findings.ts";

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
export function passedLines(stage: SettledStage, options: OutputOptions): AsyncGenerator<string> {
  return outputLines(stage, options, limits.passed);
}

/** The output of a stage in trouble, its findings and, last, the command that reproduces it. */
export async function* troubleLines(stage: SettledStage, options: OutputOptions): AsyncGenerator<string> {
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
  { result, log, brief }: SettledStage,
  { logLevel, kinds, shown, readLog }: OutputOptions,
  limit: { readonly head: number; readonly tail: number },
): AsyncGenerator<string> {
  if (log === null) return;
  const note = (left: number): string =>
    `… ${plural(left, "line")} left out here; all of it is in ${sanitizeLine(log)}`;
  const debug = logLevel === "debug";
  const told = result.status === "passed" || result.findings.some(({ source }) => kinds(source).style === "output");
  const from = told && !debug && shown(result.gate).brief ? brief : log;
  if (from === undefined) return;
  try {
    yield* clipLines(sanitizedLines(readLog(from)), { ...(debug ? limits.debug : limit), note });
  } catch (thrown) {
    yield `The output could not be read: ${sanitizeLine(messageOf(thrown))}`;
  }
}
