import { join } from "node:path";
import { findArchiver } from "./archive.ts";
import { type Asked, type CasePlan, contendersOf, planCases, type Turn } from "./cases.ts";
import { type Contest, runContender } from "./contenders.ts";
import { editedSource } from "./edit.ts";
import { FreshRunners } from "./fresh.ts";
import { buildCache, closeLab, Editor, keptResults, type Lab, openLab } from "./lab.ts";
import { machineFacts } from "./machine.ts";
import type { BenchResult, CaseResult, Sample } from "./model.ts";
import type { BenchOptions } from "./options.ts";
import { inspectSubject, subjectName } from "./subject.ts";
import { copyTree, output, removeTree } from "./tools.ts";
import { emptyTrash, setAside, untilForgotten } from "./trash.ts";

/** Measures one subject with one engine. `tell` gets a line for each thing that is done; `settle` waits until files that were removed slow nothing down. */
export async function runBench(
  options: BenchOptions,
  tell: (line: string) => void,
  settle = untilForgotten,
): Promise<BenchResult> {
  const startedAt = new Date().toISOString();
  const lab = await openLab(options.directory, options.modules);
  try {
    const contest = await openContest(lab, options);
    const archiver = await findArchiver();
    const machine = await machineFacts(archiver, { cwd: lab.directory, env: lab.env });
    const cases = await new Bench(contest, tell, settle).all();
    return { schemaVersion: 2, subject: contest.subject.facts, engine: options.engine, machine, startedAt, cases };
  } finally {
    await closeLab(lab);
  }
}

async function openContest(lab: Lab, options: BenchOptions): Promise<Contest> {
  const { name, directory, edit, data } = options;
  const subject = await inspectSubject(lab, { name: name ?? subjectName(directory), edit, data });
  await removeTree(buildCache(lab, "plain"));
  return { lab, subject, options, goproxy: "off", runner: {} };
}

class Bench {
  readonly #contest: Contest;
  readonly #tell: (line: string) => void;
  readonly #settle: () => Promise<void>;
  readonly #asked: Asked;
  #fresh: FreshRunners | null = null;

  constructor(contest: Contest, tell: (line: string) => void, settle: () => Promise<void>) {
    this.#contest = contest;
    this.#tell = tell;
    this.#settle = settle;
    const { limit, parallel, earlier } = contest.options;
    // What stages of several modules wait for is not a chain that the bench knows.
    this.#asked = { parallel, earlier: earlier !== null, limit: limit && contest.subject.modules.length === 1 };
  }

  async all(): Promise<CaseResult[]> {
    const results: CaseResult[] = [];
    let warm = false;
    try {
      for (const plan of planCases(this.#cases(), this.#contest.options.rounds, this.#asked)) {
        if (plan.name !== "cold" && !warm) {
          await this.#warmUp();
          warm = true;
        }
        // What it sets aside is gone before the first round.
        if (plan.name.startsWith("fresh")) await this.#openFresh();
        if (await emptyTrash(this.#contest.lab.temp)) await this.#settle();
        results.push({ name: plan.name, samples: await this.#case(plan) });
      }
    } finally {
      await this.#fresh?.close();
    }
    return results;
  }

  #cases(): BenchOptions["cases"] {
    const { subject, options } = this.#contest;
    if (subject.facts.data !== null || !options.cases.includes("fresh-data")) return options.cases;
    this.#tell(
      "fresh-data is left out: no package with tests has a text file in testdata (--data names one elsewhere)",
    );
    return options.cases.filter((name) => name !== "fresh-data");
  }

  #case(plan: CasePlan): Promise<Sample[]> {
    switch (plan.name) {
      case "cold":
        return this.#turns(plan, (turn) => this.#cold(turn));
      case "unchanged":
        return this.#turns(plan, (turn) => this.#run(turn));
      case "changed":
        return this.#changed(plan);
      default:
        return this.#freshCase(plan);
    }
  }

  /** `begin` happens before each round, which is the same for all its contenders. */
  async #turns(
    plan: CasePlan,
    take: (turn: Turn) => Promise<Sample>,
    begin: () => Promise<void> = async () => undefined,
  ): Promise<Sample[]> {
    const samples: Sample[] = [];
    for (const turn of plan.turns) {
      if (turn.round !== samples.at(-1)?.round) await begin();
      const sample = await take(turn);
      samples.push(sample);
      const verdict = sample.exitCode === 0 ? "" : `, exit code ${sample.exitCode}`;
      this.#tell(`${plan.name} ${turn.round} ${turn.contender}: ${(sample.wallMs / 1000).toFixed(2)} s${verdict}`);
    }
    return samples;
  }

  async #changed(plan: CasePlan): Promise<Sample[]> {
    const { lab, subject } = this.#contest;
    const editor = await Editor.open(join(lab.repository, subject.facts.edited), editedSource);
    try {
      return await this.#turns(
        plan,
        (turn) => this.#run(turn),
        () => editor.edit(),
      );
    } finally {
      await editor.restore();
    }
  }

  async #openFresh(): Promise<FreshRunners> {
    this.#fresh ??= await FreshRunners.open(this.#contest, contendersOf(this.#asked));
    return this.#fresh;
  }

  async #freshCase(plan: CasePlan): Promise<Sample[]> {
    const fresh = await this.#openFresh();
    const change = await fresh.change(plan.name);
    try {
      return await this.#turns(
        plan,
        (turn) => fresh.run(plan.name, turn),
        () => change.next(),
      );
    } finally {
      await change.undo();
    }
  }

  async #run({ round, contender }: Turn): Promise<Sample> {
    return { round, ...(await runContender(this.#contest, contender)) };
  }

  async #cold(turn: Turn): Promise<Sample> {
    const { lab, options } = this.#contest;
    for (const tree of [buildCache(lab, turn.contender), keptResults(lab)]) await setAside(lab.temp, tree);
    if (turn.contender === "ours" && options.beforeCold !== null) await output(options.beforeCold, []);
    return this.#run(turn);
  }

  /**
   * Fills the build caches of the contenders that have none with a copy of one that has, and lets every one of them run once: from then on nothing
   * is compiled twice, and tests that can be cached are.
   */
  async #warmUp(): Promise<void> {
    const { lab, options } = this.#contest;
    const contenders = contendersOf(this.#asked);
    this.#tell("warming up");
    if (!options.cases.includes("cold")) await runContender(this.#contest, "plain");
    for (const contender of contenders.filter((name) => name !== "plain")) {
      const filled = contender === "ours" && options.cases.includes("cold") && options.engine === "host";
      if (!filled) {
        await removeTree(buildCache(lab, contender));
        await copyTree(buildCache(lab, "plain"), buildCache(lab, contender));
      }
    }
    for (const contender of contenders) await runContender(this.#contest, contender);
  }
}
