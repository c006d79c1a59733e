import type { Client, Directory } from "@dagger.io/dagger";
import { readUploadRule } from "../../project/source.ts";
import { withGitDirectory } from "./git-directory.ts";
import { excludePatterns } from "./upload-patterns.ts";

export interface UploadOptions {
  readonly client: Client;
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

/** The repository as it goes to the engine; what stays here because of its name alone is said. */
export async function sourceDirectory({ client, root, without, vcs, tempDir, log }: UploadOptions): Promise<Directory> {
  const rule = await readUploadRule({ root, without });
  for (const warning of rule.warnings) log(warning);
  if (rule.secretLooking.length > 0) {
    log(
      `not sent to the engine, because the names look secret and git does not track them: ${rule.secretLooking.join(", ")}`,
    );
  }
  const windows = process.platform === "win32";
  const source = client.host().directory(root, { exclude: excludePatterns(rule.exclude, windows) });
  return vcs ? await withGitDirectory(source, { client, root, tempDir, log }) : source;
}
