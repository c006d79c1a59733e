import { lstatSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { SourceFiles } from "../go/test-place.ts";
import type { Project } from "../model/project.ts";

/** No compiler reads a file of this size; what is larger is no source. */
const sizeLimit = 8 * 1024 * 1024;
/** Files whose lines are kept, since the tests of a package fail in the same few. */
const keptFiles = 20;

/**
 * The Go files of the repository as they are on this machine. Read one at a time and only where a test has failed, so this may block. Links, which
 * can lead out of the repository, are not followed.
 */
export function sourceFiles({ root, files }: Pick<Project, "root" | "files">): SourceFiles {
  const kept = new Map<string, readonly string[]>();
  const lines = (path: string): readonly string[] => {
    const known = kept.get(path);
    if (known !== undefined) return known;
    if (kept.size >= keptFiles) kept.clear();
    const read = readSource(join(root, path))?.split("\n") ?? [];
    kept.set(path, read);
    return read;
  };
  let byName: ReadonlyMap<string, readonly string[]> | null = null;
  return {
    line: (path, line) => lines(path)[line - 1] ?? null,
    named: (base) => {
      byName ??= goFilesByName(files);
      return byName.get(base) ?? [];
    },
  };
}

function goFilesByName(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const path of files) {
    if (!path.endsWith(".go")) continue;
    const base = basename(path);
    const others = byName.get(base);
    if (others === undefined) byName.set(base, [path]);
    else others.push(path);
  }
  return byName;
}

/** null: no regular file, too large, or gone since the tests ran. */
function readSource(path: string): string | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() && stat.size <= sizeLimit ? readFileSync(path, "utf8") : null;
}
