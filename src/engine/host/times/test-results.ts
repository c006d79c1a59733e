import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../../../errors.ts";
import type { Contents, TestResultRule, TestResults } from "../../engine.ts";
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
  /** What stands in the file of expiry when the run is over. */
  #expiry: { readonly gocache: string; readonly timeMs: number } | null = null;

  constructor(options: HostTestResultsOptions) {
    this.#options = options;
  }

  async begin(rule: TestResultRule, debug: (line: string) => void, signal: AbortSignal): Promise<Contents> {
    const { root, without, go } = this.#options;
    const { GOCACHE = "", GOMODCACHE = "" } = await go.installed(signal);
    if (rule.maxAgeMs === 0) await this.#forgetAll(GOCACHE, signal);
    else await expireBefore(GOCACHE, Date.now() - rule.maxAgeMs);
    if (!rule.times) return new Map();
    this.#times = new SourceTimes({ root, without: [...without, GOCACHE, GOMODCACHE], debug });
    return await this.#times.set();
  }

  /** By Go's own command, and for as long as the run lasts also what a machine made whose clock was ahead of this one's. */
  async #forgetAll(gocache: string, signal: AbortSignal): Promise<void> {
    await this.#options.go.forgetTests(signal);
    this.#expiry = { gocache, timeMs: Date.now() };
    await writeExpiry(gocache, endOfTime);
  }

  /** Puts old times back. Never throws: what is not put back makes tests run. */
  async close(): Promise<void> {
    await this.#times?.putBack();
    if (this.#expiry === null) return;
    const { gocache, timeMs } = this.#expiry;
    await writeExpiry(gocache, nanoseconds(timeMs)).catch(() => undefined);
  }
}

/** The last one that Go can read there (math.MaxInt64). */
const endOfTime = 2n ** 63n - 1n;

/**
 * Lets Go take no result of a test that is older, as `go clean -testcache` does with all of them: by the nanoseconds in this file (cmd/go/internal/test,
 * testCacheExpire; Go 1.22 to 1.27). A later time that is there already stays.
 */
async function expireBefore(gocache: string, timeMs: number): Promise<void> {
  const written = /^(\d+)\n$/.exec((await ifThere(readFile(join(gocache, expiryFile), "utf8"))) ?? "");
  const wanted = nanoseconds(timeMs);
  if (BigInt(written?.[1] ?? 0) < wanted) await writeExpiry(gocache, wanted);
}

const expiryFile = "testexpire.txt";

async function writeExpiry(gocache: string, time: bigint): Promise<void> {
  await mkdir(gocache, { recursive: true });
  await writeFile(join(gocache, expiryFile), `${time}\n`);
}

function nanoseconds(timeMs: number): bigint {
  return BigInt(Math.floor(timeMs)) * 1_000_000n;
}
