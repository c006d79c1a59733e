import { output } from "./tools.ts";

/** How @actions/cache packs archives (packages/cache/src/internal/tar.ts of actions/toolkit): with all cores by zstd, or by gzip where there is no zstd. */
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
