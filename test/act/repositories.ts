import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What a checkout of the action holds that its users and its own workflow need; in particular no node_modules. */
const shipped = ["action.yml", "dist", "examples", ".github/workflows/ci.yml", ".gitattributes", ".gitignore"];

/** A new git repository with what the action ships, below the system's temporary directory. */
export function copyOfAction(): string {
  const repository = mkdtempSync(join(tmpdir(), "act-action-"));
  for (const path of shipped) cpSync(join(root, path), join(repository, path), { recursive: true });
  return repository;
}

/** A repository of somebody else: the example module at its root and one workflow. */
export function repositoryOfUser(workflow: string): string {
  const repository = mkdtempSync(join(tmpdir(), "act-user-"));
  cpSync(join(root, "examples", "hello"), repository, { recursive: true });
  write(repository, ".github/workflows/ci.yml", workflow);
  return repository;
}

export function write(repository: string, path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
}

/** Replaces text that has to be there, so that a test cannot pass because the example changed. */
export function edit(repository: string, path: string, from: string, to: string): void {
  const before = readFileSync(join(repository, path), "utf8");
  if (!before.includes(from)) throw new Error(`${path} does not contain ${from}`);
  write(repository, path, before.replace(from, to));
}

/** Makes the directory a git repository with one commit; act takes the commit from it. */
export function commit(repository: string): void {
  const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "core.hooksPath=/dev/null"];
  for (const args of [
    ["init", "--quiet", "--initial-branch=main"],
    ["add", "--all"],
    ["commit", "--quiet", "-m", "test"],
  ]) {
    execFileSync("git", [...identity, ...args], { cwd: repository, stdio: "pipe" });
  }
}
