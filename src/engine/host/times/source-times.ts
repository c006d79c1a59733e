import { lstatSync, lutimesSync, readlinkSync, utimesSync } from "node:fs";
import { join, posix } from "node:path";
import { messageOf } from "../../../errors.ts";
import { groupBy } from "../../../group-by.ts";
import { git } from "../../../project/git.ts";
import { inSlices } from "../../../project/in-slices.ts";
import { parents } from "../../../project/needed.ts";
import { readBuildFiles } from "../../../project/source.ts";
import { exists } from "../../../project/walk.ts";
import type { Contents } from "../../engine.ts";
import { digestOf } from "../digest.ts";
import { readFacts, type SourcePlace } from "../reuse/source-file.ts";
import { placeOf, type SourcesRequest } from "../reuse/sources.ts";
import { type Entries, timeOfDigest, timeOfDirectory, timeOfLink } from "./content-time.ts";

/** What was set, and what was there before. */
interface SetTime {
  /** Relative to the repository, `.` for itself. */
  readonly path: string;
  readonly set: bigint;
  /** Seconds. */
  readonly before: number;
}

/** The time that a file has now; `missing`: git knows of it, but it is not there. */
type Found = number | "as it was" | "missing";

export interface SourceTimesOptions extends SourcesRequest {
  /** One line for those who look for the reason of something, unsanitized. */
  readonly debug: (line: string) => void;
  /** Sets the time of a file or directory; Node's own unless given. */
  readonly setTime?: typeof utimesSync;
}

/**
 * Gives the sources times that their content decides, and puts the old ones back. Go takes a file that a test reads for the same while size, mode and time
 * are the same (cmd/go/internal/test, hashWriteStat), and every checkout makes new times. What cannot be set stays as it is: a test that reads it runs.
 */
export class SourceTimes {
  readonly #options: SourceTimesOptions;
  readonly #done: SetTime[] = [];
  readonly #left: string[] = [];
  readonly #setTime: typeof utimesSync;

  constructor(options: SourceTimesOptions) {
    this.#options = options;
    this.#setTime = options.setTime ?? utimesSync;
  }

  /** How many files, links and directories have such a time. */
  get count(): number {
    return this.#done.length;
  }

  async set(): Promise<Contents> {
    const { root, debug } = this.#options;
    const place = await placeOf(this.#options);
    const paths = await readBuildFiles(this.#options);
    const times = await Promise.all(await inSlices(paths, (path) => this.#setOne(place, path)));
    const directories = entriesByDirectory(paths, times);
    const contents = new Map([...directories].map(([dir, entries]) => [dir, timeOfDirectory(entries)]));
    await inSlices([...contents], ([dir, time]) => this.#try(dir, time, this.#setTime));
    if (this.#left.length > 0) {
      debug(`the times of ${this.#left.length} files cannot be set, among them ${this.#left[0]}`);
    }
    debug(`${this.count} files and directories of ${root} have times of their content`);
    return withTestdata(contents);
  }

  async #setOne(place: SourcePlace, path: string): Promise<Found> {
    const absolute = join(place.root, path);
    try {
      const found = lstatSync(absolute, { throwIfNoEntry: false });
      if (found === undefined) return "missing";
      if (found.isSymbolicLink()) return this.#try(path, timeOfLink(readlinkSync(absolute)), lutimesSync);
      if (!found.isFile()) return "as it was";
      const { hash } = await readFacts(place, path);
      // Nobody should write to sources now, but what was read would then not be what is there.
      const now = lstatSync(absolute, { throwIfNoEntry: false });
      const same = now?.mtimeMs === found.mtimeMs && now.ctimeMs === found.ctimeMs;
      return same ? this.#try(path, timeOfDigest(hash), this.#setTime) : "as it was";
    } catch (error) {
      return this.#leave(path, error);
    }
  }

  #try(path: string, time: number, set: typeof utimesSync): Found {
    const absolute = join(this.#options.root, path);
    try {
      const { atimeMs, mtimeMs } = lstatSync(absolute);
      set(absolute, atimeMs / 1000, time);
      this.#done.push({ path, set: lstatSync(absolute, { bigint: true }).mtimeNs, before: mtimeMs / 1000 });
      return time;
    } catch (error) {
      return this.#leave(path, error);
    }
  }

  #leave(path: string, error: unknown): Found {
    this.#left.push(`${path} (${messageOf(error)})`);
    return "as it was";
  }

  /** Puts back the times that are still as they were set, to about a microsecond, and lets git take note of them. Never throws. */
  async putBack(): Promise<void> {
    const done = this.#done.splice(0);
    if (done.length === 0) return;
    try {
      const left = (await inSlices(done, (one) => this.#putOneBack(one))).filter((back) => !back).length;
      if (left > 0) this.#options.debug(`${left} files have changed since, or cannot be given their old times`);
      for (const checkout of await this.#checkouts(done)) await refreshIndex(checkout);
    } catch (error) {
      this.#options.debug(`old times: ${messageOf(error)}`);
    }
  }

  #putOneBack({ path, set, before }: SetTime): boolean {
    const absolute = join(this.#options.root, path);
    try {
      const now = lstatSync(absolute, { bigint: true });
      if (now.mtimeNs !== set) return false;
      const put = now.isSymbolicLink() ? lutimesSync : utimesSync;
      put(absolute, Number(now.atimeMs) / 1000, before);
      return true;
    } catch {
      return false;
    }
  }

  /** The repository, submodules and checkouts in it that have an index of git. */
  async #checkouts(done: readonly SetTime[]): Promise<readonly string[]> {
    const dirs = new Set([".", ...done.map(({ path }) => path)].map((path) => join(this.#options.root, path)));
    const found: string[] = [];
    for (const dir of dirs) if (await exists(join(dir, ".git"))) found.push(dir);
    return found;
  }
}

/** With what lies in its `testdata`, which is no package of its own. */
function withTestdata(times: ReadonlyMap<string, number>): Contents {
  const packageOf = (dir: string): string => {
    const inTestdata = /^(?:(.*?)\/)?testdata(?:\/|$)/.exec(dir);
    return inTestdata === null ? dir : (inTestdata[1] ?? ".");
  };
  const byPackage = groupBy([...times], ([dir]) => packageOf(dir));
  return new Map([...byPackage].map(([dir, parts]) => [dir, digestOf([...parts].sort()).slice(0, 16)]));
}

/** What every directory of the sources holds, `.` being the repository. */
function entriesByDirectory(paths: readonly string[], found: readonly Found[]): ReadonlyMap<string, Entries> {
  const all = new Map<string, Map<string, number | null>>();
  const add = (path: string, time: number | null): void => {
    const dir = posix.dirname(path);
    const entries = all.get(dir) ?? new Map<string, number | null>();
    all.set(dir, entries.set(posix.basename(path), time));
  };
  for (const [at, path] of paths.entries()) {
    const time = found[at];
    if (time === undefined || time === "missing") continue;
    add(path, time === "as it was" ? null : time);
    for (const dir of parents(path)) add(dir, null);
  }
  return all;
}

/** So that it does not take every file for changed. It exits 1 where files have changed indeed. */
async function refreshIndex(root: string): Promise<void> {
  await git({ root, cwd: root, args: ["update-index", "-q", "--refresh"] });
}
