import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { git, splitNul } from "./git.ts";
import type { Repository } from "./project.ts";
import { listTree } from "./tree.ts";

/** Opens the repository at `root` (absolute) for discovery: its go.mod files as git lists them, or as the directories hold them. */
export async function openRepository(root: string): Promise<Repository> {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "go.mod", "*/go.mod"];
  const inside = await git({ root, cwd: root, args: ["rev-parse", "--show-cdup"] });
  const listed = inside.ok && inside.stdout.trim() === "" ? await git({ root, cwd: root, args }) : inside;
  const answered = listed.ok && inside.ok && inside.stdout.trim() === "";
  return {
    root,
    files: answered ? [...new Set(splitNul(listed.stdout))] : await walked(root),
    git: answered,
    read: (path) => readText(join(root, path)),
  };
}

async function walked(root: string): Promise<readonly string[]> {
  const tree = await listTree(root);
  return [...tree.tracked, ...tree.untracked];
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return null;
    throw error;
  }
}
