import { posix, win32 } from "node:path";
import { type InputsRequest, type ParsedInputs, parseInputs } from "../../../src/inputs/parse.ts";
import type { PathFacts } from "../../../src/project/locate.ts";

type Entry = "file" | "directory" | { readonly link: string };

/** A file system of a few entries; parents of entries are directories. Links may be anywhere in a path. */
export function fakeFacts(entries: Readonly<Record<string, Entry>>, style: "posix" | "win32" = "posix"): PathFacts {
  const paths = style === "win32" ? win32 : posix;
  const realpath = (path: string): string | null => {
    const parent = paths.dirname(path);
    const realParent = parent === path ? path : realpath(parent);
    if (realParent === null) return null;
    const real = parent === path ? path : paths.join(realParent, paths.basename(path));
    const entry = entries[real];
    if (typeof entry === "object") return realpath(entry.link);
    const known = entry !== undefined || Object.keys(entries).some((name) => name.startsWith(real));
    return known ? real : null;
  };
  const kind: PathFacts["kind"] = (path) => {
    const real = realpath(path);
    if (real === null) return null;
    return entries[real] === "file" ? "file" : "directory";
  };
  return { style, realpath, kind };
}

export const repository = fakeFacts({
  "/repo/.git": "directory",
  "/repo/go.mod": "file",
  "/repo/Dockerfile": "file",
  "/repo/sub/go.mod": "file",
  "/repo/out": { link: "/elsewhere" },
  "/elsewhere": "directory",
});

/** Parses in the repository /repo. */
export function parse(request: Partial<InputsRequest>): ParsedInputs {
  return parseInputs({ argv: [], with: {}, env: {}, cwd: "/repo", facts: repository, configFile: null, ...request });
}

export function problems(request: Partial<InputsRequest>): readonly string[] {
  const result = parse(request);
  return result.ok ? [] : result.problems;
}

/** The result of a parse that has to succeed. */
export function parsed(request: Partial<InputsRequest>): Extract<ParsedInputs, { ok: true }> {
  const result = parse(request);
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result;
}
