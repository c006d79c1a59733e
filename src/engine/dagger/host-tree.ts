import { constants } from "node:fs";
import { chmod, copyFile, link, lstat, mkdir, mkdtemp, readdir, readlink, rm, symlink, utimes } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Directory } from "@dagger.io/dagger";
import { hasCode, ifThere } from "../../errors.ts";
import type { Session } from "./session.ts";

/** A directory of the user's on this machine. */
export interface HostTree {
  /** Absolute. */
  readonly path: string;
  /** Patterns of the engine for what does not go. */
  readonly exclude: readonly string[];
  /** True for what need not even be looked at; relative, slashes. What it leaves in is still up to `exclude`. */
  readonly leftOut: (path: string) => boolean;
}

/** What of a session an upload needs. */
export type Uploader = Pick<Session, "client" | "keepsState">;

/**
 * A directory of this machine with the content that its files have now. The engine keeps a copy of what a client has sent, by the client's id and the path,
 * and takes a file of the same size, mode and time for unchanged (engine/filesync/diff.go, also with `noCache`); within one session it does not even look
 * again (core/schema/host.go; both Dagger 0.21.8). A session of our own is a client that nobody knows yet. Another one may know the path, so the files go
 * under a path that is new: links to them, in a directory of ours.
 */
export async function uploadTree(
  { client, keepsState }: Uploader,
  tree: HostTree,
  tempDir: string,
): Promise<Directory> {
  const exclude = [...tree.exclude];
  if (!keepsState) return client.host().directory(tree.path, { exclude });
  const stage = await mkdtemp(join(tempDir, "upload-"));
  await mirror(tree, "", stage, stage);
  return client.host().directory(stage, { exclude });
}

/** Empties a directory of ours, here and in the copy that the engine keeps for a client which lives on: it would grow with every run. Never throws. */
export async function forget({ client }: Uploader, tempDir: string): Promise<void> {
  try {
    for (const name of await readdir(tempDir)) await rm(join(tempDir, name), { recursive: true, force: true });
    await client.host().directory(tempDir, { noCache: true }).sync();
  } catch {
    // It costs space in the engine, no more, until the engine's own clean-up.
  }
}

/** Makes `to`, which is there, the same as the directory `dir` of a tree. What is no file, directory or link never goes. */
async function mirror(tree: HostTree, dir: string, to: string, stage: string): Promise<void> {
  const from = join(tree.path, dir);
  const entries = (await ifThere(readdir(from, { withFileTypes: true }))) ?? [];
  await Promise.all(
    entries.map(async (entry) => {
      const path = dir === "" ? entry.name : `${dir}/${entry.name}`;
      // Our directory for temporary files may lie in the tree.
      if (tree.leftOut(path) || entry.name === basename(stage)) return;
      const [source, target] = [join(from, entry.name), join(to, entry.name)];
      if (entry.isDirectory()) {
        await mkdir(target);
        await mirror(tree, path, target, stage);
        await copyMode(source, target);
      } else if (entry.isSymbolicLink()) {
        await ifThere(readlink(source).then((value) => symlink(value, target)));
      } else if (entry.isFile()) {
        await ifThere(linkOrCopy(source, target));
      }
    }),
  );
}

/** We have to be able to remove it again. */
async function copyMode(from: string, to: string): Promise<void> {
  const stat = await ifThere(lstat(from));
  if (stat !== null) await chmod(to, (stat.mode & 0o7777) | 0o700);
}

/** Not on another file system, and Linux lets nobody link to files that he may not write (fs.protected_hardlinks). */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!hasCode(error, "EXDEV", "EPERM", "EACCES", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS")) throw error;
    const { atime, mtime } = await lstat(from);
    await copyFile(from, to, constants.COPYFILE_FICLONE);
    await utimes(to, atime, mtime);
  }
}
