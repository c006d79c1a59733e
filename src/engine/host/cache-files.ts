import { readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { ifThere } from "../../errors.ts";
import { tryLink } from "../../files/move.ts";
import { ageMs, type Entry, outputOf } from "../caches/entries.ts";

/** Build and module caches hold tens of thousands of files: what looks at all of them does so synchronously, a directory at a time. */

/** Directories of the build cache that hold entries: the first two digits of their names. */
async function entryDirectories(gocache: string): Promise<readonly string[]> {
  return (await namesIn(gocache)).filter((name) => /^[0-9a-f]{2}$/.test(name));
}

/** All entries of the build cache. An output that is an executable, such as a tool that Go builds when it needs it, is a directory with one file. */
export async function listEntries(gocache: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const dir of await entryDirectories(gocache)) {
    for (const file of readdirSync(join(gocache, dir))) {
      if (!/-[ad]$/.test(file)) continue;
      const path = join(gocache, dir, file);
      const about = statSync(path);
      const bytes = about.isDirectory() ? sumOf(await regularFiles(path)) : about.size;
      entries.push({ name: `${dir}/${file}`, bytes, mtimeMs: about.mtimeMs });
    }
    await breathe();
  }
  return entries;
}

export function sumOf(files: ReadonlyMap<string, number>): number {
  return [...files.values()].reduce((sum, size) => sum + size, 0);
}

/** The files of entries. */
export async function filesOfEntries(gocache: string, names: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of names) {
    if (!statSync(join(gocache, name)).isDirectory()) files.push(name);
    else for (const file of (await regularFiles(join(gocache, name))).keys()) files.push(`${name}/${file}`);
  }
  return files;
}

/** By the name of an action's entry, the name of its output. */
export async function readOutputs(gocache: string, actions: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const outputs = new Map<string, string>();
  for (const [index, action] of actions.entries()) {
    const output = outputOf(readFileSync(join(gocache, action), "latin1"));
    if (output !== null) outputs.set(action, output);
    if (index % 500 === 0) await breathe();
  }
  return outputs;
}

/** Makes files at least `ageMs` old. */
export async function age(directory: string, names: readonly string[], now: number): Promise<void> {
  const seconds = (now - ageMs) / 1000;
  for (const [index, name] of names.entries()) {
    utimesSync(join(directory, name), seconds, seconds);
    if (index % 500 === 0) await breathe();
  }
}

/** Links files into another tree, or copies them when it lies on another file system. */
export async function linkFiles(from: string, to: string, names: readonly string[]): Promise<void> {
  for (const parent of new Set(names.map((name) => dirname(name)))) await mkdir(join(to, parent), { recursive: true });
  let copies = false;
  for (const name of names) {
    const [source, target] = [join(from, name), join(to, name)];
    copies ||= !(await tryLink(source, target));
    if (copies) await copyFile(source, target);
  }
}

/** Relative paths of all files below a directory, slashes, with their sizes. Throws for links and whatever else is neither file nor directory. */
export async function regularFiles(root: string, below = ""): Promise<ReadonlyMap<string, number>> {
  const files = new Map<string, number>();
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile()) files.set(name, statSync(join(root, name)).size);
    else if (!entry.isDirectory()) throw new Error(`${name} is neither a file nor a directory`);
    else for (const [file, size] of await regularFiles(root, name)) files.set(file, size);
  }
  await breathe();
  return files;
}

/** `path@version` of all modules that are unpacked in the module cache. */
export async function moduleTrees(gomodcache: string, below = ""): Promise<readonly string[]> {
  const trees: string[] = [];
  for (const name of await namesIn(join(gomodcache, below))) {
    const path = below === "" ? name : `${below}/${name}`;
    if (/.@/.test(name)) trees.push(path);
    // Downloads, not trees. Files lie only in trees.
    else if (path !== "cache") trees.push(...(await moduleTrees(gomodcache, path)));
  }
  return trees;
}

/** Empty for a directory that is not there. */
export async function namesIn(directory: string): Promise<readonly string[]> {
  return (await ifThere(readdir(directory))) ?? [];
}
