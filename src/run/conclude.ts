import { evidenceOf } from "../collect/evidence.ts";
import type { EnvironmentError } from "../errors.ts";
import { prepareOutputDir } from "../files/output-dir.ts";
import { reasonOf } from "../report/errors.ts";
import { assembleReport, nothingCollected } from "../results/assemble.ts";
import { redactReason, redactReport } from "../results/redact.ts";
import { exitCodes, judgeRun } from "../results/verdict.ts";
import { openPage } from "./open-page.ts";
import { publish } from "./publish.ts";
import type { Run, RunOutcome } from "./state.ts";

/** Judges what a run came to, publishes it, and answers the exit code. */
export async function conclude(run: Run, outcome: RunOutcome): Promise<number> {
  const { plan, results, problems, output } = outcome;
  const verdict = judgeRun({
    stages: plan.stages,
    results,
    cancelled: run.signal.aborted,
    environmentProblems: problems,
  });
  const { redact } = run.redactor;
  const warnings = [
    ...(run.choice.warning === null ? [] : [run.choice.warning]),
    ...plan.warnings,
    ...outcome.collected.warnings,
  ];
  const parts = {
    ...run,
    ...outcome,
    verdict,
    warnings,
    notices: plan.notices,
    cache: run.travel?.report ?? null,
    finishedAt: new Date(),
  };
  await publish({
    ...run,
    output,
    report: redactReport(assembleReport(parts), redact),
    evidence: evidenceOf(outcome.collected.covered, { ...run, output }),
    reasons: verdict.reasons.map((reason) => redactReason(reason, redact)),
    stages: plan.stages,
    fixable: outcome.collected.fix.files.length > 0,
  });
  await output.clean();
  if (run.config.open && !run.signal.aborted) await openPage(run.platform, output.path);
  // Also when it was cancelled while the report was on its way.
  return run.signal.aborted ? 130 : exitCodes[verdict.conclusion];
}

/** The run ended before it had a plan: the report says why, the exit code is 3. Without an error it was cancelled: 130. */
export async function concludeBroken(run: Run, error: EnvironmentError | null): Promise<number> {
  const problems = error === null ? [] : [reasonOf(error)];
  if (run.config.dryRun) {
    for (const problem of problems) run.platform.error(problem);
    return run.signal.aborted ? 130 : 3;
  }
  const output = await prepareOutputDir(run.config.outputDirectory, run.repository);
  const nothing = {
    engineVersion: null,
    traceUrl: null,
    testReuse: run.testReuse,
    reusedFrom: [],
    inspection: null,
    plan: { stages: [], warnings: [], notices: [] },
    results: [],
  };
  return conclude(run, { ...nothing, collected: nothingCollected, problems, output });
}
