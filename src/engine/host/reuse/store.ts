import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { hasCode, ifThere } from "../../../errors.ts";
import { linkOrCopy } from "../../../files/move.ts";
import { keyOf, type ReuseKeyParts } from "./key.ts";

const entrySchema = z.object({
  key: z.object({
    formatVersion: z.number(),
    stage: z.string(),
    sources: z.string(),
    toolchain: z.string(),
    environment: z.string(),
    commands: z.string(),
  }),
  madeAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  commands: z.array(z.object({ durationMs: z.number().nonnegative() })),
  files: z.array(z.object({ path: z.string(), size: z.number(), mtimeMs: z.number() })),
});

/** Begins the names of directories that are no entries yet. */
const unfinished = ".new-";

/** What an entry says of itself; its files lie beside it. */
export type StoredResult = z.infer<typeof entrySchema>;

/** Passed results by key, on this machine, for this user. Nothing in it is needed: whatever does not fit is as if it were not there. */
export class ResultStore {
  readonly #root: string;

  /** `root`: absolute, may not exist yet. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Brings the files of an entry to an empty directory; null when there is none, or when one of its files is not what it was. */
  async take(parts: ReuseKeyParts, into: string): Promise<StoredResult | null> {
    const dir = this.#dir(parts);
    const entry = await readEntry(join(dir, "entry.json"));
    if (entry === null || keyOf(entry.key) !== keyOf(parts)) return null;
    for (const file of entry.files) {
      const source = join(dir, "files", file.path);
      const target = await parentMade(join(into, file.path));
      if ((await isUntouched(source, file)) && (await isTaken(source, target))) continue;
      await emptyDirectory(into);
      return null;
    }
    const now = new Date();
    await utimes(join(dir, "entry.json"), now, now);
    return entry;
  }

  /** Takes what a step left in `from` and answers how to make an entry of it; until then nobody finds it. */
  async stage(
    parts: ReuseKeyParts,
    from: string,
    facts: Pick<StoredResult, "durationMs" | "commands">,
  ): Promise<StagedEntry> {
    await mkdir(this.#root, { recursive: true, mode: 0o700 });
    const dir = join(this.#root, `${unfinished}${process.pid}-${keyOf(parts)}`);
    await rm(dir, { recursive: true, force: true });
    const paths = await listFiles(from, "");
    for (const path of paths) await linkOrCopy(join(from, path), await parentMade(join(dir, "files", path)));
    return {
      keep: async () => {
        const files = await Promise.all(paths.map(async (path) => describeFile(join(dir, "files"), path)));
        const entry: StoredResult = { key: parts, madeAt: new Date().toISOString(), ...facts, files };
        await writeFile(join(dir, "entry.json"), JSON.stringify(entry));
        await rm(this.#dir(parts), { recursive: true, force: true });
        await rename(dir, this.#dir(parts));
      },
      drop: () => rm(dir, { recursive: true, force: true }),
    };
  }

  /** Removes what was not used for a week, then the least recently used until the rest fits, and what runs that died left unfinished. */
  async trim(limits: TrimLimits = defaultLimits): Promise<void> {
    const found = await this.#entries();
    let bytes = 0;
    for (const { dir, usedAt, size } of found.sort((a, b) => b.usedAt - a.usedAt)) {
      bytes += size;
      const old = Date.now() - usedAt > limits.unusedMs;
      if (old || bytes > limits.bytes) await rm(dir, { recursive: true, force: true });
    }
  }

  async #entries(): Promise<{ dir: string; usedAt: number; size: number }[]> {
    const found = [];
    for (const name of await namesIn(this.#root)) {
      const dir = join(this.#root, name);
      const whole = !name.startsWith(unfinished);
      const entry = whole ? await readEntry(join(dir, "entry.json")) : null;
      const usedAt = (await ifThere(stat(whole ? join(dir, "entry.json") : dir)))?.mtimeMs ?? 0;
      found.push({ dir, usedAt, size: entry?.files.reduce((sum, file) => sum + file.size, 0) ?? 0 });
    }
    return found;
  }

  #dir(parts: ReuseKeyParts): string {
    return join(this.#root, keyOf(parts));
  }
}

export interface StagedEntry {
  keep(): Promise<void>;
  drop(): Promise<void>;
}

export interface TrimLimits {
  readonly bytes: number;
  readonly unusedMs: number;
}

/** Room for the binaries of some dozens of states; a week as Go's own cache keeps for five days what nobody uses (cmd/go/internal/cache, trimLimit). */
const defaultLimits: TrimLimits = { bytes: 2_000_000_000, unusedMs: 7 * 24 * 3_600_000 };

async function readEntry(path: string): Promise<StoredResult | null> {
  try {
    const parsed = entrySchema.safeParse(JSON.parse(await readFile(path, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || hasCode(error, "ENOENT", "ENOTDIR")) return null;
    throw error;
  }
}

/** False when the file is not there: another run may just be removing the entry. Nobody writes to result directories any more, so a link will do. */
async function isTaken(from: string, to: string): Promise<boolean> {
  return (await ifThere(linkOrCopy(from, to).then(() => true))) ?? false;
}

async function parentMade(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  return path;
}

type EntryFile = StoredResult["files"][number];

async function describeFile(root: string, path: string): Promise<EntryFile> {
  const { size, mtimeMs } = await stat(join(root, path));
  return { path, size, mtimeMs };
}

/** By size and time, as Go's own cache trusts its files: reading hundreds of megabytes of binaries would cost more than some links. */
async function isUntouched(path: string, { size, mtimeMs }: EntryFile): Promise<boolean> {
  const now = await ifThere(stat(path));
  return now?.size === size && now.mtimeMs === mtimeMs;
}

/** Regular files below `dir`, relative to it. */
async function listFiles(root: string, below: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  const lists = entries.map(async (entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(root, path);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
}

async function emptyDirectory(dir: string): Promise<void> {
  for (const name of await readdir(dir)) await rm(join(dir, name), { recursive: true, force: true });
}

/** Empty for a directory that is not there; what is no directory in its place is an error of this machine. */
async function namesIn(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}
