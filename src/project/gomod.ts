import type { GoWork, ModuleFile } from "./model.ts";

interface Directives {
  readonly module: string | null;
  readonly go: string | null;
  readonly toolchain: string | null;
  readonly use: readonly string[];
  readonly ignore: readonly string[];
}

/**
 * Reads the few directives the plan needs from go.mod or go.work (grammar: https://go.dev/ref/mod#go-mod-file-lexical). Lenient on purpose: what Go
 * itself thinks of the file is asked of Go in the deps stage, where a broken file belongs.
 */
function parseDirectives(content: string): Directives {
  const found = new Map<string, string[]>();
  const add = (name: string, value: string): void => {
    const values = found.get(name);
    if (values === undefined) found.set(name, [value]);
    else values.push(value);
  };
  let block: string | null = null;
  for (const line of content.split("\n")) {
    const words = tokens(line);
    const [first, second] = words;
    if (first === undefined) continue;
    if (block !== null) {
      if (first === ")") block = null;
      else add(block, first);
    } else if (second === "(") block = first;
    else if (second !== undefined) add(first, second);
  }
  const one = (name: string): string | null => found.get(name)?.[0] ?? null;
  const all = (name: string): readonly string[] => found.get(name) ?? [];
  const lists = { use: all("use"), ignore: all("ignore") };
  return { module: one("module"), go: one("go"), toolchain: one("toolchain"), ...lists };
}

function tokens(line: string): readonly string[] {
  const words = line.replace(/\/\/.*$/, "").match(/"(?:[^"\\]|\\.)*"|`[^`]*`|[()]|[^\s()]+/g) ?? [];
  return words.map((word) => word.replace(/^["`]|["`]$/g, ""));
}

/** `content` of the go.mod in `dir` (relative to the repository). */
export function moduleFromContent(dir: string, content: string, vendored: boolean): ModuleFile {
  const { module, go, toolchain, ignore } = parseDirectives(content);
  return { dir, path: module, go, toolchain, ignore, vendored };
}

/** `content` of the go.work at `path` (relative to the repository); `use` directories become relative to the repository. */
export function workFromContent(path: string, content: string): GoWork {
  const { go, toolchain, use } = parseDirectives(content);
  const base = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
  return { path, uses: use.map((dir) => joinPath(base, dir)), go, toolchain };
}

/** Joins and normalises two slash paths; `..` that leave the repository stay as they are. */
export function joinPath(base: string, path: string): string {
  const parts: string[] = [];
  for (const part of [...base.split("/"), ...path.split("/")]) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.length === 0 ? "." : parts.join("/");
}
