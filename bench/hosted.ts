import { mkdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { runProcess } from "../src/engine/process.ts";
import { cacheServiceOf } from "../src/platform/github-cache-store.ts";
import { type Archive, type CacheService, startCacheService } from "../test/support/cache-service.ts";
import type { Transfer } from "./model.ts";
import type { Shelf } from "./runners.ts";
import { restoreByToolkit } from "./toolkit.ts";
import { setAside } from "./trash.ts";

/** What starts a run: a push to the default branch, or a pull request of a branch of the same repository. */
export type HostedEvent = "push" | "pull_request";

const subject = "bench/subject";

const refs: Readonly<Record<HostedEvent, Readonly<Record<string, string>>>> = {
  push: { GITHUB_REF: "refs/heads/main", GITHUB_REF_NAME: "main" },
  pull_request: {
    GITHUB_REF: "refs/pull/7/merge",
    GITHUB_REF_NAME: "7/merge",
    GITHUB_HEAD_REF: "topic",
    GITHUB_BASE_REF: "main",
  },
};

const repository = { full_name: subject, default_branch: "main" };
const pullRequest = {
  number: 7,
  head: { ref: "topic", repo: repository },
  base: { ref: "main", sha: "0".repeat(40), repo: repository },
};
const payloads: Readonly<Record<HostedEvent, object>> = {
  push: { ref: "refs/heads/main", repository },
  pull_request: { action: "synchronize", number: 7, repository, pull_request: pullRequest },
};

/** What GitHub's hosted runner is to the action: its variables, a directory for temporary files, and a cache service, which answers from this machine. */
export class HostedRunner {
  readonly #directory: string;
  readonly #service: CacheService;
  #runs = 0;

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
  async start(workspace: string, event: HostedEvent): Promise<Readonly<Record<string, string>>> {
    this.#runs += 1;
    await setAside(dirname(this.#directory), this.#directory);
    const temp = join(this.#directory, "temp");
    await mkdir(temp, { recursive: true });
    const eventPath = join(this.#directory, "event.json");
    await writeFile(eventPath, JSON.stringify(payloads[event]));
    const files = { GITHUB_OUTPUT: "output", GITHUB_STEP_SUMMARY: "summary" };
    const paths = Object.entries(files).map(([name, file]) => [name, join(this.#directory, file)] as const);
    for (const [, path] of paths) await writeFile(path, "");
    return {
      ...Object.fromEntries(paths),
      ...this.#service.envV2,
      ...refs[event],
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: eventPath,
      GITHUB_REPOSITORY: subject,
      GITHUB_RUN_ID: `${this.#runs}`,
      GITHUB_RUN_ATTEMPT: "1",
      GITHUB_WORKSPACE: workspace,
      ImageOS: "ubuntu24",
      ImageVersion: "20260101.1",
      RUNNER_ENVIRONMENT: "github-hosted",
      RUNNER_TEMP: temp,
    };
  }

  /** The service, asked by the toolkit's client; it saves in the way of the action `self`. */
  shelf(self: readonly string[]): Shelf {
    const service = cacheServiceOf({ env: { ...process.env, ...this.#service.envV2 }, self, run: runProcess });
    if (!service.ok) throw new Error(service.reason);
    const { store } = service;
    return {
      save: (request) => store.save(request),
      restore: (dir, key) => restoreByToolkit({ env: this.#service.envV2, dir, key }),
    };
  }

  /** Begins to count what travels. */
  count(): Traffic {
    const before = this.#service.archives();
    const requests = this.#service.requests.length;
    return {
      settle: async () => {
        const archives = this.#service.archives();
        const asked = new Set(this.#service.requests.slice(requests));
        const saved = archives.filter((one) => !before.some(({ path }) => path === one.path));
        const restored = before.filter(({ path }) => asked.has(`GET /blob/${basename(path)}`));
        const sizes = { restoredBytes: await sizeOf(restored), savedBytes: await sizeOf(saved) };
        this.#service.forget(({ path }) => saved.some((one) => one.path === path));
        return sizes;
      },
    };
  }
}

/** What travelled since it was counted. */
export interface Traffic {
  /** Sizes of the archives; those that were saved are forgotten, so that every round finds what the run before all of them left. */
  settle(): Promise<Pick<Transfer, "restoredBytes" | "savedBytes">>;
}

async function sizeOf(archives: readonly Archive[]): Promise<number> {
  const sizes = await Promise.all(archives.map(async ({ path }) => (await stat(path)).size));
  return sizes.reduce((total, size) => total + size, 0);
}
