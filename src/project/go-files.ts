import { lstat, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import PQueue from "p-queue";
import { ifThere } from "../errors.ts";
import { git, splitNul } from "./git.ts";
import type { GoFile, GoFiles, ModuleFile, Project } from "./model.ts";
import { listTree } from "./tree.ts";

/**
 * The repository's own Go files below a module: tracked, or untracked and not ignored; not vendored, not under testdata, not of a nested module,
 * regular files only. gofmt looks at those that are not generated.
 */
export async function listGoFiles(project: Project, module: ModuleFile): Promise<GoFiles> {
  const listed = (await fromGit(project, module)) ?? (await fromTree(project, module));
  const own = ownGoFiles(listed);
  const dir = join(project.root, module.dir);
  const texts = await new PQueue({ concurrency: width }).addAll(
    own.map((file) => () => readRegular(join(dir, file.path))),
  );
  const handWritten = own.filter((_, index) => {
    const text = texts[index] ?? null;
    return text !== null && !isGenerated(text);
  });
  return { handWritten, mentionCgo: texts.some((text) => text !== null && mentionsCgo(text)) };
}

/** `import "C"`, alone or in a group, or `cgo` in a build constraint; a comment or a string that looks like it costs a question, no more. */
function mentionsCgo(text: string): boolean {
  return /^(import\s|\s*)"C"|^\/\/(go:build|\s*\+build)\s.*\bcgo\b/m.test(text);
}

/** Go and go.mod files below the module directory, relative to it. */
async function fromGit(project: Project, module: ModuleFile): Promise<readonly GoFile[] | null> {
  if (!project.git) return null;
  const args = ["ls-files", "-z", "--eol", "--cached", "--others", "--exclude-standard", "--", "*.go", "*go.mod"];
  const answer = await git({ root: project.root, cwd: join(project.root, module.dir), args });
  return answer.ok ? parseEolList(answer.stdout) : null;
}

async function fromTree(project: Project, module: ModuleFile): Promise<readonly GoFile[]> {
  const tree = await listTree(project.root);
  const base = module.dir === "." ? "" : `${module.dir}/`;
  return [...tree.tracked, ...tree.untracked]
    .filter((path) => path.startsWith(base))
    .map((path) => ({ path: path.slice(base.length), checkoutCrlf: false }));
}

/** `git ls-files -z --eol`: `i/lf    w/crlf  attr/text=auto \tpath`; a path in conflict comes once per side. */
function parseEolList(text: string): readonly GoFile[] {
  const files = new Map<string, GoFile>();
  for (const entry of splitNul(text)) {
    const tab = entry.indexOf("\t");
    const path = entry.slice(tab + 1);
    files.set(path, { path, checkoutCrlf: /^i\/lf\s+w\/crlf\s/.test(entry.slice(0, tab)) });
  }
  return [...files.values()];
}

/** Leaves out what is not the module's own source, by path alone; sorted. */
export function ownGoFiles(listed: readonly GoFile[]): readonly GoFile[] {
  const nested = listed
    .filter((file) => posix.basename(file.path) === "go.mod" && file.path !== "go.mod")
    .map((file) => `${posix.dirname(file.path)}/`);
  return listed
    .filter((file) => file.path.endsWith(".go") && !posix.basename(file.path).startsWith("."))
    .filter((file) => !/(^|\/)(vendor|testdata)\//.test(file.path))
    .filter((file) => !nested.some((dir) => file.path.startsWith(dir)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Symlinks are left to where they point; files deleted in the working tree or left out by a sparse checkout are not there to format. */
async function readRegular(path: string): Promise<string | null> {
  return (await ifThere(lstat(path)))?.isFile() ? await ifThere(readFile(path, "utf8")) : null;
}

/** The convention of https://go.dev/s/generatedcode: the line stands before the package clause. */
export function isGenerated(source: string): boolean {
  for (const line of source.split("\n")) {
    if (/^\/\/ Code generated .* DO NOT EDIT\.\r?$/.test(line)) return true;
    if (/^package\s/.test(line)) return false;
  }
  return false;
}

/** Open files at the same time: enough to keep the disk busy, far from any limit. */
const width = 32;
