import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProcess } from "../src/engine/process.ts";
import { cacheServiceOf } from "../src/platform/github-cache-store.ts";
import { type CacheService, startCacheService } from "../test/support/cache-service.ts";
import type { Shelf } from "./fresh.ts";
import type { Transfer } from "./model.ts";
import { removeTree } from "./tools.ts";

/** What GitHub's hosted runner is to the action: its variables, a directory for temporary files, and a cache service, which answers from this machine. */
export class HostedRunner {
  readonly #directory: string;
  readonly #service: CacheService;

  private constructor(directory: string, service: CacheService) {
    this.#directory = directory;
    this.#service = service;
  }

  static async open(directory: string): Promise<HostedRunner> {
    return new HostedRunner(directory, await startCacheService());
  }

  close(): Promise<void> {
    return this.#service.close();
  }

  /** A new runner with nothing in its directory; answers the variables of a step there. */
  async start(workspace: string): Promise<Readonly<Record<string, string>>> {
    await removeTree(this.#directory);
    await mkdir(join(this.#directory, "temp"), { recursive: true });
    const files = { GITHUB_OUTPUT: "output", GITHUB_STEP_SUMMARY: "summary" };
    const paths = Object.entries(files).map(([name, file]) => [name, join(this.#directory, file)] as const);
    for (const [, path] of paths) await writeFile(path, "");
    return {
      ...Object.fromEntries(paths),
      ...this.#service.envV2,
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: "push",
      GITHUB_REF: "refs/heads/main",
      GITHUB_REPOSITORY: "bench/subject",
      GITHUB_WORKSPACE: workspace,
      RUNNER_ENVIRONMENT: "github-hosted",
      RUNNER_TEMP: join(this.#directory, "temp"),
    };
  }

  /** With the sizes of archives in place of what they hold. */
  async withArchiveSizes(transfer: Transfer, keys: Keys): Promise<Transfer> {
    const [restoredBytes, savedBytes] = await Promise.all([this.#size(keys.restored), this.#size(keys.saved)]);
    return { ...transfer, restoredBytes, savedBytes };
  }

  /** The service, asked by the client that is part of the action `self`. */
  shelf(self: readonly string[]): Shelf {
    const service = cacheServiceOf({ env: { ...process.env, ...this.#service.envV2 }, self, run: runProcess });
    if (!service.ok) throw new Error(service.reason);
    return { store: service.store, sizeOf: (key) => this.#size(key) };
  }

  async #size(key: string | null): Promise<number> {
    const archive = this.#service.archives().find((one) => one.key === key);
    return archive === undefined ? 0 : (await stat(archive.path)).size;
  }
}

/** Of what the action restored and saved, by its report. */
export interface Keys {
  readonly restored: string | null;
  readonly saved: string | null;
}
