import { readFile } from "node:fs/promises";
import { messageOf } from "../../../errors.ts";
import { readStepEnd } from "../../../files/step-end.ts";
import { groupBy } from "../../../group-by.ts";
import type { CommandOutcome, StepOutcome } from "../../../model/outcome.ts";
import { hasPassed } from "../../../model/passes.ts";
import type { ExecStep } from "../../../model/step.ts";
import { pathInside, styleOf } from "../../../text/paths.ts";
import { outcomeOf, outputFiles } from "../../outcome.ts";
import { type KeyFacts, keyParts, notReusable } from "./key.ts";
import { type Reach, reachOf } from "./reach.ts";
import { readStamps, readTree, type SourcesRequest, type SourceTree, sourcesOf, stampOfFiles } from "./sources.ts";
import type { ResultStore, StagedEntry, StoredResult } from "./store.ts";
import { describeToolchain } from "./toolchain.ts";

export interface ReuseOptions extends SourcesRequest {
  readonly store: ResultStore;
  /** The environment of the steps that may be reused. */
  readonly env: Readonly<Record<string, string>>;
  readonly windows: boolean;
  /** Keep what this run finds out. */
  readonly write: boolean;
  /** Removes secrets. */
  readonly redact: (text: string) => string;
  readonly log: (line: string) => void;
}

/** What is asked of Go before results are looked for. */
export interface KnownModules {
  /** The repository as Go sees it. */
  readonly root: string;
  /** What `go env -json` prints in the directory of each module that is checked; null where Go says nothing. */
  readonly goEnvs: ReadonlyMap<string, Readonly<Record<string, string>> | null>;
}

interface ModuleFacts {
  readonly key: KeyFacts;
  /** Which sources decide. */
  readonly reach: Reach;
  /** Theirs, when they were read. */
  readonly stamp: string;
  /** cgo is on, and a file asks for it. */
  readonly cgo: boolean;
}

/**
 * Results of format, vet and build stages that passed before with the same sources, toolchain, environment and command: they are taken instead of made
 * again. Tests are left to Go's own cache. What goes wrong in here costs time, never a result: the stage then runs.
 */
export class Reuse {
  readonly #options: ReuseOptions;
  readonly #tree: Promise<SourceTree | null>;
  readonly #staged: { readonly entry: StagedEntry; readonly facts: ModuleFacts }[] = [];
  /** By module directory; null: not here. */
  readonly #facts = new Map<string, Promise<ModuleFacts | null>>();
  readonly #said = new Set<string>();

  /** Begins to read the sources at once. */
  constructor(options: ReuseOptions) {
    this.#options = options;
    this.#tree = this.#unlessBroken(() => readTree(options));
  }

  know({ root, goEnvs }: KnownModules): void {
    const modules = [...goEnvs.keys()];
    for (const [module, goEnv] of goEnvs) {
      if (goEnv === null) continue;
      const facts = this.#unlessBroken(() => this.#gather({ root, goEnv, module, modules }));
      this.#facts.set(module, facts);
    }
  }

