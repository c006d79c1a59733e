import { mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Directory } from "@dagger.io/dagger";
import type { ImageSource } from "../../../model/step.ts";
import { pathInside, pathStyle } from "../../../text/paths.ts";
import { readIgnoreFile } from "../../image/input.ts";
import { type Uploader, uploadTree } from "../host-tree.ts";
import { literalPattern } from "../upload-patterns.ts";

export interface DaggerContextRequest {
  readonly session: Uploader;
  /** Absolute path of the repository. */
  readonly root: string;
  readonly source: ImageSource & { type: "dockerfile" };
  /** Absolute paths that never go to the engine. */
  readonly without: readonly string[];
  /** Absolute, ours, not there yet. */
  readonly dir: string;
  /** Absolute, ours. */
  readonly tempDir: string;
}

/** Name of the Dockerfile in the context as it goes to the engine; nothing of the repository is called that. */
export const dockerfileName = ".go-pipeline.Dockerfile";

/**
 * The context as `docker build` would see it. The Dockerfile, which may lie outside, and the rules of its .dockerignore go in under names of ours that the
 * rules themselves leave out; what the rules leave out is not even uploaded.
 */
export async function dockerContext(request: DaggerContextRequest): Promise<Directory> {
  const { session, root, source, without, dir, tempDir } = request;
  const context = await realpath(join(root, source.context));
  const dockerfile = join(root, source.dockerfile);
  const rules = parseIgnore(await readIgnoreFile(dockerfile, context));
  const style = pathStyle(process.platform);
  const left = without
    .map((path) => pathInside(context, path, style))
    .filter((path): path is string => path !== null && path !== "");
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, dockerfileName), await readFile(dockerfile));
  const own = [...rules, `/${dockerfileName}*`].map((rule) => `${rule}\n`).join("");
  await writeFile(join(dir, `${dockerfileName}.dockerignore`), own);
  const exclude = [...uploadPatterns(rules), ...left.map((path) => literalPattern(path, style === "win32"))];
  const sent = await uploadTree(session, { path: context, exclude, leftOut: leftOut(rules, left) }, tempDir);
  return sent.withDirectory("/", session.client.host().directory(dir));
}

/** What plain rules leave out, when no rule takes anything back. */
export function leftOut(rules: readonly string[], paths: readonly string[]): (path: string) => boolean {
  const plain = rules.some((rule) => rule.startsWith("!"))
    ? []
    : uploadPatterns(rules).filter((rule) => !/[*?[\]\\]/.test(rule));
  const left = new Set([...plain, ...paths]);
  return (path) => left.has(path);
}

/** The rules of a .dockerignore, without comments and blank lines. */
export function parseIgnore(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  return lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

/** The same rules as patterns of an upload, which begin at the context and know no leading slash (github.com/moby/patternmatcher/ignorefile). */
export function uploadPatterns(rules: readonly string[]): readonly string[] {
  return rules.map((rule) => {
    const [sign, path] = rule.startsWith("!") ? ["!", rule.slice(1).trim()] : ["", rule];
    return `${sign}${path.replace(/^\/+/, "").replace(/\/+$/, "")}`;
  });
}
