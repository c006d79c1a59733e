import { percentOf as share } from "../model/percent.ts";
import type { PageCounted, PageFile } from "./data.ts";

export type SortKey = "path" | "percent" | "uncovered" | "statements";

export interface FileQuery {
  /** Words that the path has, all of them, case ignored. */
  readonly search: string;
  readonly sort: SortKey;
  readonly descending: boolean;
  /** Without what is covered whole. */
  readonly onlyUncovered: boolean;
}

/** Files that count as rows. */
export function countedFiles(files: readonly PageFile[]): readonly PageCounted[] {
  return files.flatMap(({ path, counts }) => (counts === null ? [] : [{ path, ...counts }]));
}

/** Percent of the statements; null without any. */
export function percentOf({ covered, statements }: Omit<PageCounted, "path">): number | null {
  return share(covered, statements);
}

/** Rows that a query asks for, in its order; equal ones by path. What has no statements comes last. */
export function shownFiles(rows: readonly PageCounted[], query: FileQuery): readonly PageCounted[] {
  const words = query.search
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  const direction = query.descending ? -1 : 1;
  return rows
    .filter((row) => matches(row, words) && (!query.onlyUncovered || row.covered < row.statements))
    .sort((a, b) => compare(a, b, query.sort, direction) || byPath(a, b));
}

function matches({ path }: PageCounted, words: readonly string[]): boolean {
  const lower = path.toLowerCase();
  return words.every((word) => lower.includes(word));
}

function compare(a: PageCounted, b: PageCounted, sort: SortKey, direction: 1 | -1): number {
  if (sort === "path") return byPath(a, b) * direction;
  if (sort === "uncovered") return (a.statements - a.covered - (b.statements - b.covered)) * direction;
  if (sort === "statements") return (a.statements - b.statements) * direction;
  const [one, other] = [percentOf(a), percentOf(b)];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return (one - other) * direction;
}

function byPath(a: PageCounted, b: PageCounted): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}

/** A directory with all that lies below it, or a file. */
export interface TreeNode extends PageCounted {
  /** Its last element, or several where a directory holds nothing but another. */
  readonly name: string;
  readonly children: readonly TreeNode[] | null;
}

interface Growing {
  readonly dirs: Map<string, Growing>;
  readonly files: TreeNode[];
}

/** Files by directory; directories first, then by name. */
export function treeOf(files: readonly PageCounted[]): readonly TreeNode[] {
  const root: Growing = { dirs: new Map(), files: [] };
  for (const file of files) {
    const names = file.path.split("/");
    const name = names.pop() ?? "";
    let dir = root;
    for (const part of names) {
      const next: Growing = dir.dirs.get(part) ?? { dirs: new Map(), files: [] };
      dir.dirs.set(part, next);
      dir = next;
    }
    dir.files.push({ ...file, name, children: null });
  }
  return childrenOf(root, "");
}

function childrenOf({ dirs, files }: Growing, path: string): readonly TreeNode[] {
  const below = [...dirs].map(([name, dir]) => nodeOf(name, `${path}${name}`, dir));
  return [...below.sort(byPath), ...[...files].sort(byPath)];
}

function nodeOf(name: string, path: string, dir: Growing): TreeNode {
  const children = childrenOf(dir, `${path}/`);
  const [only] = children;
  if (only?.children != null && children.length === 1) return { ...only, name: `${name}/${only.name}` };
  const covered = children.reduce((sum, child) => sum + child.covered, 0);
  const statements = children.reduce((sum, child) => sum + child.statements, 0);
  return { name, path, covered, statements, children };
}
