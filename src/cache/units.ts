import type { ListedFile } from "../engine/cache-listing.ts";

/** Files that are of use together only. */
export interface CacheUnit {
  readonly name: string;
  readonly files: readonly ListedFile[];
}
