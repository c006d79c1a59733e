import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gitIn } from "../repository.ts";

/** Publishes a module as a bare repository below `root`, with one version. */
export function publish(root: string, path: string, module: string, version = "v1.0.0"): void {
  const bare = join(root, path);
  const work = `${bare}.work`;
  mkdirSync(dirname(bare), { recursive: true });
  mkdirSync(work);
  writeFileSync(join(work, "go.mod"), `module ${module}\n\ngo 1.22\n`);
  writeFileSync(join(work, "lib.go"), "package lib\n\nfunc One() int { return 1 }\n");
  gitIn(work, "init", "--quiet", "--initial-branch=main");
  gitIn(work, "add", "--all");
  gitIn(work, "commit", "--quiet", "--message=first");
  gitIn(work, "tag", version);
  gitIn(root, "clone", "--quiet", "--bare", work, bare);
}
