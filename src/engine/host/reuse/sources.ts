import { realpath } from "node:fs/promises";
import { join, relative } from "node:path";
import { inSlices } from "../../../project/in-slices.ts";
import { readBuildFiles } from "../../../project/source.ts";
import { digestOf } from "../digest.ts";
import { unknownInclude } from "./includes.ts";
import { isModuleFile, readFacts, type SourcePlace, stampOf } from "./source-file.ts";

/** What the files are that can decide a format, vet or build stage, at one moment. */
export interface Sources {
  /** SHA-256 over paths, kinds and contents, in hexadecimal. */
  readonly digest: string;
  /** SHA-256 over paths, sizes, times and inode numbers: the same as long as nobody wrote to a file. */
  readonly stamp: string;
  /** Contents of all go.mod and go.work files. */
  readonly moduleFiles: readonly string[];
  /** A file asks for cgo. */
  readonly cgo: boolean;
  /** Why a build may read what is not in the digest; null when it cannot. */
  readonly unknown: string | null;
}

export interface SourcesRequest {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute paths that are no part of it, such as the output directory. */
  readonly without: readonly string[];
}

/**
 * Reads every file that a build without cgo could read, those of submodules and of checkouts inside the checkout included. More than a stage needs, so a
 * change of a file that it does not read makes it run again, never the reverse.
 */
export async function readSources(request: SourcesRequest): Promise<Sources> {
  const paths = await readBuildFiles(request);
  const place = await placeOf(request);
  const files = await Promise.all(await inSlices(paths, (path) => readFacts(place, path)));
  const moduleFiles = files.filter(({ path }) => isModuleFile(path)).map(({ content }) => content?.toString() ?? "");
  const unknown = files.find((file) => file.unknown !== null)?.unknown ?? unknownInclude(place.real, files);
  return {
    digest: digestOf(files.map(({ path, kind, hash }) => [path, kind, hash])),
    stamp: digestOf(files.map(({ path, stamp }) => [path, stamp])),
    ...{ moduleFiles, unknown },
    cgo: files.some((file) => file.cgo),
  };
}

/** The stamp of the files as they are now, without reading them. */
export async function readStamp(request: SourcesRequest): Promise<string> {
  const paths = await readBuildFiles(request);
  return digestOf(await inSlices(paths, (path) => [path, stampOf(join(request.root, path))]));
}

/** Where the sources lie, as far as links may lead in it. */
export async function placeOf({ root, without }: SourcesRequest): Promise<SourcePlace> {
  const real = await realpath(root);
  return { root, real, without: without.map((path) => join(real, relative(root, path))) };
}
