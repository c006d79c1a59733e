import { lstat, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { messageOf, UsageError } from "../errors.ts";
import type { StageId } from "../model/stage.ts";
import { createSlugs } from "../model/stage-id.ts";
import { pathInside, pathStyle } from "../text/paths.ts";

/** The directory that receives everything a run leaves behind; the names are fixed by the design. */
export interface OutputDir {
  /** Absolute. */
  readonly path: string;
  readonly bin: string;
  readonly archives: string;
  readonly sbom: string;
  readonly coverage: string;
  readonly tests: string;
  readonly image: string;
  readonly fixPatch: string;
  /** Path of a file below it as reports name it: relative to the repository, slashes; absolute when it lies outside. */
  relative(path: string): string;
  /** `logs/<stage>.log`. */
  log(stage: StageId): string;
  /** A fresh directory for the files of a stage's step, gone when the run ends. */
  resultDir(stage: StageId): Promise<string>;
  /** Removes what only the run needed. */
  clean(): Promise<void>;
}

/** Its presence says that the directory is ours to empty. */
const marker = ".dagger-go-pipeline";

/**
 * Empties the output directory of an earlier run, or makes a new one. Throws UsageError when it is neither empty nor ours, when it is a link, or
 * when it cannot be written.
 */
export async function prepareOutputDir(path: string, repository: string): Promise<OutputDir> {
  await refuseForeign(path);
  try {
    await mkdir(path, { recursive: true });
    for (const entry of await readdir(path))
      await rm(join(path, entry), { recursive: true, force: true, maxRetries: 3 });
    await writeFile(join(path, marker), "This directory is emptied by every run of the pipeline.\n");
    await writeFile(join(path, ".gitignore"), "*\n");
  } catch (error) {
    throw new UsageError([
      `output-directory: ${path} cannot be written (${messageOf(error)}). Choose a directory this user may write to.`,
    ]);
  }
  return outputDir(path, repository);
}

async function refuseForeign(path: string): Promise<void> {
  const stat = await lstat(path).catch(() => null);
  if (stat === null) return;
  const refuse = (why: string): UsageError =>
    new UsageError([
      `output-directory: ${path} ${why}. It would be emptied by a run: choose one that is new, empty or made by an earlier run.`,
    ]);
  if (!stat.isDirectory()) throw refuse(stat.isSymbolicLink() ? "is a symbolic link" : "is not a directory");
  const entries = await readdir(path);
  if (entries.length > 0 && !entries.includes(marker)) throw refuse("is not empty and was not made by this pipeline");
}

function outputDir(path: string, repository: string): OutputDir {
  const work = join(path, ".work");
  const slug = createSlugs();
  const asked = new Map<string, number>();
  return {
    path,
    bin: join(path, "bin"),
    archives: join(path, "archives"),
    sbom: join(path, "sbom"),
    coverage: join(path, "coverage"),
    tests: join(path, "tests"),
    image: join(path, "image"),
    fixPatch: join(path, "fix.patch"),
    relative: (file) => relativeTo(repository, file),
    log: (stage) => join(path, "logs", `${slug(stage)}.log`),
    resultDir: async (stage) => {
      const dirs = (asked.get(stage) ?? 0) + 1;
      asked.set(stage, dirs);
      const dir = join(work, dirs === 1 ? slug(stage) : `${slug(stage)}.${dirs}`);
      await makeParent(dir);
      await mkdir(dir);
      return dir;
    },
    clean: () => rm(work, { recursive: true, force: true, maxRetries: 3 }),
  };
}

function relativeTo(repository: string, file: string): string {
  const style = pathStyle(process.platform);
  return pathInside(repository, file, style) ?? (style === "win32" ? file.replaceAll("\\", "/") : file);
}

/**
 * Makes room for a file of ours: the directory it lies in is there, and nothing is in its place. Tests run while we write, and may plant links, which must
 * not be written through.
 */
export async function makeParent(path: string): Promise<void> {
  const parent = dirname(path);
  const stat = await lstat(parent).catch(() => null);
  if (stat !== null && !stat.isDirectory()) await rm(parent, { force: true });
  await mkdir(parent, { recursive: true });
  await rm(path, { recursive: true, force: true });
}
