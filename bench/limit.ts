import type { StepTime } from "./model.ts";

/** What each stage waits for; stages that are not named wait for `deps`. */
const withoutNeeds: ReadonlySet<string> = new Set(["deps", "format"]);

/** Ids of the stages that have to end before `stage` may start, as in the plan. */
export function needsOf(stage: string): readonly string[] {
  return withoutNeeds.has(stage) ? [] : ["deps"];
}

export interface Limit {
  readonly limitMs: number;
  /** The chain of stages that takes longest, each measured with the machine for itself. */
  readonly chainMs: number;
  readonly chain: readonly string[];
  /** All CPU time over the number of cores; null when it was not measured. */
  readonly cpuMs: number | null;
}

/** No schedule of these stages on this machine ends earlier: max(longest chain, all CPU time / cores). null without stages. */
export function limitOf(stages: readonly StepTime[], cores: number): Limit | null {
  if (stages.length === 0) return null;
  const { names, durationMs } = longestChain(stages);
  const cpu = stages.map(({ cpuMs }) => cpuMs);
  const cpuMs = cpu.every((ms) => ms !== null) ? cpu.reduce((sum, ms) => sum + ms, 0) / cores : null;
  return { limitMs: Math.max(durationMs, cpuMs ?? 0), chainMs: durationMs, chain: names, cpuMs };
}

interface Chain {
  readonly names: readonly string[];
  readonly durationMs: number;
}

function longestChain(stages: readonly StepTime[]): Chain {
  const byName = new Map(stages.map((stage) => [stage.name, stage]));
  const chainTo = (stage: StepTime): Chain => {
    const before = longest(
      needsOf(stage.name).flatMap((name) => {
        const needed = byName.get(name);
        return needed === undefined ? [] : [chainTo(needed)];
      }),
    );
    return { names: [...before.names, stage.name], durationMs: before.durationMs + stage.wallMs };
  };
  return longest(stages.map(chainTo));
}

function longest(chains: readonly Chain[]): Chain {
  const none: Chain = { names: [], durationMs: 0 };
  return chains.reduce((best, chain) => (chain.durationMs > best.durationMs ? chain : best), none);
}
