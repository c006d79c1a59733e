import { realpath } from "node:fs/promises";
import { join, relative } from "node:path";
import { inSlices } from "../../../project/in-slices.ts";
import { readBuildFiles } from "../../../project/source.ts";
import { digestOf } from "../digest.ts";
import { unknownInclude } from "./includes.ts";
import type { Reach } from "./reach.ts";
import { isModuleFile, readFacts, type SourceFileFacts, type SourcePlace, stampOf } from "./source-file.ts";

/** What the files are that can decide a format, vet or build stage of a module, at one moment. */
export interface Sources {
  /** SHA-256 over paths, kinds and contents, in hexadecimal. */
  readonly digest: string;
  /** SHA-256 over paths, sizes, times and inode numbers: the same as long as nobody wrote to a file. */
  readonly stamp: string;
  readonly moduleFiles: readonly ModuleText[];
  /** A file asks for cgo. */
  readonly cgo: boolean;
  /** Why a build may read what is not in the digest; null when it cannot. */
  readonly unknown: string | null;
}

/** A go.mod or go.work; the path is relative to the repository. */
export interface ModuleText {
  readonly path: string;
  readonly content: string;
}

export interface SourcesRequest {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute paths that are no part of it, such as the output directory. */
  readonly without: readonly string[];
}

/** Every file that a build could read. */
export interface SourceTree {
  readonly place: SourcePlace;
  readonly files: readonly SourceFileFacts[];
}

/**
 * Reads every file that a build without cgo could read, those of submodules and of checkouts inside the checkout included. More than a stage needs, so a
 * change of a file that it does not read makes it run again, never the reverse.
 */
export async function readTree(request: SourcesRequest): Promise<SourceTree> {
  const paths = await readBuildFiles(request);
  const place = await placeOf(request);
  return { place, files: await Promise.all(await inSlices(paths, (path) => readFacts(place, path))) };
}

/** The part of the tree that a module's stages can read. */
export function sourcesOf({ place, files: all }: SourceTree, reach: Reach): Sources {
  const files = all.filter(({ path }) => reach(path));
  const moduleFiles = files
    .filter(({ path }) => isModuleFile(path))
    .map(({ path, content }) => ({ path, content: content?.toString() ?? "" }));
  const unknown = files.find((file) => file.unknown !== null)?.unknown ?? unknownInclude(place.real, files);
  return {
    digest: digestOf(files.map(({ path, kind, hash }) => [path, kind, hash])),
    stamp: stampOfFiles(files),
    ...{ moduleFiles, unknown },
    cgo: files.some((file) => file.cgo),
  };
}

/** Path and stamp of every file as it is now, without reading it. */
export async function readStamps(request: SourcesRequest): Promise<readonly FileStamp[]> {
  const paths = await readBuildFiles(request);
  return await inSlices(paths, (path) => ({ path, stamp: stampOf(join(request.root, path)) }));
}

export type FileStamp = Pick<SourceFileFacts, "path" | "stamp">;

/** To be compared with that of {@link Sources}. */
export function stampOfFiles(files: readonly FileStamp[]): string {
  return digestOf(files.map(({ path, stamp }) => [path, stamp]));
}

/** Where the sources lie, as far as links may lead in it. */
export async function placeOf({ root, without }: SourcesRequest): Promise<SourcePlace> {
  const real = await realpath(root);
  return { root, real, without: without.map((path) => join(real, relative(root, path))) };
}
