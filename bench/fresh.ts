import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { type Archiver, pack, unpack } from "./archive.ts";
import { buildCache, type Lab } from "./lab.ts";
import type { Contender, Transfer } from "./model.ts";
import { removeTree } from "./tools.ts";

/**
 * Runners that start with an empty disk: what a contender keeps between runs travels in an archive, packed and unpacked by the programs that the toolkit's client
 * uses. The time between disk and cache service is not part of the figures, the sizes are.
 */
export class Runners {
  readonly #lab: Lab;
  readonly #archiver: Archiver;
  readonly #sizes = new Map<Contender, number>();

  private constructor(lab: Lab, archiver: Archiver) {
    this.#lab = lab;
    this.#archiver = archiver;
  }

  /** Packs what every contender has now, as the run that came before on another runner did. The caches are gone afterwards. */
  static async open(lab: Lab, archiver: Archiver, contenders: readonly Contender[]): Promise<Runners> {
    const runners = new Runners(lab, archiver);
    await mkdir(join(lab.temp, "archives"), { recursive: true });
    for (const contender of contenders) await runners.save(contender);
    await rename(join(lab.caches, "gomod"), runners.#kept());
    return runners;
  }

  /** The lab as it was before: with its module cache. */
  async close(): Promise<void> {
    await removeTree(join(this.#lab.caches, "gomod"));
    await rename(this.#kept(), join(this.#lab.caches, "gomod"));
  }

  /** Where modules come from that were not restored: the local copy stands for the network, which would be slower. */
  get goproxy(): string {
    return `file://${this.#kept()}/cache/download`;
  }

  /** An empty disk. */
  async start(contender: Contender): Promise<void> {
    for (const path of [buildCache(this.#lab, contender), join(this.#lab.caches, "gomod")]) {
      await removeTree(path);
      await mkdir(path, { recursive: true });
    }
  }

  async restore(contender: Contender): Promise<Pick<Transfer, "restoreMs" | "restoredBytes">> {
    const start = performance.now();
    await unpack(this.#archiver, this.#archive(contender), this.#lab.caches);
    return { restoreMs: performance.now() - start, restoredBytes: this.#sizes.get(contender) ?? 0 };
  }

  async save(contender: Contender): Promise<Pick<Transfer, "saveMs" | "savedBytes">> {
    const start = performance.now();
    const names = [`gocache-${contender}`, "gomod"];
    const savedBytes = await pack(this.#archiver, this.#archive(contender), this.#lab.caches, names);
    this.#sizes.set(contender, savedBytes);
    return { saveMs: performance.now() - start, savedBytes };
  }

  #archive(contender: Contender): string {
    return join(this.#lab.temp, "archives", `${contender}.tar`);
  }

  #kept(): string {
    return join(this.#lab.caches, "gomod-kept");
  }
}
