import { cp, mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { ifThere } from "../../../errors.ts";
import { pathInside, pathStyle } from "../../../text/paths.ts";
import { readIgnoreFile } from "../../image/input.ts";

export interface DockerContextRequest {
  /** Absolute. */
  readonly context: string;
  /** Absolute. */
  readonly dockerfile: string;
  /** Absolute; never part of what is sent to the builder. */
  readonly outputDirectory: string;
  /** Absolute, ours; receives copies where they are needed. */
  readonly tempDir: string;
  /** Without BuildKit only the .dockerignore of the context itself counts. */
  readonly buildkit: boolean;
}

export interface BuildContext {
  readonly context: string;
  readonly dockerfile: string;
}

/**
 * The context to build from, without our output directory. BuildKit reads the rules beside the Dockerfile, so copies of both with one more line do it
 * without touching the repository.
 */
export async function prepareContext(request: DockerContextRequest): Promise<BuildContext> {
  const inside = await realPathInside(request.context, request.outputDirectory);
  if (inside === null) return { context: request.context, dockerfile: request.dockerfile };
  if (!request.buildkit) return await copyContext(request);
  const dir = join(request.tempDir, "dockerfile");
  await mkdir(dir, { recursive: true });
  const dockerfile = join(dir, basename(request.dockerfile));
  await writeFile(dockerfile, await readFile(request.dockerfile));
  await writeFile(
    `${dockerfile}.dockerignore`,
    withPattern(await readIgnoreFile(request.dockerfile, request.context), inside),
  );
  return { context: request.context, dockerfile };
}

/** Path of `path` below `dir`, slashes; null when it is not below it. Symlinks are followed as far as there are files. */
async function realPathInside(dir: string, path: string): Promise<string | null> {
  const inside = pathInside(await realDirectory(dir), await realDirectory(path), pathStyle(process.platform));
  return inside === "" ? null : inside;
}

async function realDirectory(path: string): Promise<string> {
  return (await ifThere(realpath(path))) ?? resolve(path);
}

/** The rule goes last: the last one that matches a file decides. Patterns are those of Go's filepath.Match. */
export function withPattern(ignore: string, path: string): string {
  const pattern = `/${path.replace(/[\\*?[\]]/g, "\\$&")}`;
  return `${ignore}${ignore === "" || ignore.endsWith("\n") ? "" : "\n"}${pattern}\n`;
}

/**
 * A Dockerfile in the context is that of the copy. One that lies outside goes along under a new random name each time, which docker also writes into the
 * `.dockerignore` that it sends: no `COPY . .` would ever be taken from the layer cache (seen with docker 28.2.2 without buildx).
 */
async function copyContext(request: DockerContextRequest): Promise<BuildContext> {
  const { context, dockerfile, outputDirectory, tempDir } = request;
  const copy = join(tempDir, "context");
  const left = await realDirectory(outputDirectory);
  await cp(context, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: async (source) => (await realDirectory(source)) !== left,
  });
  const inside = await realPathInside(context, dockerfile);
  return { context: copy, dockerfile: inside === null ? dockerfile : join(copy, inside) };
}
