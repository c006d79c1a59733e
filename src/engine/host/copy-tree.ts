import { createHash } from "node:crypto";
import { constants, lstatSync, readFileSync, readlinkSync } from "node:fs";
import { copyFile, cp, mkdir, readlink, symlink, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative } from "node:path";
import { hasCode, ifThere } from "../../errors.ts";
import { compareLists, type Entries, type EntryKind, listText, treeFiles } from "../../files/tree-changes.ts";
import { type GitDirectory, readGitDirectory } from "../../project/git-directory.ts";
import { inSlices } from "../../project/in-slices.ts";
import { listTree } from "../../project/tree.ts";
import { walk } from "../../project/walk.ts";
import { isInside, pathStyle } from "../../text/paths.ts";

export interface CopyRequest {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute; is made. */
  readonly to: string;
  /** Absolute paths that stay behind. */
  readonly without: readonly string[];
  readonly git: boolean;
  /** Its `.git` has the objects too: somebody takes the copy elsewhere. */
  readonly whole?: boolean;
  /** Nobody is going to ask for `changes`. */
  readonly uncompared?: boolean;
  readonly signal: AbortSignal;
}

/** A copy of a repository, to see afterwards what was changed in it. */
export interface TreeCopy {
  /** Absolute. */
  readonly root: string;
  /** Leaves in `resultDir` what differs from the time the copy was made; see files/tree-changes.ts. */
  changes(resultDir: string): Promise<void>;
}

/** Copies every file of the working tree, what git ignores too: a generator may need it. What git ignores is not compared. null: the signal came before it was whole. */
export async function copyTree(request: CopyRequest): Promise<TreeCopy | null> {
  const { root, to, without, signal } = request;
  const { tracked, untracked, ignored } = await listTree(root);
  const style = pathStyle(process.platform);
  const comes = (path: string): boolean => !without.some((left) => isInside(left, join(root, path), style));
  await mkdir(to, { recursive: true });
  const skipped = new Set(ignored);
  for (const path of [...tracked, ...untracked, ...ignored].filter(comes)) {
    if (signal.aborted) return null;
    await copyEntry(root, to, path, skipped.has(path) ? unreadable : gone);
  }
  if (request.git) await copyGit(root, to, request.whole === true);
  const compared = request.uncompared === true ? [] : [...tracked, ...untracked].filter(comes);
  const before = await entriesOf(to, compared);
  return {
    root: to,
    changes: async (resultDir) => {
      const now = await walk(to);
      const found = [...now.untracked, ...now.ignored].filter((path) => !path.endsWith("/") && !skipped.has(path));
      await writeChanges(to, resultDir, before, await entriesOf(to, [...new Set([...found, ...before.keys()])]));
    },
  };
}

async function writeChanges(root: string, resultDir: string, before: Entries, after: Entries): Promise<void> {
  const changed = compareLists(before, after);
  const only = (entries: Entries): Entries =>
    new Map([...entries].filter(([path]) => changed.some((change) => change.path === path)));
  for (const { path, after: kind } of changed) {
    if (kind !== "-" && kind !== "x") continue;
    const content = join(resultDir, treeFiles.content, path);
    await mkdir(dirname(content), { recursive: true });
    await copyFile(join(root, path), content);
  }
  await writeFile(join(resultDir, treeFiles.before), listText(only(before)));
  await writeFile(join(resultDir, treeFiles.after), listText(only(after)));
}

/** Something else at work in the repository has removed it meanwhile. */
const gone = ["ENOENT"];

/** What git ignores may be another user's as well, as what a container has left behind. */
const unreadable = [...gone, "EACCES", "EPERM"];

/**
 * A link that leads to the repository by an absolute path leads into the copy. Sockets and the like stay behind, and what fails with one of the codes
 * `without`.
 */
async function copyEntry(root: string, to: string, path: string, without: readonly string[]): Promise<void> {
  const [from, target] = [join(root, path), join(to, path)];
  const stat = lstatSync(from, { throwIfNoEntry: false });
  if (stat === undefined || !(stat.isFile() || stat.isSymbolicLink())) return;
  await mkdir(dirname(target), { recursive: true });
  try {
    if (stat.isFile()) return await copyFile(from, target, constants.COPYFILE_FICLONE);
    const leads = await readlink(from);
    const own = isAbsolute(leads) && isInside(root, leads, pathStyle(process.platform));
    await symlink(own ? join(to, relative(root, leads)) : leads, target);
  } catch (error) {
    if (!hasCode(error, ...without)) throw error;
  }
}

/** Commit, tags, branches and index, as the container engine gets them too. Objects are read where they are, and new ones are written to the copy. */
async function copyGit(root: string, to: string, whole: boolean): Promise<void> {
  const parts = await readGitDirectory(root);
  if ("problem" in parts) return;
  const git = join(to, ".git");
  await mkdir(join(git, "objects/info"), { recursive: true });
  await mkdir(join(git, "refs"), { recursive: true });
  const objects = join(parts.common, "objects");
  if (whole) await cp(objects, join(git, "objects"), { recursive: true });
  else await writeFile(join(git, "objects/info/alternates"), `${objects.replaceAll("\\", "/")}\n`);
  for (const name of ["refs", "packed-refs", "shallow", "reftable", "info"]) {
    await ifThere(cp(join(parts.common, name), join(git, name), { recursive: true }));
  }
  await copyIndex(parts, git);
  await writeFile(join(git, "HEAD"), parts.head);
  await writeFile(join(git, "config"), parts.config);
}

/** There is none before the first commit. */
async function copyIndex({ index }: GitDirectory, git: string): Promise<void> {
  await ifThere(copyFile(index, join(git, "index")));
}

async function entriesOf(root: string, paths: readonly string[]): Promise<Entries> {
  const found = await inSlices(paths, (path) => entryOf(join(root, path)));
  return new Map(
    paths.flatMap((path, index) => {
      const entry = found[index];
      return entry === undefined || entry === null ? [] : [[path, entry] as const];
    }),
  );
}

function entryOf(path: string): { readonly kind: EntryKind; readonly digest: string } | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink()) return { kind: "l", digest: digest(readlinkSync(path)) };
  if (stat?.isFile() !== true) return null;
  return { kind: (stat.mode & 0o100) === 0 ? "-" : "x", digest: digest(readFileSync(path)) };
}

function digest(content: Buffer | string): string {
  return createHash("sha256").update(content).digest("hex");
}
