import { posix, win32 } from "node:path";
import type { GoWork, ModuleFile } from "../model/project.ts";
import { styleOf } from "../text/paths.ts";

interface Directives {
  readonly module: string | null;
  readonly go: string | null;
  readonly toolchain: string | null;
  readonly use: readonly string[];
  readonly ignore: readonly string[];
  readonly require: readonly string[];
  readonly tool: readonly string[];
}

/**
 * Reads the few directives the plan needs from go.mod or go.work (grammar: https://go.dev/ref/mod#go-mod-file-lexical). Lenient on purpose: what Go
 * itself thinks of the file is asked of Go in the deps stage, where a broken file belongs.
 */
function parseDirectives(content: string): Directives {
  const found = new Map<string, string[]>();
  for (const [name, value] of directives(content)) {
    const values = found.get(name);
    if (values === undefined) found.set(name, [value]);
    else values.push(value);
  }
  const one = (name: string): string | null => found.get(name)?.[0] ?? null;
  const all = (name: string): readonly string[] => found.get(name) ?? [];
  const lists = { use: all("use"), ignore: all("ignore"), require: all("require"), tool: all("tool") };
  return { module: one("module"), go: one("go"), toolchain: one("toolchain"), ...lists };
}

/** Every directive with its words, those of blocks one by one. */
function* directives(content: string): Generator<readonly [name: string, first: string, ...rest: string[]]> {
  let block: string | null = null;
  for (const line of content.split("\n")) {
    const [first, second, ...rest] = tokens(line);
    if (first === undefined) continue;
    if (block !== null) {
      if (first === ")") block = null;
      else yield second === undefined ? [block, first] : [block, first, second, ...rest];
    } else if (second === "(") block = first;
    else if (second !== undefined) yield [first, second, ...rest];
  }
}

/** The line of go.mod, counted from 1, that requires the module to which an import path belongs; null: none does. */
export function requireLine(content: string, importPath: string): number | null {
  let best: { readonly path: string; readonly line: number } | null = null;
  let block: string | null = null;
  for (const [index, line] of content.split("\n").entries()) {
    const words = tokens(line);
    const [first = "", second = ""] = words;
    const path = block === "require" ? first : first === "require" ? second : "";
    if (block !== null && first === ")") block = null;
    else if (block === null && second === "(") block = first;
    else if (path !== "" && `${importPath}/`.startsWith(`${path}/`) && path.length > (best?.path.length ?? 0)) {
      best = { path, line: index + 1 };
    }
  }
  return best?.line ?? null;
}

function tokens(line: string): readonly string[] {
  const words = line.replace(/\/\/.*$/, "").match(/"(?:[^"\\]|\\.)*"|`[^`]*`|[()]|[^\s()]+/g) ?? [];
  return words.map((word) => word.replace(/^["`]|["`]$/g, ""));
}

/** `content` of the go.mod in `dir` (relative to the repository, which is at `root`, if that is known). */
export function moduleFromContent(
  dir: string,
  content: string,
  vendored: boolean,
  root: string | null = null,
): ModuleFile {
  const { module, go, toolchain, ignore, require, tool } = parseDirectives(content);
  const outside = outsideDirectories(dir, content, root);
  return { dir, path: module, go, toolchain, ignore, vendored, requires: require, tools: tool, outside };
}

/** `content` of the go.work at `path` (relative to the repository, which is at `root`); `use` directories become relative to the repository. */
export function workFromContent(path: string, content: string, root: string): GoWork {
  const { go, toolchain, use } = parseDirectives(content);
  const base = dirOf(path);
  const uses = use.map((dir) => joinPath(".", relativeTo(root, dir) ?? `${base}/${dir}`));
  return { path, uses, outside: outsideDirectories(base, content, root), go, toolchain };
}

/** What an absolute path is from `root`, slashes; null for another one. */
function relativeTo(root: string, path: string): string | null {
  const { isAbsolute, relative } = styleOf(root) === "win32" ? win32 : posix;
  return isAbsolute(path) ? relative(root, path).replaceAll("\\", "/") : null;
}

/** The modules that the text of a go.mod requires in a version, without those that a `replace` line leads elsewhere. */
export function requirements(content: string): readonly { readonly path: string; readonly version: string }[] {
  const all = [...directives(content)];
  const replaced = new Set(all.flatMap(([name, path]) => (name === "replace" ? [path] : [])));
  return all.flatMap(([name, path, version]) =>
    name === "require" && version !== undefined && !replaced.has(path) ? [{ path, version }] : [],
  );
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

/** Directories that the `replace` and `use` lines of the go.mod or go.work at `path` name, relative to the repository; what lies outside is left out. */
export function localDirectories(path: string, content: string): readonly string[] {
  const base = dirOf(path);
  const relative = namedDirectories(content).filter((dir) => !isAbsolutePath(dir));
  return relative.map((dir) => joinPath(base, dir)).filter((dir) => isInside(".", dir));
}

/** Whether one of these lines names a directory outside of the repository. An absolute path counts as one. */
export function namesOutside(path: string, content: string): boolean {
  return outsideDirectories(dirOf(path), content, null).length > 0;
}

/** The others: directories that the go.mod or go.work in `base` names and that lie outside of the repository at `root`, as written. */
function outsideDirectories(base: string, content: string, root: string | null): readonly string[] {
  return namedDirectories(content).filter((dir) => {
    const path = isAbsolutePath(dir) ? root && relativeTo(root, dir) : joinPath(base, dir);
    return path === null || !isInside(".", path);
  });
}

/** What `use` and `replace` lines name, slashes. https://go.dev/ref/mod#go-mod-file-replace: a path is absolute or begins with `./` or `../`. */
function namedDirectories(content: string): readonly string[] {
  return [...directives(content)].flatMap(([name, ...words]) => {
    const target = name === "use" ? words[0] : name === "replace" ? words[words.indexOf("=>") + 1] : undefined;
    const local = target?.replaceAll("\\", "/") ?? "";
    const counts = name === "use" ? local !== "" : /^\.\.?(\/|$)/.test(local) || isAbsolutePath(local);
    return counts ? [local] : [];
  });
}

function isAbsolutePath(path: string): boolean {
  return /^(\/|[A-Za-z]:\/)/.test(path);
}

function dirOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
}

/** `path` is `dir` or lies below it; both relative to the repository, `.` for itself. What `..` leads out of it is not inside. */
export function isInside(dir: string, path: string): boolean {
  if (dir === ".") return path !== ".." && !path.startsWith("../");
  return path === dir || path.startsWith(`${dir}/`);
}
