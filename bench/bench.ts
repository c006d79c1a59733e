import { join } from "node:path";
import { findArchiver } from "./archive.ts";
import { type CasePlan, contendersOf, planCases, type Turn } from "./cases.ts";
import { type Contest, runContender } from "./contenders.ts";
import { Runners } from "./fresh.ts";
import { HostedRunner } from "./hosted.ts";
import { buildCache, cacheEnv, closeLab, Editor, keptResults, type Lab, openLab } from "./lab.ts";
import { machineFacts } from "./machine.ts";
import type { BenchResult, CaseResult, Contender, Sample } from "./model.ts";
import type { BenchOptions } from "./options.ts";
import { inspectSubject, subjectName } from "./subject.ts";
import { copyTree, output, removeTree } from "./tools.ts";

/** Measures one subject with one engine. `tell` gets a line for each thing that is done. */
export async function runBench(options: BenchOptions, tell: (line: string) => void): Promise<BenchResult> {
  const startedAt = new Date().toISOString();
  const lab = await openLab(options.directory);
  try {
    const contest = await openContest(lab, options);
    const archiver = await findArchiver();
    const machine = await machineFacts(archiver, { cwd: lab.module, env: lab.env });
    const cases = await new Bench(contest, tell).all();
    return { schemaVersion: 1, subject: contest.subject.facts, engine: options.engine, machine, startedAt, cases };
  } finally {
    await closeLab(lab);
  }
}

async function openContest(lab: Lab, options: BenchOptions): Promise<Contest> {
  const subject = await inspectSubject({
    root: lab.repository,
    module: lab.module,
    name: options.name ?? subjectName(options.directory),
    edit: options.edit,
    env: cacheEnv(lab, "plain", "off"),
  });
  await removeTree(buildCache(lab, "plain"));
  return { lab, subject, options, goproxy: "off", runner: {} };
}

class Bench {
  readonly #contest: Contest;
  readonly #tell: (line: string) => void;
  readonly #contenders: readonly Contender[];

  constructor(contest: Contest, tell: (line: string) => void) {
    this.#contest = contest;
    this.#tell = tell;
    const { limit, earlier } = contest.options;
    this.#contenders = contendersOf({ limit, earlier: earlier !== null });
  }

  async all(): Promise<CaseResult[]> {
    const { cases, rounds, limit, earlier } = this.#contest.options;
    const results: CaseResult[] = [];
    let warm = false;
    for (const plan of planCases(cases, rounds, { limit, earlier: earlier !== null })) {
      if (plan.name !== "cold" && !warm) {
        await this.#warmUp();
        warm = true;
      }
      results.push({ name: plan.name, samples: await this.#case(plan) });
    }
    return results;
  }

  #case(plan: CasePlan): Promise<Sample[]> {
    switch (plan.name) {
      case "cold":
        return this.#turns(plan, (turn) => this.#cold(turn));
      case "unchanged":
        return this.#turns(plan, (turn) => this.#run(turn));
      case "changed":
        return this.#edited(plan, (turn) => this.#run(turn));
      default:
        return this.#fresh(plan);
    }
  }

  async #turns(plan: CasePlan, take: (turn: Turn) => Promise<Sample>): Promise<Sample[]> {
    const samples: Sample[] = [];
    for (const turn of plan.turns) {
      const sample = await take(turn);
      samples.push(sample);
      const verdict = sample.exitCode === 0 ? "" : `, exit code ${sample.exitCode}`;
      this.#tell(`${plan.name} ${turn.round} ${turn.contender}: ${(sample.wallMs / 1000).toFixed(2)} s${verdict}`);
    }
    return samples;
  }

