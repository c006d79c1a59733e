import { readFileSync, realpathSync } from "node:fs";
import { isAbsolute, join, posix, relative, sep } from "node:path";
import { hasCode } from "../../../errors.ts";
import type { SourceFileFacts } from "./source-file.ts";

/** The names in `#include "…"` lines. */
export function includesOf(text: string): readonly string[] {
  return [...text.matchAll(/#[ \t]*include\b[^"\n]*"([^"\n]*)"/g)].map(([, name]) => name ?? "");
}

/**
 * Why assembly takes in a file that is not among `files`; null when it does not. Go's assembler looks in the directory of the package, whoever includes,
 * then in its own. What it takes from other directories is not in the key of Go's build cache either (Go 1.26.8).
 */
export function unknownInclude(
  real: string,
  files: readonly Pick<SourceFileFacts, "path" | "includes">[],
): string | null {
  const known = new Set(files.map(({ path }) => path));
  for (const { path, includes } of files) {
    const seen = new Set<string>();
    const open = [...includes];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      const found = resolve(join(real, posix.dirname(path)), name);
      if (found === null || seen.has(found)) continue;
      seen.add(found);
      const inside = relative(real, found).split(sep).join("/");
      if (inside.startsWith("../") || isAbsolute(inside)) return `${path} includes a file outside the repository`;
      if (!known.has(inside)) return `${path} includes ${inside}, which is not among the sources`;
      open.push(...includesOf(readFileSync(found, "latin1")));
    }
  }
  return null;
}

/** As the system goes: `..` behind a link leads to the parent of where the link leads. */
function resolve(dir: string, name: string): string | null {
  try {
    return realpathSync.native(isAbsolute(name) ? name : `${dir}${sep}${name}`);
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG")) return null;
    throw error;
  }
}
