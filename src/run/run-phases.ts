import type { OutputDir } from "../files/output-dir.ts";
import type { Attestation, Release, StageResult } from "../model/report.ts";
import type { Plan } from "../model/stage.ts";
import type { Collected } from "../results/assemble.ts";
import { attestBuilt } from "./attest.ts";
import type { Collector } from "./collector.ts";
import { phasesOf } from "./phases.ts";
import type { Prepared } from "./prepare.ts";
import type { beginRelease as Begin, Releasing } from "./release.ts";
import { type RunOptions, runPlan } from "./scheduler.ts";
import type { Run } from "./state.ts";

/** How stages run, whichever they are. */
export type Schedule = Omit<RunOptions, "plan" | "before">;

interface Means {
  readonly schedule: Schedule;
  readonly collector: Collector;
  readonly output: OutputDir;
}

export interface Ran {
  /** Of the stages of the plan, in its order. */
  readonly results: readonly StageResult[];
  /** Of the run: what was judged of all stages together, and what became of what was built. */
  readonly ofRun: readonly StageResult[];
  readonly collected: Collected;
  /** null: nothing was signed. */
  readonly attestation: Attestation | null;
  /** null: none was made. */
  readonly release: Release | null;
}

/**
 * Checks first. What is released, pushed, attested and deployed goes by what all of them came to, and by what is judged of them together: a draft is filled, images
 * are pushed, all of it is attested, the release becomes public, and what deploys comes last.
 */
export async function runPhases(run: Run, prepared: Prepared, means: Means): Promise<Ran> {
  const { schedule, collector, output } = means;
  const { plan } = prepared;
  const phases = phasesOf(plan, prepared.release);
  const tell = (results: readonly StageResult[]): void => {
    for (const result of results) schedule.emit({ type: "stage-finished", result, log: null });
  };
  const checked = await runPlan({ ...schedule, plan: { ...plan, stages: phases.first } });
  const { collected: gathered, judged } = await collector.finish(checked);
  tell(judged);
  const matter = { collected: gathered, before: [...checked, ...judged], output };
  const releasing = prepared.release === null ? null : await beginRelease(run, prepared.release, matter);
  const before = releasing?.before ?? matter.before;
  const pushed = await runPlan({ ...schedule, plan: { ...plan, stages: phases.pushing }, before });
  const collected = { ...gathered, image: collector.image() };
  const built = { collected, before: [...before, ...pushed], output };
  const attested = run.attests === null ? null : await attestBuilt(run, run.attests, built);
  const signed = attested === null ? [] : [attested.result];
  const released = await releasing?.end([...pushed, ...signed]);
  const ending = [...signed, ...(released === undefined ? [] : [released.result])];
  tell(ending);
  const all = [...matter.before, ...pushed, ...ending];
  const deployed = await runPlan({ ...schedule, plan: { ...plan, stages: phases.last }, before: all });
  return {
    results: inOrder(plan, [...checked, ...pushed, ...deployed]),
    ofRun: [...judged, ...ending],
    collected,
    attestation: attested?.attestation ?? null,
    release: released?.release ?? null,
  };
}

/** Most runs release nothing. */
async function beginRelease(...asked: Parameters<typeof Begin>): Promise<Releasing> {
  return await (await import("./release.ts")).beginRelease(...asked);
}

function inOrder({ stages }: Plan, results: readonly StageResult[]): readonly StageResult[] {
  return stages.flatMap(({ id }) => results.find((result) => result.id === id) ?? []);
}
