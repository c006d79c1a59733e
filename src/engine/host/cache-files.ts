import { readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { ifThere } from "../../errors.ts";
import { tryLink } from "../../files/move.ts";
import { ageMs, type ListedFile, unlisted } from "../cache-listing.ts";

/** Build and module caches hold tens of thousands of files: what looks at all of them does so synchronously, a directory at a time. */

/** What a listing can do without. */
export interface ListingLimits {
  /** Whether a directory is left out, by its name in the listing. */
  readonly omits: (name: string) => boolean;
  /** Sizes of files, by name, which are not looked at: their time is 0. */
  readonly known: ReadonlyMap<string, number>;
}

const all: ListingLimits = { omits: (name) => unlisted.includes(name), known: new Map() };

/** All files below a directory, with `name` before their paths; none when it is not there. */
export async function listFiles(root: string, name: string, limits = all): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  if ((await namesIn(root)).length > 0) await addFiles(root, name, limits, files);
  return files;
}

async function addFiles(root: string, name: string, limits: ListingLimits, files: ListedFile[]): Promise<void> {
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const [path, below] = [join(root, entry.name), name === "" ? entry.name : `${name}/${entry.name}`];
    const bytes = limits.known.get(below);
    if (entry.isFile() && bytes !== undefined) files.push({ name: below, bytes, mtimeMs: 0, regular: true });
    else if (entry.isFile()) {
      const { size, mtimeMs } = statSync(path);
      files.push({ name: below, bytes: size, mtimeMs, regular: true });
    } else if (!entry.isDirectory()) files.push({ name: below, bytes: 0, mtimeMs: 0, regular: false });
    else if (!limits.omits(below)) await addFiles(path, below, limits, files);
  }
  await breathe();
}

/** The texts of files. */
export async function readTexts(paths: readonly string[]): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const [index, path] of paths.entries()) {
    texts.push(readFileSync(path, "latin1"));
    if (index % 500 === 0) await breathe();
  }
  return texts;
}

/** Makes files at least `ageMs` old. */
export async function age(paths: readonly string[], now: number): Promise<void> {
  const seconds = (now - ageMs) / 1000;
  for (const [index, path] of paths.entries()) {
    utimesSync(path, seconds, seconds);
    if (index % 500 === 0) await breathe();
  }
}

/** Links files into another tree, or copies them when it lies on another file system. `place` says where a name is. */
export async function linkFiles(names: readonly string[], place: (name: string) => string, to: string): Promise<void> {
  for (const parent of new Set(names.map((name) => dirname(name)))) await mkdir(join(to, parent), { recursive: true });
  let copies = false;
  for (const name of names) {
    const [source, target] = [place(name), join(to, name)];
    copies ||= !(await tryLink(source, target));
    if (copies) await copyFile(source, target);
  }
}

/** Empty for a directory that is not there. */
export async function namesIn(directory: string): Promise<readonly string[]> {
  return (await ifThere(readdir(directory))) ?? [];
}
