import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../errors.ts";

/**
 * What the commands of a step changed in a copy of the repository, as an engine leaves it in the step's result directory: two lists of what differs,
 * before and after, and the files of the second one, whole. A line of a list is `<kind> <SHA-256>  ./<path>`; of a link the digest is that of where it
 * leads. Names with a line break are in no list.
 */
export const treeFiles = { before: "tree.before", after: "tree.after", content: "tree" } as const;

/** `-` a file, `x` one that its owner may execute, `l` a symbolic link. */
export type EntryKind = "-" | "x" | "l";

export interface TreeChange {
  /** Relative to the repository, slashes. */
  readonly path: string;
  /** null: it was not there. */
  readonly before: EntryKind | null;
  /** null: it is gone. */
  readonly after: EntryKind | null;
  /** Its bytes differ, not only its mode. */
  readonly bytes: boolean;
}

interface Entry {
  readonly kind: EntryKind;
  readonly digest: string;
}

/** By path. */
export type Entries = ReadonlyMap<string, Entry>;

/** The text of a list. */
export function listText(entries: Entries): string {
  const listed = [...entries].filter(([path]) => !path.includes("\n"));
  return listed.map(([path, { kind, digest }]) => `${kind} ${digest}  ./${path}\n`).join("");
}

export function parseList(text: string): Entries {
  const entries = new Map<string, Entry>();
  for (const line of text.split("\n")) {
    const found = /^([-xl]) ([0-9a-f]{64}) [ *]\.\/(.+)$/.exec(line);
    const [, kind, digest, path] = found ?? [];
    if ((kind === "-" || kind === "x" || kind === "l") && digest !== undefined && path !== undefined) {
      entries.set(path, { kind, digest });
    }
  }
  return entries;
}

/** The part of each list that is not in the other, and what that means, sorted by path. */
export function compareLists(before: Entries, after: Entries): readonly TreeChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path): readonly TreeChange[] => {
    const [old, now] = [before.get(path), after.get(path)];
    const bytes = old?.digest !== now?.digest;
    if (!bytes && old?.kind === now?.kind) return [];
    return [{ path, before: old?.kind ?? null, after: now?.kind ?? null, bytes }];
  });
}

/** What a step changed; null when its engine left no word of it: the step did not come so far. */
export async function readTreeChanges(resultDir: string): Promise<readonly TreeChange[] | null> {
  const read = (name: string): Promise<string | null> => ifThere(readFile(join(resultDir, name), "utf8"));
  const [before, after] = await Promise.all([read(treeFiles.before), read(treeFiles.after)]);
  if (before === null || after === null) return null;
  return compareLists(parseList(before), parseList(after));
}

/** Absolute path of what a changed file holds now. */
export function contentPath(resultDir: string, { path }: Pick<TreeChange, "path">): string {
  return join(resultDir, treeFiles.content, path);
}
