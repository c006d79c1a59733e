import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";

const made: string[] = [];

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** A directory of its own with these files, removed after the test. */
export function directory(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "repository-")));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** git with an identity and without the machine's own configuration. */
export function gitIn(cwd: string, ...args: string[]): string {
  const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return execFileSync("git", [...identity, ...args], { cwd, env, encoding: "utf8" });
}

/** The same as a repository whose files are all committed. */
export function repository(files: Readonly<Record<string, string>>): string {
  const root = directory(files);
  gitIn(root, "init", "--quiet", "--initial-branch=main");
  gitIn(root, "add", "--all");
  gitIn(root, "commit", "--quiet", "--message=first");
  return root;
}

/** Adds the repository at `source` as a submodule at `path` and commits that. */
export function addSubmodule(root: string, source: string, path: string): void {
  gitIn(root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", source, path);
  gitIn(root, "commit", "--quiet", `--message=${path}`);
}

/** A checkout of its own below `root`, which git there knows nothing of. */
export function cloneInto(root: string, source: string, path: string): void {
  gitIn(root, "clone", "--quiet", source, path);
}
