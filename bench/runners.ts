import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import type { CacheStore } from "../src/platform/cache-store.ts";
import { buildCache, keptResults, type Lab } from "./lab.ts";
import type { Contender } from "./model.ts";
import { removeTree } from "./tools.ts";
import { setAside } from "./trash.ts";

/** A cache service, asked by the toolkit's client. */
export interface Shelf {
  readonly save: CacheStore["save"];
  /** False when there is no cache under the key. */
  readonly restore: (dir: string, key: string) => Promise<boolean>;
}

/**
 * Runners that start with an empty disk: what steps keep between runs travels through a cache service by the toolkit's client, as actions/setup-go does it. It is
 * the service that the action under test uses too, and the client that it saves by.
 */
export class Runners {
  readonly #lab: Lab;
  readonly #shelf: Shelf;

  private constructor(lab: Lab, shelf: Shelf) {
    this.#lab = lab;
    this.#shelf = shelf;
  }

  /** Saves what contenders have now, as the run that came before on another runner did. The caches are gone afterwards. */
  static async open(lab: Lab, shelf: Shelf, contenders: readonly Contender[]): Promise<Runners> {
    const runners = new Runners(lab, shelf);
    for (const contender of contenders) await runners.#keep(contender, keyOf(contender));
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
    await setAside(this.#lab.temp, keptResults(this.#lab));
    for (const path of this.#directories(contender)) {
      await setAside(this.#lab.temp, path);
      await mkdir(path, { recursive: true });
    }
  }

  /** Brings back what was saved before all rounds; answers the milliseconds, like the others. */
  async restore(contender: Contender): Promise<number> {
    const start = performance.now();
    const found = await this.#shelf.restore(this.#travel(), keyOf(contender));
    if (!found) throw new Error(`the cache of ${contender} could not be restored`);
    for (const path of this.#directories(contender)) await rename(this.#packed(path), path);
    const restoreMs = performance.now() - start;
    await removeTree(this.#travel());
    return restoreMs;
  }

  /** Asks for a cache that is not there. */
  async miss(): Promise<number> {
    const start = performance.now();
    await this.#shelf.restore(this.#travel(), "nobody saved this");
    return performance.now() - start;
  }

  /** Under the key of a changed go.mod, which nobody asks for. */
  save(contender: Contender): Promise<number> {
    return this.#keep(contender, `changed-${keyOf(contender)}`);
  }

  async #keep(contender: Contender, key: string): Promise<number> {
    const start = performance.now();
    await mkdir(this.#travel());
    const directories = this.#directories(contender);
    for (const path of directories) await rename(path, this.#packed(path));
    const kept = await this.#shelf.save({ dir: this.#travel(), key, ...patience });
    for (const path of directories) await rename(this.#packed(path), path);
    const saveMs = performance.now() - start;
    if (kept.status !== "saved") throw new Error(`the cache of ${contender} could not be saved: ${kept.reason}`);
    await removeTree(this.#travel());
    return saveMs;
  }

  #directories(contender: Contender): readonly string[] {
    return [buildCache(this.#lab, contender), join(this.#lab.caches, "gomod")];
  }

  /** The client takes one directory. */
  #travel(): string {
    return join(this.#lab.caches, "travel");
  }

  #packed(path: string): string {
    return join(this.#travel(), path.slice(this.#lab.caches.length + 1));
  }

  #kept(): string {
    return join(this.#lab.caches, "gomod-kept");
  }
}

function keyOf(contender: Contender): string {
  return `steps-of-${contender}`;
}

const patience = { limitMs: 1_800_000, signal: new AbortController().signal };
