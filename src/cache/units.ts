import type { ListedFile } from "../engine/cache-listing.ts";

/** Files that are of use together only. */
export interface CacheUnit {
  readonly name: string;
  readonly files: readonly ListedFile[];
}

/** The sum of the sizes of files. */
export function bytesOf(files: readonly ListedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
