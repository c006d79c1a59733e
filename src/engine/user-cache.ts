import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where this program keeps what it may lose: `dagger-go-pipeline` in the user's cache directory (XDG_CACHE_HOME or ~/.cache, ~/Library/Caches,
 * %LOCALAPPDATA%). Absolute; not created.
 */
export function userCacheDirectory(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  const given = (name: string): string | null => env[name] || null;
  const home = given("HOME") ?? homedir();
  const parent =
    platform === "win32"
      ? (given("LOCALAPPDATA") ?? join(home, "AppData", "Local"))
      : platform === "darwin"
        ? join(home, "Library", "Caches")
        : (given("XDG_CACHE_HOME") ?? join(home, ".cache"));
  return join(parent, "dagger-go-pipeline");
}
