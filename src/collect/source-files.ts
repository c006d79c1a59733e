import { basename } from "node:path";
import type { SourceFiles } from "../go/test-place.ts";
import type { Project } from "../model/project.ts";
import { readText } from "./go-sources.ts";

/** Files whose lines are kept, since the tests of a package fail in the same few. */
const keptFiles = 20;

/**
 * The Go files of the repository as they are on this machine. Read one at a time and only where a test has failed, so this may block.
 */
export function sourceFiles({ root, files }: Pick<Project, "root" | "files">): SourceFiles {
  const kept = new Map<string, readonly string[]>();
  const lines = (path: string): readonly string[] => {
    const known = kept.get(path);
    if (known !== undefined) return known;
    if (kept.size >= keptFiles) kept.clear();
    const read = readText({ root }, path)?.split("\n") ?? [];
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
