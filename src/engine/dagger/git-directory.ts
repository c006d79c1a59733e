import { copyFile, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Directory } from "@dagger.io/dagger";
import { ifThere } from "../../errors.ts";
import { readGitDirectory } from "../../project/git-directory.ts";
import { type Uploader, uploadTree } from "./host-tree.ts";

export interface GitUpload {
  readonly session: Uploader;
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute; ours alone. */
  readonly tempDir: string;
  readonly log: (line: string) => void;
}

/** What of a `.git` never goes: programs, other working trees, histories of refs, and everything that can hold a login. */
const left = [
  "config",
  "config.worktree",
  "hooks",
  "worktrees",
  "modules",
  "logs",
  "lfs",
  "HEAD",
  "index",
  "FETCH_HEAD",
  "*.lock",
];

/** Adds a `.git` to a source directory with which git knows commit and changes there, and nothing else. */
export async function withGitDirectory(source: Directory, upload: GitUpload): Promise<Directory> {
  const { session, root, tempDir, log } = upload;
  const parts = await readGitDirectory(root);
  if ("problem" in parts) {
    log(`there is no git repository to send (${parts.problem})`);
    return source;
  }
  const own = await mkdtemp(join(tempDir, "git-"));
  await writeFile(join(own, "HEAD"), parts.head);
  await writeFile(join(own, "config"), parts.config);
  // There is none before the first `git add`.
  await ifThere(copyFile(parts.index, join(own, "index")));
  const tree = { path: parts.common, exclude: left, leftOut: (path: string) => left.includes(path) };
  const common = await uploadTree(session, tree, tempDir);
  return source.withDirectory(".git", common.withDirectory("/", session.client.host().directory(own)));
}
