import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import type { CacheStore } from "../src/platform/cache-store.ts";
import { buildCache, type Lab } from "./lab.ts";
import type { Contender, Transfer } from "./model.ts";
import { removeTree } from "./tools.ts";

/** A cache service and what it holds. */
export interface Shelf {
  readonly store: CacheStore;
  /** Bytes of the archive under a key. */
  readonly sizeOf: (key: string) => Promise<number>;
}

/**
 * Runners that start with an empty disk: what the plain steps keep between runs travels through a cache service by the toolkit's client, a program of its own, as
 * actions/setup-go does it. It is the client and the service that the action under test uses too.
 */
export class Runners {
  readonly #lab: Lab;
  readonly #shelf: Shelf;
  /** Where a service took something. */
  #key = "";
  #saved = 0;

  private constructor(lab: Lab, shelf: Shelf) {
    this.#lab = lab;
    this.#shelf = shelf;
  }

  /** Saves what a contender has now, as the run that came before on another runner did. The caches are gone afterwards. */
  static async open(lab: Lab, shelf: Shelf, contender: Contender): Promise<Runners> {
    const runners = new Runners(lab, shelf);
    await runners.save(contender);
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
    for (const path of this.#directories(contender)) {
      await removeTree(path);
      await mkdir(path, { recursive: true });
    }
  }

  async restore(contender: Contender): Promise<Pick<Transfer, "restoreMs" | "restoredBytes">> {
    const start = performance.now();
    const found = await this.#shelf.store.restore({ dir: this.#travel(), keys: [this.#key], ...patience });
    if (found.status !== "restored")
      throw new Error(`the cache of ${contender} could not be restored: ${found.status}`);
    for (const path of this.#directories(contender)) await rename(this.#packed(path), path);
    const restoreMs = performance.now() - start;
    await removeTree(this.#travel());
    return { restoreMs, restoredBytes: await this.#shelf.sizeOf(this.#key) };
  }

  /** Asks for a cache that is not there. */
  async miss(): Promise<Pick<Transfer, "restoreMs" | "restoredBytes">> {
    const start = performance.now();
    await this.#shelf.store.restore({ dir: this.#travel(), keys: ["nobody saved this"], ...patience });
    return { restoreMs: performance.now() - start, restoredBytes: 0 };
  }

  async save(contender: Contender): Promise<Pick<Transfer, "saveMs" | "savedBytes">> {
    this.#saved += 1;
    this.#key = `${contender}-${this.#saved}`;
    const start = performance.now();
    await mkdir(this.#travel());
    const directories = this.#directories(contender);
    for (const path of directories) await rename(path, this.#packed(path));
    const kept = await this.#shelf.store.save({ dir: this.#travel(), key: this.#key, ...patience });
    for (const path of directories) await rename(this.#packed(path), path);
    const saveMs = performance.now() - start;
    if (kept.status !== "saved") throw new Error(`the cache of ${contender} could not be saved: ${kept.reason}`);
    await removeTree(this.#travel());
    return { saveMs, savedBytes: await this.#shelf.sizeOf(this.#key) };
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

const patience = { limitMs: 1_800_000, signal: new AbortController().signal };
