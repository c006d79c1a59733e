import { stat } from "node:fs/promises";
import { output } from "./tools.ts";

/**
 * Directories as one archive, packed and unpacked as @actions/cache does it (packages/cache/src/internal/tar.ts of actions/toolkit): tar, compressed with all cores
 * by zstd, or by gzip where there is no zstd.
 */
export type Archiver = "zstd" | "gzip";

export async function findArchiver(): Promise<Archiver> {
  try {
    await output("zstd", ["--version"]);
    return "zstd";
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "gzip";
    throw error;
  }
}

/** Packs `names`, which lie in `base`; answers the archive's size in bytes. */
export async function pack(
  archiver: Archiver,
  archive: string,
  base: string,
  names: readonly string[],
): Promise<number> {
  const compress = archiver === "zstd" ? ["--use-compress-program", "zstdmt"] : ["-z"];
  await output("tar", ["--posix", ...compress, "-cf", archive, "-C", base, ...names]);
  return (await stat(archive)).size;
}

/** Unpacks what `pack` made to where it was. */
export async function unpack(archiver: Archiver, archive: string, base: string): Promise<void> {
  const compress = archiver === "zstd" ? ["--use-compress-program", "unzstd"] : ["-z"];
  await output("tar", [...compress, "-xf", archive, "-C", base]);
}
