import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../../errors.ts";
import { digestOf } from "./digest.ts";

export interface WarmthRequest {
  /** Absolute path of a directory for notes of this kind; made when there is something to note. */
  readonly directory: string;
  /** Absolute path of the repository. */
  readonly root: string;
  /** `go env -json`. */
  readonly goEnv: Readonly<Record<string, string>>;
}

/** Whether an earlier run filled the build cache with what this repository needs, and nobody has emptied it since. */
export async function isWarm(request: WarmthRequest): Promise<boolean> {
  const identity = await identityOf(request);
  return identity !== null && identity === (await ifThere(readFile(notePath(request), "utf8")));
}

/** Takes note that the build cache is filled now. */
export async function noteWarmth(request: WarmthRequest): Promise<void> {
  const identity = await identityOf(request);
  if (identity === null) return;
  await mkdir(request.directory, { recursive: true, mode: 0o700 });
  await writeFile(notePath(request), identity);
}

function notePath({ directory, root, goEnv }: WarmthRequest): string {
  return join(directory, digestOf([root, goEnv["GOVERSION"], goEnv["GOCACHE"]]));
}

/** `go clean -cache` removes the 256 directories of the cache (cmd/go/internal/clean): the next run makes others. null: there is no cache. */
async function identityOf({ goEnv }: WarmthRequest): Promise<string | null> {
  const found = await ifThere(stat(join(goEnv["GOCACHE"] ?? "", "00")));
  return found === null ? null : `${found.ino} ${found.birthtimeMs}`;
}
