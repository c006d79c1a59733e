import { lstatSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { hasCode } from "../errors.ts";
import type { GoFiles, ModuleFile, Project } from "../model/project.ts";
import { isGenerated } from "./generated.ts";
import { ignoredDirs } from "./ignored.ts";
import { inSlices } from "./in-slices.ts";
import { crlfCheckouts } from "./line-ends.ts";

/**
 * The repository's own Go files of a module: tracked, or untracked and not ignored; not in a directory that Go takes for no part of the module,
 * regular files only. gofmt looks at those that are not generated.
 */
export async function listGoFiles(project: Project, module: ModuleFile): Promise<GoFiles> {
  const own = ownGoFiles(below(project.files, module.dir), module.ignore);
  const dir = join(project.root, module.dir);
  const read = await inSlices(own, (path) => readFacts(join(dir, path)));
  const mixed = project.git && read.some((facts) => facts?.crlf);
  const crlf = mixed ? await crlfCheckouts(project.root, module.dir, ["*.go"]) : new Set();
  const handWritten = own
    .filter((_, index) => read[index]?.generated === false)
    .map((path) => ({ path, checkoutCrlf: crlf.has(path) }));
  return {
    handWritten,
    mentionCgo: read.some((facts) => facts?.mentionsCgo === true),
    mentionMain: read.some((facts) => facts?.mentionsMain === true),
    mentionGenerate: read.some((facts) => facts?.mentionsGenerate === true),
  };
}

/** Paths relative to `dir`, of those below it. */
function below(files: readonly string[], dir: string): readonly string[] {
  const base = dir === "." ? "" : `${dir}/`;
  return files.filter((path) => path.startsWith(base)).map((path) => path.slice(base.length));
}

interface Facts {
  readonly generated: boolean;
  readonly mentionsCgo: boolean;
  readonly mentionsMain: boolean;
  readonly mentionsGenerate: boolean;
  /** Holds a line end of two characters. */
  readonly crlf: boolean;
}

/** null for what is not there to format: symlinks are left to where they point, a sparse checkout leaves files out, and some were deleted. */
function readFacts(path: string): Facts | null {
  try {
    if (!lstatSync(path).isFile()) return null;
    const text = readFileSync(path, "utf8");
    return {
      generated: isGenerated(text),
      mentionsCgo: mentionsCgo(text),
      mentionsMain: mentionsMain(text),
      mentionsGenerate: /^\/\/go:generate[ \t]/m.test(text),
      crlf: text.includes("\r\n"),
    };
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return null;
    throw error;
  }
}

/** `import "C"`, alone or in a group, or `cgo` in a build constraint; a comment or a string that looks like it costs a question, no more. */
function mentionsCgo(text: string): boolean {
  return /^(import\s|\s*)"C"|^\/\/(go:build|\s*\+build)\s.*\bcgo\b/m.test(text);
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
