import type { Directory } from "@dagger.io/dagger";
import { readUploadRule } from "../../project/source.ts";
import { withGitDirectory } from "./git-directory.ts";
import { type Uploader, uploadTree } from "./host-tree.ts";
import { excludePatterns } from "./upload-patterns.ts";

export interface UploadOptions {
  readonly session: Uploader;
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute paths that never go to the engine. */
  readonly without: readonly string[];
  /** `.git` goes too, without credentials, so that binaries can be stamped. */
  readonly vcs: boolean;
  /** Absolute; ours alone. */
  readonly tempDir: string;
  readonly log: (line: string) => void;
}

/** The repository as it goes to the engine, sent once; with `.git` when that is asked for, or always where the options say so. */
export function createSource(options: UploadOptions): (git: boolean) => Promise<Directory> {
  let plain: Promise<Directory> | null = null;
  return async (git) => {
    plain ??= sourceDirectory(options);
    return git && !options.vcs ? await withGitDirectory(await plain, options) : await plain;
  };
}

/** The repository as it goes to the engine; what stays here because of its name alone is said. */
export async function sourceDirectory(options: UploadOptions): Promise<Directory> {
  const { session, root, without, vcs, tempDir, log } = options;
  const rule = await readUploadRule({ root, without });
  for (const warning of rule.warnings) log(warning);
  if (rule.secretLooking.length > 0) {
    log(
      `not sent to the engine, because the names look secret and git does not track them: ${rule.secretLooking.join(", ")}`,
    );
  }
  const windows = process.platform === "win32";
  const left = new Set(rule.exclude);
  const tree = {
    path: root,
    exclude: excludePatterns(rule.exclude, windows),
    leftOut: (path: string) => left.has(path) || path === ".git" || path.endsWith("/.git"),
  };
  const source = await uploadTree(session, tree, tempDir);
  return vcs ? await withGitDirectory(source, { session, root, tempDir, log }) : source;
}
