import { readFile } from "node:fs/promises";
import { messageOf } from "../../../errors.ts";
import { readStepEnd } from "../../../files/step-end.ts";
import type { CommandOutcome, StepOutcome } from "../../../model/outcome.ts";
import { hasPassed } from "../../../model/passes.ts";
import type { ExecStep } from "../../../model/step.ts";
import { outcomeOf, outputFiles } from "../../outcome.ts";
import { type KeyFacts, keyParts, notReusable, type ReuseKeyParts } from "./key.ts";
import { readSources, readStamp, type Sources, type SourcesRequest } from "./sources.ts";
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

interface ModuleFacts {
  readonly key: KeyFacts;
  /** cgo is on, and a file asks for it. */
  readonly cgo: boolean;
}

/**
 * Results of format, vet and build stages that passed before with the same sources, toolchain, environment and command: they are taken instead of made
 * again. Tests are left to Go's own cache. What goes wrong in here costs time, never a result: the stage then runs.
 */
export class Reuse {
  readonly #options: ReuseOptions;
  readonly #sources: Promise<Sources | null>;
  readonly #staged: StagedEntry[] = [];
  /** By module directory; null: not here. */
  readonly #facts = new Map<string, Promise<ModuleFacts | null>>();
  readonly #said = new Set<string>();

  /** Begins to read the sources at once. */
  constructor(options: ReuseOptions) {
    this.#options = options;
    this.#sources = this.#unlessBroken(() => readSources(options));
  }

  /** `goEnv`: what `go env -json` prints in the directory of the module. `root`: the repository as Go sees it. */
  know(module: string, root: string, goEnv: Readonly<Record<string, string>>): void {
    this.#facts.set(
      module,
      this.#unlessBroken(() => this.#gather(root, goEnv)),
    );
  }

  async #gather(root: string, goEnv: Readonly<Record<string, string>>): Promise<ModuleFacts | null> {
    const { env, windows } = this.#options;
    const [sources, toolchain] = await Promise.all([this.#sources, describeToolchain({ goEnv, env, windows })]);
    if (sources === null) return null;
    const reason = sources.unknown ?? notReusable({ goEnv, root, moduleFiles: sources.moduleFiles });
    if (reason !== null) this.#sayOnce(`no results are reused: ${reason}`);
    if (reason !== null) return null;
    const cgo = sources.cgo && goEnv["CGO_ENABLED"] !== "0";
    return { cgo, key: { goEnv, env, sources: sources.digest, toolchain } };
  }

  /** Modules share most reasons. */
  #sayOnce(line: string): void {
    if (!this.#said.has(line)) this.#options.log(line);
    this.#said.add(line);
  }

  /** The outcome of an earlier run, with its files in `resultDir`; null when the step has to run. */
  async find(step: ExecStep, resultDir: string): Promise<StepOutcome | null> {
    const startedAt = new Date();
    const parts = await this.#partsOf(step);
    if (parts === null) return null;
    const entry = await this.#unlessBroken(() => this.#options.store.take(parts, resultDir));
    return entry === null ? null : reusedOutcome(step, entry, resultDir, startedAt);
  }

  /** Takes note of how a step ended. What passed will be kept, if the sources are still the same at the end. */
  async offer(step: ExecStep, outcome: StepOutcome): Promise<void> {
    const parts = this.#options.write ? await this.#partsOf(step) : null;
    if (parts === null) return;
    await this.#unlessBroken(async () => {
      if (outcome.end !== "exited" || !hasPassed(step, await readStepEnd(step, outcome))) return;
      if (!(await this.#isKeepable(outcome))) return;
      const commands = outcome.commands.map(({ durationMs }) => ({ durationMs }));
      const facts = { durationMs: outcome.durationMs, commands };
      this.#staged.push(await this.#options.store.stage(parts, outcome.resultDir, facts));
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
      const sources = await this.#sources;
      const same = sources !== null && sources.stamp === (await readStamp(this.#options));
      for (const entry of this.#staged) await (same ? entry.keep() : entry.drop());
      await this.#options.store.trim();
      return null;
    });
  }

  async #partsOf(step: ExecStep): Promise<ReuseKeyParts | null> {
    if (step.reuse !== "by-sources" && step.reuse !== "by-go-sources") return null;
    const facts = (await this.#facts.get(step.module)) ?? null;
    return facts === null || (facts.cgo && step.reuse === "by-go-sources") ? null : keyParts(step, facts.key);
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
