import { randomUUID } from "node:crypto";
import { lstat, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Container } from "@dagger.io/dagger";
import { type CacheListing, clockToleranceMs } from "../cache-listing.ts";
import type { CacheDirs, CachePart, CacheState, EngineCaches } from "../engine.ts";
import { type ContainerListing, parseListing } from "./cache-listing.ts";
import { texts } from "./scripts/texts.ts";
import type { Session } from "./session.ts";

export interface DaggerCacheOptions {
  readonly session: Session;
  /** Absolute; ours alone. */
  readonly tempDir: string;
  readonly image: string;
  /** The image with the volumes mounted, and nothing of the repository. */
  readonly container: () => Container;
  /** Directory that both volumes are mounted in, as `build` and `mod`. */
  readonly root: string;
  /** Why the engine's volumes need not travel, as far as that is known without asking it. */
  readonly kept: string | null;
  /** The engine was made for this job: its volumes are empty. */
  readonly fresh: boolean;
  /** Runs something in the engine that a lost or cancelled session ends. */
  readonly guard: <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>;
}

/** What travels is one archive of both volumes, which a container packs and unpacks. */
export function createDaggerCaches(options: DaggerCacheOptions): EngineCaches {
  return new DaggerCaches(options);
}

const archive = "caches.tar";

const cacheScripts = ["caches-state.sh", "caches-put.sh", "caches-list.sh", "caches-pack.sh"] as const;

class DaggerCaches implements EngineCaches {
  readonly #options: DaggerCacheOptions;
  #restored: ReadonlySet<string> = new Set();
  #base: ReadonlySet<string> = new Set();
  /** Volumes that nothing was put into were empty: the run used all that they hold. */
  #since = 0;

  constructor(options: DaggerCacheOptions) {
    this.#options = options;
  }

  async state(signal: AbortSignal): Promise<CacheState> {
    const { image, kept, fresh, guard } = this.#options;
    if (kept !== null || fresh) return { os: "linux", toolchain: image, image: "", kept };
    const answer = await guard(() => this.#run(this.#scripts(), "caches-state.sh").stdout(), signal);
    return {
      os: "linux",
      toolchain: image,
      image: "",
      kept: answer.trim() === "kept" ? "the engine keeps its build cache" : null,
    };
  }

  async begin({ base, delta }: CacheDirs, signal: AbortSignal): Promise<Record<CachePart, number>> {
    const [inBase, inDelta] = [await this.#put(base, signal), await this.#put(delta, signal)];
    this.#base = new Set(inBase.keys());
    this.#restored = new Set([...inBase.keys(), ...inDelta.keys()]);
    const bytes = (sizes: ReadonlyMap<string, number>): number =>
      [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const beyond = new Map([...inDelta].filter(([name]) => !inBase.has(name)));
    return { base: bytes(inBase), delta: bytes(beyond) };
  }

  /** Sizes by name of what the volumes hold then. */
  async #put(dir: string | null, signal: AbortSignal): Promise<ReadonlyMap<string, number>> {
    if (dir === null) return new Map();
    const path = join(dir, archive);
    if (!(await lstat(path)).isFile()) throw new Error(`${archive} is no file`);
    const file = this.#options.session.client.host().file(path);
    const done = this.#run(this.#scripts().withMountedFile("/caches.tar", file), "caches-put.sh", "/caches.tar");
    const answer = (await this.#options.guard(() => done.stdout(), signal)).trim();
    if (answer === "links") throw new Error("the archive holds what is neither a file nor a directory");
    this.#since = secondsOf(answer) * 1_000 - clockToleranceMs;
    const { files } = await this.#list(done, signal);
    return new Map(files.map(({ name, bytes }) => [name, bytes]));
  }

  async list(_part: CachePart, signal: AbortSignal): Promise<CacheListing> {
    return {
      ...(await this.#list(this.#scripts(), signal)),
      since: this.#since,
      // Listings have whole seconds.
      tickMs: 1_000,
      restored: this.#restored,
      base: this.#base,
    };
  }

  async #list(base: Container, signal: AbortSignal): Promise<ContainerListing> {
    const dir = await this.#directory();
    const path = join(dir, "listing");
    const file = this.#run(base, "caches-list.sh", "/listing").file("/listing");
    await this.#options.guard(() => file.export(path), signal);
    const listing = parseListing(await readFile(path, "utf8"));
    await rm(dir, { recursive: true });
    return listing;
  }

  async pack(dir: string, names: readonly string[], signal: AbortSignal): Promise<void> {
    const odd = names.find((name) => /[\n\\]/.test(name));
    if (odd !== undefined) throw new Error(`tar cannot be told of ${JSON.stringify(odd)}`);
    const path = join(await this.#directory(), "names");
    await writeFile(path, names.map((name) => `${name}\0`).join(""));
    await mkdir(dir, { recursive: true });
    const base = this.#scripts().withMountedFile("/names", this.#options.session.client.host().file(path));
    const packed = this.#run(base, "caches-pack.sh", "/names", "/packed.tar").file("/packed.tar");
    await this.#options.guard(() => packed.export(join(dir, archive)), signal);
  }

  #directory(): Promise<string> {
    return mkdtemp(join(this.#options.tempDir, "caches-"));
  }

  /** Volumes are no part of what the engine remembers a run by, so it is told that this one is new. */
  #scripts(): Container {
    const { session, container } = this.#options;
    const scripts = cacheScripts.reduce(
      (directory, name) => directory.withNewFile(name, texts[name]),
      session.client.directory(),
    );
    return container().withMountedDirectory("/scripts", scripts).withEnvVariable("PIPELINE_NONCE", randomUUID());
  }

  #run(base: Container, script: (typeof cacheScripts)[number], ...args: readonly string[]): Container {
    return base.withExec(["sh", `/scripts/${script}`, this.#options.root, ...args]);
  }
}

function secondsOf(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`the container said ${JSON.stringify(text.slice(0, 100))}`);
  return Number(text);
}
