import { join } from "node:path";
import { type BenchmarkList, type BenchmarkRun, readBenchmarks, readList } from "../collect/bench.ts";
import { isRegularFile } from "../collect/files.ts";
import { readStepEnd } from "../files/step-end.ts";
import { shortCommit } from "../model/commit.ts";
import type { CommandOutcome, StepOutcome } from "../model/outcome.ts";
import { hasPassed } from "../model/passes.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import type { BaseTree } from "../project/base-tree.ts";
import {
  type BenchmarkBench,
  baseListStep,
  compareStep,
  type ExecDraft,
  factsOf,
  files,
  readingOf,
  roundsStep,
  type Sides,
  type StageFacts,
  sideOf,
} from "./bench-steps.ts";
import { judgedOf } from "./judged.ts";

/** How far a stage has come: a list of what there is, the same of the base, rounds of both, and their comparison. */
export interface Course {
  readonly list: BenchmarkList;
  /** The list has come to its end, and all that it compiled does. */
  readonly listPassed: boolean;
  /** null: nobody has asked, since there is nothing to run. */
  readonly base: BaseTree | null;
  readonly baseList: BenchmarkList | null;
  readonly sides: Sides;
  readonly rounds: Rounds | null;
  readonly compared: StepOutcome | null;
}

export interface Rounds {
  readonly head: BenchmarkRun;
  readonly base: BenchmarkRun;
  /** Lines of both that are results. */
  readonly results: { readonly head: number; readonly base: number };
  /** Where the files with what was printed lie. */
  readonly dir: string;
  /** All benchmarks of HEAD have come to their end. */
  readonly passed: boolean;
}

/** What a stage runs next; null: nothing more. */
export async function stepAfter(stage: Stage, outcome: StepOutcome, bench: BenchmarkBench): Promise<ExecDraft | null> {
  const facts = factsOf(stage, bench, timeLeft(stage, outcome));
  const { list, listPassed, base, baseList, sides, rounds, compared } = await courseOf(stage, outcome, bench);
  if (facts.timeoutMs <= 0 || !listPassed || list.listed.length === 0 || base === null) return null;
  if (isRefused(base, bench)) return null;
  if ("path" in base && baseList === null) return baseListStep(facts, base.path, patternsOf(stage, bench));
  if (rounds === null) return roundsStep(facts, sides);
  if (!rounds.passed || rounds.results.head === 0 || compared !== null) return null;
  return compareStep(facts, rounds.dir, sides.base.length > 0);
}

/** A limit on the change cannot do without what somebody, or a pull request, has named. */
export function isRefused(base: BaseTree, { config, baseNamed }: BenchmarkBench): boolean {
  return "problem" in base && base.unknown && config.benchThreshold !== null && baseNamed;
}

function patternsOf({ module }: Stage, { inspection }: BenchmarkBench): readonly string[] {
  return inspection.modules.find(({ dir }) => dir === module)?.patterns ?? [];
}

function timeLeft({ step }: Stage, { durationMs }: StepOutcome): number {
  return (isRunnable(step) ? step.timeoutMs : 0) - durationMs;
}

/** Reads again what the steps of a stage have come to. */
export async function courseOf(stage: Stage, outcome: StepOutcome, bench: BenchmarkBench): Promise<Course> {
  const facts = factsOf(stage, bench, timeLeft(stage, outcome));
  const { passed } = await judgedOf(stage, { ...outcome, end: ended(outcome) });
  const list = await readList(outcome.commands, readingOf(facts));
  const wanted = passed && list.listed.length > 0;
  const base = wanted ? await baseOf(facts) : null;
  const [...followed] = outcome.followUps ?? [];
  const baseListed = base !== null && "path" in base ? followed.shift() : undefined;
  const [ran, compared] = followed;
  const baseList = baseListed === undefined ? null : await readList(baseListed.commands, readingOf(facts));
  const sides = {
    head: list.listed,
    base: baseList === null ? [] : list.listed.filter((importPath) => baseList.listed.includes(importPath)),
    path: base !== null && "path" in base ? base.path : null,
  };
  return {
    ...{ list, listPassed: passed, base, baseList, sides },
    rounds: ran === undefined ? null : await roundsOf(ran, facts, sides),
    compared: compared ?? null,
  };
}

/** What was run after the list has run because it had come to its end. */
function ended({ end, followUps }: StepOutcome): StepOutcome["end"] {
  return followUps === undefined ? end : "exited";
}

/** The base, as far as the module is there. */
async function baseOf({ module, bench }: StageFacts): Promise<BaseTree> {
  const base = await bench.baseTree();
  if ("problem" in base) return base;
  if (await isRegularFile(join(base.path, module.dir, "go.mod"))) return base;
  return { problem: `the module is not there at the base (${shortCommit(base.commit)})`, unknown: false };
}

async function roundsOf(ran: StepOutcome, facts: StageFacts, sides: Sides): Promise<Rounds> {
  const step = { ...roundsStep(facts, sides), stage: ran.stage };
  const of = (side: "head" | "base"): readonly CommandOutcome[] =>
    ran.commands.filter((_, index) => {
      const command = step.commands[index];
      return command !== undefined && sideOf(command) === side;
    });
  const reading = readingOf(facts);
  const head = await readBenchmarks(of("head"), join(ran.resultDir, files.head), reading);
  const base = await readBenchmarks(of("base"), join(ran.resultDir, files.base), reading);
  return {
    ...{ head, base, dir: ran.resultDir },
    results: { head: head.results, base: base.results },
    passed: hasPassed(step, await readStepEnd(step, ran)),
  };
}
