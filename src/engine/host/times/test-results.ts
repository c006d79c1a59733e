import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../../../errors.ts";
import type { TestResultRule, TestResults } from "../../engine.ts";
import type { HostGo } from "../go.ts";
import { SourceTimes } from "./source-times.ts";

export interface HostTestResultsOptions {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute paths that are no sources. */
  readonly without: readonly string[];
  readonly go: Pick<HostGo, "installed" | "forgetTests">;
}

/** The results of tests in GOCACHE of this machine, and the times of the files that they depend on. */
export class HostTestResults implements TestResults {
  readonly #options: HostTestResultsOptions;
  #times: SourceTimes | null = null;

  constructor(options: HostTestResultsOptions) {
    this.#options = options;
  }

  async begin(rule: TestResultRule, debug: (line: string) => void, signal: AbortSignal): Promise<void> {
    const { root, without, go } = this.#options;
    const { GOCACHE = "", GOMODCACHE = "" } = await go.installed(signal);
    if (rule.maxAgeMs === 0) await go.forgetTests(signal);
    else await expireBefore(GOCACHE, Date.now() - rule.maxAgeMs);
    if (!rule.times) return;
    this.#times = new SourceTimes({ root, without: [...without, GOCACHE, GOMODCACHE], debug });
    await this.#times.set();
  }

  /** Puts old times back. Never throws. */
  async close(): Promise<void> {
    await this.#times?.putBack();
  }
}

/**
 * Lets Go take no result of a test that is older, as `go clean -testcache` does with all of them: by the nanoseconds in this file (cmd/go/internal/test,
 * testCacheExpire; Go 1.22 to 1.27). A later time that is there already stays.
 */
async function expireBefore(gocache: string, timeMs: number): Promise<void> {
  const file = join(gocache, "testexpire.txt");
  const written = /^(\d+)\n$/.exec((await ifThere(readFile(file, "utf8"))) ?? "");
  const wanted = BigInt(Math.floor(timeMs)) * 1_000_000n;
  if (BigInt(written?.[1] ?? 0) >= wanted) return;
  await mkdir(gocache, { recursive: true });
  await writeFile(file, `${wanted}\n`);
}
