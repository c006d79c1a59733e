import { realpathSync, statSync } from "node:fs";
import { systemCode } from "../errors.ts";
import type { PathFacts } from "../project/locate.ts";

/** The file system of this machine. A path that cannot be looked at (no permission, a loop of links) counts as absent. */
export function nodePathFacts(platform: NodeJS.Platform = process.platform): PathFacts {
  return {
    style: platform === "win32" ? "win32" : "posix",
    realpath: (path) => attempt(() => realpathSync.native(path)),
    kind: (path) =>
      attempt(() => {
        const stats = statSync(path);
        if (stats.isDirectory()) return "directory";
        return stats.isFile() ? "file" : "other";
      }),
  };
}

function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch (error) {
    if (systemCode(error) !== null) return null;
    throw error;
  }
}