  /** A new edit before each round, the same one for all contenders; the original is back afterwards. */
  async #edited(plan: CasePlan, take: (turn: Turn) => Promise<Sample>): Promise<Sample[]> {
    const { lab, subject } = this.#contest;
    const editor = await Editor.open(join(lab.repository, subject.facts.edited));
    let round = 0;
    try {
      return await this.#turns(plan, async (turn) => {
        if (turn.round !== round) await editor.edit();
        round = turn.round;
        return take(turn);
      });
    } finally {
      await editor.restore();
    }
  }

  async #run({ round, contender }: Turn): Promise<Sample> {
    const { keys: _, ...run } = await runContender(this.#contest, contender);
    return { round, ...run };
  }

  async #cold(turn: Turn): Promise<Sample> {
    const { lab, options } = this.#contest;
    await removeTree(buildCache(lab, turn.contender));
    await removeTree(keptResults(lab));
    if (turn.contender === "ours" && options.beforeCold !== null) await output(options.beforeCold, []);
    return this.#run(turn);
  }

  /**
   * Fills the build caches of the contenders that have none with a copy of one that has, and lets every one of them run once: from then on nothing
   * is compiled twice, and tests that can be cached are.
   */
  async #warmUp(): Promise<void> {
    const { lab, options } = this.#contest;
    this.#tell("warming up");
    if (!options.cases.includes("cold")) await runContender(this.#contest, "plain");
    for (const contender of this.#contenders.filter((name) => name !== "plain")) {
      const filled = contender === "ours" && options.cases.includes("cold") && options.engine === "host";
      if (!filled) {
        await removeTree(buildCache(lab, contender));
        await copyTree(buildCache(lab, "plain"), buildCache(lab, contender));
      }
    }
    for (const contender of this.#contenders) await runContender(this.#contest, contender);
  }

  /**
   * Each turn begins on an empty disk, and both contenders ask the same cache service by the same client. Plain restores and saves as actions/setup-go does: its
   * key is made from go.mod alone, so what it saved first stays what it restores while go.mod is the same, and when go.mod has changed it restores nothing and saves
   * everything. Ours is the action as on a hosted runner: it restores what fits and saves what is new by itself.
   */
  async #fresh(plan: CasePlan): Promise<Sample[]> {
    const { lab } = this.#contest;
    const hosted = await HostedRunner.open(join(lab.temp, "runner"));
    try {
      // The run that came before, on another runner.
      await runContender({ ...this.#contest, runner: await hosted.start(lab.repository) }, "ours");
      const runners = await Runners.open(lab, hosted.shelf(this.#contest.options.ours), "plain");
      const contest = { ...this.#contest, goproxy: runners.goproxy };
      try {
        return await this.#edited(plan, async (turn) => {
          await runners.start(turn.contender);
          if (turn.contender === "ours") return await freshAction(turn.round, contest, hosted);
          return await freshSteps(turn, { contest, runners, sameModules: plan.name === "fresh" });
        });
      } finally {
        await runners.close();
      }
    } finally {
      await hosted.close();
    }
  }
}

async function freshAction(round: number, contest: Contest, hosted: HostedRunner): Promise<Sample> {
  const runner = await hosted.start(contest.lab.repository);
  const { keys, ...run } = await runContender({ ...contest, runner }, "ours");
  if (run.transfer === null) throw new Error("the action does not say what became of its caches");
  return { round, ...run, transfer: await hosted.withArchiveSizes(run.transfer, keys) };
}

interface Replay {
  readonly contest: Contest;
  readonly runners: Runners;
  readonly sameModules: boolean;
}

async function freshSteps({ round, contender }: Turn, { contest, runners, sameModules }: Replay): Promise<Sample> {
  const restored = sameModules ? await runners.restore(contender) : await runners.miss();
  const { keys: _, ...run } = await runContender(contest, contender);
  const saved = sameModules ? { saveMs: 0, savedBytes: 0 } : await runners.save(contender);
  const wallMs = run.wallMs + restored.restoreMs + saved.saveMs;
  return { round, ...run, wallMs, transfer: { ...restored, ...saved } };
}
