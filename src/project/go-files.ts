import { lstatSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { hasCode } from "../errors.ts";
import type { GoFiles, ModuleFile, Project } from "../model/project.ts";
import { isGenerated } from "./generated.ts";
import { git, splitNul } from "./git.ts";
import { ignoredDirs } from "./ignored.ts";
import { inSlices } from "./in-slices.ts";
import { crlfCheckouts } from "./line-ends.ts";
import { type PortableFacts, portableFacts, portableMains } from "./portable-mains.ts";

/**
 * The repository's own Go files of a module: tracked, or untracked and not ignored; not in a directory that Go takes for no part of the module,
 * regular files only. gofmt looks at those that are not generated.
 */
export async function listGoFiles(project: Project, module: ModuleFile): Promise<GoFiles> {
  const own = ownFiles(project, module);
  const read = await readFiles(project, module, own);
  const mixed = project.git && read.some((facts) => facts.crlf);
  const crlf = mixed ? await crlfCheckouts(project.root, module.dir, ["*.go"]) : new Set();
  const handWritten = read
    .filter((facts) => !facts.generated)
    .map(({ path }) => ({ path, checkoutCrlf: crlf.has(path) }));
  return {
    handWritten,
    mentionCgo: read.some((facts) => facts.mentionsCgo),
    mains: await certainMains(project, module, { found: portableMains(read), whole: read.length === own.length }),
    mentionGenerate: read.some((facts) => facts.mentionsGenerate),
    mentionFuzz: [
      ...new Set(
        read.filter((facts) => facts.mentionsFuzz).map(({ path }) => posix.join(module.dir, posix.dirname(path))),
      ),
    ],
  };
}

/** Only where all Go files of the module were read it is known what there is on other platforms. `whole`: all that the project lists were. */
async function certainMains(
  project: Project,
  module: ModuleFile,
  { found, whole }: { readonly found: readonly string[] | null; readonly whole: boolean },
): Promise<readonly string[] | null> {
  if (found === null || found.length === 0) return found;
  const checkouts = project.files.some((path) => path === ".gitmodules" || path.endsWith("/"));
  if (!project.git || checkouts || !whole) return null;
  const cwd = join(project.root, module.dir);
  const args = ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--", "*.go"];
  const ignored = await git({ root: project.root, cwd, args });
  return ignored.ok && ownGoFiles(splitNul(ignored.stdout), module.ignore).length === 0 ? found : null;
}

/** The same files one by one, generated ones included, sorted by path. */
export async function readGoFiles(project: Project, module: ModuleFile): Promise<readonly GoFileFacts[]> {
  return await readFiles(project, module, ownFiles(project, module));
}

async function readFiles(
  project: Project,
  module: ModuleFile,
  paths: readonly string[],
): Promise<readonly GoFileFacts[]> {
  const dir = join(project.root, module.dir);
  const read = await inSlices(paths, (path) => readFacts(dir, path));
  return read.filter((facts) => facts !== null);
}

function ownFiles(project: Project, module: ModuleFile): readonly string[] {
  return ownGoFiles(below(project.files, module.dir), module.ignore);
}

/** Paths relative to `dir`, of those below it. */
function below(files: readonly string[], dir: string): readonly string[] {
  const base = dir === "." ? "" : `${dir}/`;
  return files.filter((path) => path.startsWith(base)).map((path) => path.slice(base.length));
}

/** What the text of a Go file looks like. */
export interface GoFileFacts extends PortableFacts {
  readonly generated: boolean;
  /** Only there with cgo: it imports "C", or a constraint asks for cgo. */
  readonly needsCgo: boolean;
  readonly mentionsCgo: boolean;
  readonly mentionsGenerate: boolean;
  readonly mentionsFuzz: boolean;
  readonly mentionsBenchmark: boolean;
  /** Holds a line end of two characters. */
  readonly crlf: boolean;
}

/** null for what is not there to format: symlinks are left to where they point, a sparse checkout leaves files out, and some were deleted. */
function readFacts(dir: string, path: string): GoFileFacts | null {
  try {
    const file = join(dir, path);
    if (!lstatSync(file).isFile()) return null;
    const text = readFileSync(file, "utf8");
    return {
      path,
      ...portableFacts(path, text),
      needsCgo: importsC.test(text) || /^\/\/go:build\s(?:.*[^!\w])?cgo\b/m.test(text),
      neverBuilt: /^\/\/go:build\s+ignore\s*$/m.test(text),
      generated: isGenerated(text),
      mentionsCgo: mentionsCgo(text),
      mentionsMain: mentionsMain(text),
      mentionsGenerate: /^\/\/go:generate[ \t]/m.test(text),
      mentionsFuzz: path.endsWith("_test.go") && /^func\s+Fuzz/m.test(text),
      mentionsBenchmark: path.endsWith("_test.go") && /^func\s+Benchmark/m.test(text),
      crlf: text.includes("\r\n"),
    };
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return null;
    throw error;
  }
}

/** Alone or in a group. */
const importsC = /^(import\s|\s*)"C"/m;

/** `import "C"` or `cgo` in a build constraint; a comment or a string that looks like it costs a question, no more. */
function mentionsCgo(text: string): boolean {
  return importsC.test(text) || /^\/\/(go:build|\s*\+build)\s.*\bcgo\b/m.test(text);
}

/** A package clause, perhaps behind a comment; what only looks like it costs a question, no more. */
function mentionsMain(text: string): boolean {
  return /(?:^|\*\/)[ \t]*package(?:\s|\/\*.*?\*\/)+main\b/m.test(text);
}

/**
 * Leaves out what is not the module's own source, by path alone; sorted. Like `go fmt`, it knows no vendor, testdata, `_x` and `.x`
 * (`go help packages`), no nested modules, and nothing that go.mod's `ignore` lines name.
 */
export function ownGoFiles(paths: readonly string[], ignore: readonly string[]): readonly string[] {
  const ignored = ignoredDirs(ignore);
  const nested = paths
    .filter((path) => posix.basename(path) === "go.mod" && path !== "go.mod")
    .map((path) => `${posix.dirname(path)}/`);
  return paths
    .filter((path) => path.endsWith(".go") && !/(^|\/)([_.][^/]*$|(vendor|testdata|[_.][^/]*)\/)/.test(path))
    .filter((path) => !ignored(posix.dirname(path)) && !nested.some((dir) => path.startsWith(dir)))
    .sort();
}