  async #gather({ root, goEnv, module, modules }: Gathering): Promise<ModuleFacts | null> {
    const { env, windows } = this.#options;
    const [tree, toolchain] = await Promise.all([this.#tree, describeToolchain({ goEnv, env, windows })]);
    if (tree === null) return null;
    const reach = reachOf(tree.files, { module, goWork: goWorkIn(root, goEnv), modules });
    const { digest, stamp, moduleFiles, unknown, ...sources } = sourcesOf(tree, reach);
    const reason = unknown ?? notReusable({ goEnv, root, moduleFiles });
    if (reason !== null) this.#sayOnce(`no results are reused: ${reason}`);
    if (reason !== null) return null;
    const cgo = sources.cgo && goEnv["CGO_ENABLED"] !== "0";
    return { cgo, reach, stamp, key: { goEnv, env, sources: digest, toolchain } };
  }

  /** Modules share most reasons. */
  #sayOnce(line: string): void {
    if (!this.#said.has(line)) this.#options.log(line);
    this.#said.add(line);
  }

  /** The outcome of an earlier run, with its files in `resultDir`; null when the step has to run. */
  async find(step: ExecStep, resultDir: string): Promise<StepOutcome | null> {
    const startedAt = new Date();
    const facts = await this.#factsOf(step);
    if (facts === null) return null;
    const parts = keyParts(step, facts.key);
    const entry = await this.#unlessBroken(() => this.#options.store.take(parts, resultDir));
    return entry === null ? null : reusedOutcome(step, entry, resultDir, startedAt);
  }

  /** Takes note of how a step ended. What passed will be kept, if the sources are still the same at the end. */
  async offer(step: ExecStep, outcome: StepOutcome): Promise<void> {
    const known = this.#options.write ? await this.#factsOf(step) : null;
    if (known === null) return;
    await this.#unlessBroken(async () => {
      if (outcome.end !== "exited" || !hasPassed(step, await readStepEnd(step, outcome))) return;
      if (!(await this.#isKeepable(outcome))) return;
      const commands = outcome.commands.map(({ durationMs }) => ({ durationMs }));
      const facts = { durationMs: outcome.durationMs, commands };
      const entry = await this.#options.store.stage(keyParts(step, known.key), outcome.resultDir, facts);
      this.#staged.push({ entry, facts: known });
    });
  }

  /** What was printed is kept as it is, so there must be no secret in it. */
  async #isKeepable({ commands }: StepOutcome): Promise<boolean> {
    const { redact } = this.#options;
    const files = commands.flatMap(({ stdout, stderr }) => [stdout, stderr]);
    const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
    return texts.every((text) => redact(text) === text);
  }

  /** Keeps what passed, unless somebody wrote to the sources meanwhile: then nobody knows which state was compiled. */
  async end(): Promise<void> {
    if (this.#staged.length === 0) return;
    await this.#unlessBroken(async () => {
      const now = await readStamps(this.#options);
      for (const [{ reach, stamp }, staged] of groupBy(this.#staged, ({ facts }) => facts)) {
        const same = stampOfFiles(now.filter(({ path }) => reach(path))) === stamp;
        for (const { entry } of staged) await (same ? entry.keep() : entry.drop());
      }
      await this.#options.store.trim();
      return null;
    });
  }

  /** null: the step has to run. */
  async #factsOf(step: ExecStep): Promise<ModuleFacts | null> {
    if (step.reuse !== "by-sources" && step.reuse !== "by-go-sources") return null;
    const facts = (await this.#facts.get(step.module)) ?? null;
    return facts?.cgo === true && step.reuse === "by-go-sources" ? null : facts;
  }

  async #unlessBroken<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.#options.log(`results of earlier runs cannot be used: ${messageOf(error)}`);
      return null;
    }
  }
}

interface Gathering {
  readonly root: string;
  readonly goEnv: Readonly<Record<string, string>>;
  readonly module: string;
  readonly modules: readonly string[];
}

/** go.work relative to the repository; null without one, or when it lies outside: then nothing is reused anyway. */
function goWorkIn(root: string, goEnv: Readonly<Record<string, string>>): string | null {
  const goWork = goEnv["GOWORK"] ?? "";
  return goWork === "" || goWork === "off" ? null : pathInside(root, goWork, styleOf(root));
}

function reusedOutcome(step: ExecStep, entry: StoredResult, resultDir: string, startedAt: Date): StepOutcome {
  const commands = entry.commands.map(
    ({ durationMs }, index): CommandOutcome => ({
      exitCode: 0,
      signal: null,
      durationMs,
      ...outputFiles(resultDir, index),
    }),
  );
  return outcomeOf({ step, resultDir }, { end: "exited", startedAt, cached: true, commands });
}
