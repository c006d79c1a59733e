import { type EnvironmentError, environmentErrorOf, messageOf, UsageError } from "../errors.ts";
import type { CiPlatform } from "../platform/platform.ts";
import { plural } from "../text/format.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import { outputsWithoutRun } from "./outputs.ts";
import { runReporters } from "./reporters.ts";

/** Bad news that has no report to stand in, as people should read it. */
export interface ShownProblem {
  readonly headline: string;
  /** One line each: what is wrong, or what caused it. */
  readonly details: readonly string[];
  /** What the user can do about it. */
  readonly remedy: string | null;
}

/** Anything thrown, in words. Text from inputs and the environment is sanitized. */
export function describeProblem(thrown: unknown): ShownProblem {
  if (thrown instanceof UsageError) {
    const { problems } = thrown;
    const headline = `${plural(problems.length, "problem")} before the pipeline could start; nothing was run`;
    return { headline, details: problems.map((problem) => sanitizeLine(problem)), remedy: null };
  }
  const known = environmentErrorOf(thrown);
  const causes = causesOf(thrown).map((cause) => sanitizeLine(cause));
  const headline = sanitizeLine(messageOf(known ?? thrown));
  if (known !== null) return { headline, details: causes, remedy: sanitizeLine(known.remedy) };
  return {
    headline: `The pipeline itself broke: ${headline}`,
    details: causes,
    remedy: "This is a defect of the pipeline, not of your code; please report it with this message.",
  };
}

/** All in one sentence per fact, for the reasons of a report. */
export function reasonOf(error: EnvironmentError): string {
  const { headline, details, remedy } = describeProblem(error);
  return [headline, ...details, ...(remedy === null ? [] : [remedy])].map(asSentence).join(" ");
}

/** Shows bad inputs: every problem in the log, the summary and one annotation; conclusion `error`. The caller's exit code is 2. */
export async function reportUsageError(platform: CiPlatform, error: UsageError): Promise<void> {
  await reportProblem(platform, error);
}

/** Shows what ended a run that has no report: log, summary and outputs; none of them can hide another. */
export async function reportProblem(platform: CiPlatform, thrown: unknown): Promise<void> {
  const problem = describeProblem(thrown);
  await runReporters(platform, [
    { name: "error message", run: () => platform.error(problemText(problem)) },
    {
      name: "job summary",
      run: async () => {
        const { renderProblem } = await import("./targets/job-summary.ts");
        await platform.writeSummary(renderProblem(problem));
      },
    },
    { name: "step outputs", run: () => platform.setOutputs(outputsWithoutRun()) },
  ]);
}

/** Headline, indented details, remedy. */
export function problemText({ headline, details, remedy }: ShownProblem): string {
  return [headline, ...details.map((detail) => `  - ${detail}`), ...(remedy === null ? [] : [remedy])].join("\n");
}

/** The chain of causes, without those that only repeat what was said before. */
function causesOf(thrown: unknown): readonly string[] {
  const said = [messageOf(thrown)];
  let cause = thrown instanceof Error ? thrown.cause : undefined;
  for (let depth = 0; cause !== undefined && cause !== null && depth < 5; depth += 1) {
    const message = messageOf(cause);
    if (!said.some((earlier) => earlier.includes(message))) said.push(message);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return said.slice(1);
}

function asSentence(text: string): string {
  return /[.!?:;]$/.test(text) ? text : `${text}.`;
}
