import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../errors.ts";
import { type Directive, directivesIn } from "../go/directives.ts";

/** The `//go:generate` lines of files, whose paths are relative to `root`. */
export async function readDirectives(root: string, paths: readonly string[]): Promise<readonly Directive[]> {
  const distinct = [...new Set(paths)];
  const texts = await Promise.all(distinct.map((path) => ifThere(readFile(join(root, path), "utf8"))));
  return distinct.flatMap((path, at) => directivesIn(path, texts[at] ?? ""));
}
