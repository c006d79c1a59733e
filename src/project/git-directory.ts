import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gitAt, splitNul } from "./git.ts";

/** Where a repository keeps what `go build -buildvcs=true` asks git about. In a worktree the parts lie in two places. */
export interface GitDirectory {
  /** Absolute: objects and refs. */
  readonly common: string;
  /** What stands in HEAD of this working tree. */
  readonly head: string;
  /** Absolute: the index of this working tree. */
  readonly index: string;
  /** A configuration with nothing but how the repository is stored: no remotes, headers, credentials, hooks or filters. */
  readonly config: string;
}

/** Asks git for the parts; null with `problem` when there is no repository to ask. */
export async function readGitDirectory(root: string): Promise<GitDirectory | { readonly problem: string }> {
  const ask = gitAt(root);
  const paths = await ask(
    "rev-parse",
    "--path-format=absolute",
    "--git-common-dir",
    "--git-path",
    "index",
    "--git-path",
    "HEAD",
  );
  if (!paths.ok) return { problem: paths.problem };
  const [common, index, head] = paths.stdout.split("\n");
  if (common === undefined || index === undefined || head === undefined) return { problem: "git gave no answer" };
  const listed = await ask("config", "--file", join(common, "config"), "--list", "-z");
  if (!listed.ok) return { problem: listed.problem };
  return { common, index, head: await readFile(head, "utf8"), config: storageConfig(splitNul(listed.stdout)) };
}

/** Sections that say how objects and files are stored, and of `core` only what bears on the content of files. */
const harmless =
  /^(?:extensions\.[\w.-]+|core\.(?:repositoryformatversion|filemode|symlinks|ignorecase|precomposeunicode|autocrlf|eol|safecrlf))$/i;

/** The harmless settings of `git config --list -z` (`key\nvalue`) as a configuration file. */
export function storageConfig(settings: readonly string[]): string {
  const lines = settings.flatMap((setting) => {
    const [key = "", value = "true"] = setting.split("\n");
    if (!harmless.test(key)) return [];
    const dot = key.indexOf(".");
    return [`[${key.slice(0, dot)}]\n\t${key.slice(dot + 1)} = ${JSON.stringify(value)}\n`];
  });
  return lines.join("");
}
