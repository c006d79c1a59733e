import { limitOf } from "./limit.ts";
import type { BenchResult, CaseName, CaseResult, Contender, Sample } from "./model.ts";
import { maximum, median, minimum, ratio } from "./statistics.ts";

/** One row of the table: all figures of a case. Durations in milliseconds; null: not measured. */
export interface CaseSummary {
  readonly name: CaseName;
  readonly rounds: number;
  readonly plain: Spread;
  readonly parallel: Spread;
  readonly ours: Spread;
  readonly earlier: Spread;
  /** Of the medians. */
  readonly toPlain: number | null;
  readonly toParallel: number | null;
  readonly toEarlier: number | null;
  readonly limitMs: number | null;
  readonly toLimit: number | null;
  readonly beforeFirstStageMs: number | null;
  readonly afterLastStageMs: number | null;
  /** Of the action's process, the greatest of all rounds, bytes. */
  readonly peakMemoryBytes: number | null;
  /** Least and greatest load average when a sample began. */
  readonly load: readonly [least: number, greatest: number];
  /** Contenders of which a run did not exit 0. */
  readonly failed: readonly Contender[];
}

export interface Spread {
  readonly medianMs: number | null;
  readonly leastMs: number | null;
}

/** What the samples of a run of the bench say, case by case. */
export function summarize({ cases, machine }: BenchResult): readonly CaseSummary[] {
  return cases.map((measured) => summarizeCase(measured, machine.cores));
}

function summarizeCase({ name, samples }: CaseResult, cores: number): CaseSummary {
  const plain = spread(of(samples, "plain"));
  const parallel = spread(of(samples, "parallel"));
  const ours = spread(of(samples, "ours"));
  const earlier = spread(of(samples, "earlier"));
  const limits = of(samples, "alone").flatMap(({ steps }) => limitOf(steps, cores)?.limitMs ?? []);
  const limitMs = median(limits);
  const phases = of(samples, "ours").flatMap((sample) => sample.phases ?? []);
  const loads = samples.map(({ load }) => load);
  return {
    name,
    rounds: maximum(samples.map(({ round }) => round)) ?? 0,
    plain,
    parallel,
    ours,
    earlier,
    toPlain: ratio(ours.medianMs, plain.medianMs),
    toParallel: ratio(ours.medianMs, parallel.medianMs),
    toEarlier: ratio(ours.medianMs, earlier.medianMs),
    limitMs,
    toLimit: ratio(ours.medianMs, limitMs),
    beforeFirstStageMs: median(phases.map((phase) => phase.beforeFirstStageMs)),
    afterLastStageMs: median(phases.map((phase) => phase.afterLastStageMs)),
    peakMemoryBytes: maximum(of(samples, "ours").flatMap((sample) => sample.peakMemoryBytes ?? [])),
    load: [minimum(loads) ?? 0, maximum(loads) ?? 0],
    failed: failedContenders(samples),
  };
}

function of(samples: readonly Sample[], contender: Contender): readonly Sample[] {
  return samples.filter((sample) => sample.contender === contender);
}

function spread(samples: readonly Sample[]): Spread {
  const times = samples.map(({ wallMs }) => wallMs);
  return { medianMs: median(times), leastMs: minimum(times) };
}

function failedContenders(samples: readonly Sample[]): readonly Contender[] {
  return [...new Set(samples.filter(({ exitCode }) => exitCode !== 0).map(({ contender }) => contender))];
}
