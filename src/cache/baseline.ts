import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { messageOf } from "../errors.ts";
import { shortCommit } from "../model/commit.ts";
import type { Baseline, FoundBaseline } from "../model/coverage.ts";
import { percentOf } from "../model/percent.ts";
import type { Coverage } from "../model/report.ts";
import type { CacheService, CacheStore } from "../platform/cache-store.ts";
import type { Permission } from "./permission.ts";

export interface BaselineOptions {
  readonly service: CacheService;
  readonly permission: Permission;
  /** See baselineSettings. */
  readonly settings: string;
  readonly tempRoot: string;
  readonly signal: AbortSignal;
}

const format = 1;
/** Name of what is packed: a part of what makes two caches the same. */
const packedName = "go-coverage";
const fileName = "baseline.json";
/** Of the entry, before compression. */
const maxBytes = 1024 ** 2;
const limitMs = 30_000;

/**
 * Coverage by commit, as small entries of the cache service: what runs of the default branch keep, every pull request can read, those from forks too. Never throws: no
 * comparison is worth a red run.
 */
export class Baselines {
  readonly #options: BaselineOptions;

  constructor(options: BaselineOptions) {
    this.#options = options;
  }

  /** What a run of this commit with the same settings has covered. */
  async find(commit: string): Promise<FoundBaseline> {
    const { service, permission } = this.#options;
    if (!service.ok) return none(service.reason);
    if (!permission.restore) return none(permission.reason ?? "caches are not read");
    try {
      return await this.#inDirectory((dir) => this.#read(service.store, commit, dir));
    } catch (error) {
      return none(messageOf(error));
    }
  }

  async #read(store: CacheStore, commit: string, dir: string): Promise<FoundBaseline> {
    const { signal } = this.#options;
    const key = this.#keyOf(commit);
    const found = await store.find({ name: packedName, keys: [key], signal });
    if (found.status === "failed") return none(found.reason);
    if (found.status === "missed" || found.cache.key !== key) {
      return none(`no run of ${shortCommit(commit)} with the same settings has left one`);
    }
    const fetched = await store.fetch({ cache: found.cache, dir, maxBytes: maxBytes * 2, limitMs, signal });
    if (fetched.status === "failed") return none(fetched.reason);
    const coverage = parseBaseline(await readFile(join(dir, fileName), "utf8"));
    return coverage === null ? none("what an earlier run has left is damaged") : { coverage, problem: null };
  }

  /** Keeps the coverage of a commit. Answers why that could not be done; null when it was, by this run or by an earlier one. */
  async save(commit: string, coverage: Coverage): Promise<string | null> {
    const { service, permission, signal } = this.#options;
    if (!service.ok) return service.reason;
    if (!permission.save) return permission.reason;
    const key = this.#keyOf(commit);
    try {
      return await this.#inDirectory(async (dir) => {
        await mkdir(dir);
        await writeFile(join(dir, fileName), serializeBaseline(coverage));
        const result = await service.store.save({ dir, key, limitMs, signal });
        return result.status === "failed" ? result.reason : null;
      });
    } catch (error) {
      return messageOf(error);
    }
  }

  /** Does something with a directory that is not there yet, and removes it. */
  async #inDirectory<T>(work: (dir: string) => Promise<T>): Promise<T> {
    const parent = await mkdtemp(join(this.#options.tempRoot || tmpdir(), "go-pipeline-coverage-"));
    try {
      return await work(join(parent, packedName));
    } finally {
      await rm(parent, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  /** No key is the beginning of another. */
  #keyOf(commit: string): string {
    return `go-pipeline-coverage-${format}-${this.#options.settings}-${commit}`;
  }
}

function none(problem: string): FoundBaseline {
  return { coverage: null, problem };
}

/** What decides which statements there are, and which tests run: numbers of other settings are not comparable. */
export function baselineSettings(parts: Readonly<Record<string, unknown>>): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

const counts = { covered: z.int().min(0), statements: z.int().min(0) };
const stored = z.object({
  version: z.literal(format),
  ...counts,
  packages: z.array(z.object({ importPath: z.string().max(1_000), ...counts })).max(20_000),
});

/** What `serializeBaseline` has written; null for anything else. Whoever could save a cache could write it. */
export function parseBaseline(text: string): Baseline | null {
  try {
    const parsed = stored.safeParse(JSON.parse(text));
    if (!parsed.success) return null;
    const { covered, statements, packages } = parsed.data;
    if (covered > statements || packages.some((one) => one.covered > one.statements)) return null;
    return { percent: percentOf(covered, statements), covered, statements, packages };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Without its packages where these are too many. */
export function serializeBaseline({ covered, statements, packages }: Coverage): string {
  const written = (some: Coverage["packages"]): string =>
    JSON.stringify({
      version: format,
      ...{ covered, statements },
      packages: some.map((one) => ({ importPath: one.importPath, covered: one.covered, statements: one.statements })),
    });
  const whole = written(packages);
  return Buffer.byteLength(whole) > maxBytes || packages.length > 20_000 ? written([]) : whole;
}
