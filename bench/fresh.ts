import { join } from "node:path";
import type { Turn } from "./cases.ts";
import { type Contest, runContender } from "./contenders.ts";
import { editedData, editedGoMod, editedSource } from "./edit.ts";
import { HostedRunner } from "./hosted.ts";
import { type Edit, Editor } from "./lab.ts";
import type { CaseName, Contender, Sample } from "./model.ts";
import { Origin } from "./origin.ts";
import { Runners } from "./runners.ts";

/** What a case changes between the run on the default branch and the measured one. */
export interface Change {
  /** Another one before each round. */
  next(): Promise<void>;
  undo(): Promise<void>;
}

/**
 * Runners that start with an empty disk and a fresh clone, after a push to the default branch whose run saved its caches. All contenders ask one cache service by
 * one client. Steps restore and save as actions/setup-go does: its key is made from go.mod alone, so what was saved first stays what is restored while go.mod is
 * the same, and when go.mod has changed nothing is restored and everything saved. Ours is the action as on a hosted runner, in a pull request.
 */
export class FreshRunners {
  readonly #contest: Contest;
  readonly #origin: Origin;
  readonly #hosted: HostedRunner;
  readonly #runners: Runners;

  private constructor(contest: Contest, origin: Origin, hosted: HostedRunner, runners: Runners) {
    this.#contest = contest;
    this.#origin = origin;
    this.#hosted = hosted;
    this.#runners = runners;
  }

  /** Lets the run on the default branch happen, once for each contender, with the caches that the lab has. */
  static async open(contest: Contest, contenders: readonly Contender[]): Promise<FreshRunners> {
    const { lab, options } = contest;
    const steps = contenders.filter((name) => name === "plain" || name === "parallel");
    const origin = await Origin.open(lab);
    const hosted = await HostedRunner.open(join(lab.temp, "runner"));
    try {
      await origin.clone();
      await origin.keepTimes(null);
      await runContender({ ...contest, runner: await hosted.start(lab.repository, "push") }, "ours");
      for (const contender of steps) await runContender(contest, contender);
      const runners = await Runners.open(lab, hosted.shelf(options.ours), steps);
      return new FreshRunners({ ...contest, goproxy: runners.goproxy }, origin, hosted, runners);
    } catch (error) {
      await hosted.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#hosted.close();
    await this.#runners.close();
  }

  /** What `name` does to the commit of the run on the default branch. */
  async change(name: CaseName): Promise<Change> {
    const edit = this.#editOf(name);
    const commit = () => this.#origin.commit();
    if (edit === null) {
      const next = name === "fresh-merge" ? commit : async () => undefined;
      return { next, undo: async () => undefined };
    }
    const editor = await Editor.open(this.#origin.path(edit.file), edit.text);
    return {
      next: async () => {
        await editor.edit();
        await commit();
      },
      undo: async () => {
        await editor.restore();
        await commit();
      },
    };
  }

  #editOf(name: CaseName): { readonly file: string; readonly text: Edit } | null {
    const { facts, modules } = this.#contest.subject;
    switch (name) {
      case "fresh-changed":
      case "fresh-kept":
        return { file: facts.edited, text: editedSource };
      case "fresh-data":
        return facts.data === null ? null : { file: facts.data, text: editedData };
      case "fresh-gomod":
        return { file: join(modules[0]?.module.dir ?? ".", "go.mod"), text: editedGoMod };
      default:
        return null;
    }
  }

  /** A job on a runner of its own, from restoring its caches to saving them. */
  async run(name: CaseName, { round, contender }: Turn): Promise<Sample> {
    await this.#origin.clone();
    if (name === "fresh-kept") await this.#origin.keepTimes(this.#contest.subject.facts.edited);
    await this.#runners.start(contender);
    const traffic = this.#hosted.count();
    const sample = contender === "ours" ? await this.#action(round) : await this.#steps(name, round, contender);
    const sizes = await traffic.settle();
    return { ...sample, transfer: sample.transfer === null ? null : { ...sample.transfer, ...sizes } };
  }

  async #action(round: number): Promise<Sample> {
    const runner = await this.#hosted.start(this.#contest.lab.repository, "pull_request");
    const run = await runContender({ ...this.#contest, runner }, "ours");
    if (run.transfer === null) throw new Error("the action does not say what became of its caches");
    return { round, ...run };
  }

  async #steps(name: CaseName, round: number, contender: Contender): Promise<Sample> {
    const sameModules = name !== "fresh-gomod";
    const restoreMs = sameModules ? await this.#runners.restore(contender) : await this.#runners.miss();
    const run = await runContender(this.#contest, contender);
    const saveMs = sameModules ? 0 : await this.#runners.save(contender);
    const transfer = { restoreMs, saveMs, restoredBytes: 0, savedBytes: 0 };
    return { round, ...run, wallMs: run.wallMs + restoreMs + saveMs, transfer };
  }
}
