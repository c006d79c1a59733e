import type { Annotation } from "../../model/annotation.ts";
import type { FindingKinds } from "../../model/finding.ts";
import type { Report, StageResult } from "../../model/report.ts";
import { clipEnd, clipName } from "../../text/clip.ts";
import { plural } from "../../text/format.ts";
import { sanitizeLine, sanitizeText } from "../../text/sanitize.ts";
import type { ReportContext, Target } from "../target.ts";
import { type RankedFinding, rankFindings, segmentsInside } from "../view/findings.ts";
import { stageLooks, verdicts } from "../view/status.ts";

/** Lines of files on the page of a change. A terminal has no lines to pin them to, and the log has told every finding with its position. */
export const annotations: Target = {
  name: "annotations",
  show: ({ report, context, platform, config }) => {
    if (!config.annotations || platform.name !== "github") return;
    for (const annotation of annotationsOf(report, context)) platform.annotate(annotation);
  },
};

/** The runner keeps this many of each level per step and drops the rest without a word. */
export const maxPerLevel = 10;
/** The runner cuts a message here (actions/runner, src/Runner.Worker/ExecutionContext.cs). */
export const maxMessage = 4_096;
const maxTitle = 120;
const maxModule = 50;

/**
 * What is worth one of the few annotations: findings by rank, then stages that are in trouble without one, then what broke outside of any stage. What
 * finds no room is counted in a notice. Changed lines without coverage are notices, which have room of their own.
 */
export function annotationsOf(
  report: Report,
  { kinds, reasons }: Pick<ReportContext, "kinds" | "reasons">,
): readonly Annotation[] {
  const several = report.modules.length > 1;
  const all = [
    ...broken(report, reasons),
    ...rankFindings(report.stages, kinds).map((ranked) => ofFinding(ranked, kinds, several)),
    ...report.stages.flatMap(ofStage),
  ];
  const errors = all.filter(({ level }) => level === "error");
  const warnings = all.filter(({ level }) => level === "warning");
  const uncovered = uncoveredChanges(report);
  const found = [...errors.slice(0, maxPerLevel), ...warnings.slice(0, maxPerLevel)];
  const left = all.length - found.length;
  // The last notice tells what finds no room.
  const room = left > 0 || uncovered.length > maxPerLevel ? maxPerLevel - 1 : maxPerLevel;
  const shown = [...found, ...uncovered.slice(0, room)];
  return [...shown, ...leftOver(left, Math.max(0, uncovered.length - room))];
}

/** Lines of the change that no test reached, the longest ranges first. */
function uncoveredChanges({ totals: { patch } }: Report): readonly Annotation[] {
  if (patch === null) return [];
  const ranges = patch.files
    .filter(({ path }) => isInside(path))
    .flatMap(({ path, uncovered }) => uncovered.map(([from, to]) => ({ path, from, to })))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  return ranges.map(({ path, from, to }) => ({
    ...general(
      "notice",
      "Not covered",
      to === from ? "No test reaches this changed line." : "No test reaches these changed lines.",
    ),
    ...{ path, line: from, ...(to === from ? {} : { endLine: to }) },
  }));
}

function ofFinding({ finding, stage, level }: RankedFinding, kinds: FindingKinds, several: boolean): Annotation {
  const path = finding.path !== null && isInside(finding.path) ? finding.path : null;
  return {
    level,
    title: titleOf(finding.title, several ? stage.module : null),
    message: withCommand(finding.message, kinds(finding.source).command === "own" ? "" : stage.command),
    path,
    line: path === null ? null : finding.line,
    column: path === null || finding.line === null ? null : finding.column,
  };
}

/** With the module where there are several; the name of a stage has it already. */
function titleOf(title: string, module: string | null): string {
  const end = module === null ? "" : ` (module ${clipName(sanitizeLine(module), maxModule)})`;
  return `${clipEnd(sanitizeLine(title), maxTitle - end.length)}${end}`;
}

/** A stage that timed out, broke or failed as a whole. */
function ofStage(stage: StageResult): readonly Annotation[] {
  const { level } = stageLooks[stage.status];
  if (level === null || stage.findings.length > 0) return [];
  const what = verdicts[stage.status === "errored" ? "error" : "failure"].words;
  return [general(level, `${stage.id} ${what}`, withCommand(stage.reason ?? what, stage.command))];
}

/** What broke outside of any stage. What programs say when a run is cancelled is nobody's concern. */
function broken({ conclusion }: Report, reasons: ReportContext["reasons"]): readonly Annotation[] {
  if (conclusion !== "error") return [];
  return reasons.flatMap((reason) =>
    reason.kind === "environment"
      ? [general("error", `The pipeline ${verdicts.error.words}`, withCommand(reason.problem, ""))]
      : [],
  );
}

function leftOver(findings: number, ranges: number): readonly Annotation[] {
  const more = findings === 0 ? [] : [plural(findings, "more finding")];
  const lines = ranges === 0 ? [] : [`${plural(ranges, "more range")} of changed lines that no test reaches`];
  if (findings + ranges === 0) return [];
  const title = findings === 0 ? "More lines not covered" : "More findings";
  return [general("notice", title, `${[...more, ...lines].join(" and ")} in the job summary and in report.json.`)];
}

function general(level: Annotation["level"], title: string, message: string): Annotation {
  return { level, title: clipEnd(sanitizeLine(title), maxTitle), message, path: null, line: null, column: null };
}

/** The command is never cut, so that it can be pasted; the message is. */
function withCommand(message: string, command: string): string {
  const end = command === "" ? "" : `\n\nReproduce: ${sanitizeLine(command)}`;
  const room = maxMessage - end.length;
  const text = sanitizeText(message).trimEnd();
  return room < maxMessage / 4 ? clipEnd(text, maxMessage) : `${clipEnd(text, room)}${end}`;
}

/** A path of the repository without what a runner on Windows would read in it, a drive or a backslash, and without control characters. */
function isInside(path: string): boolean {
  return segmentsInside(path) !== null && sanitizeLine(path) === path && !/^[a-z]:|[\\\n]/i.test(path);
}
