import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Generated } from "./files.ts";

/**
 * Folders of programs that run elsewhere, in files that their own tools see (shellcheck; gofmt and vet). What they hold is embedded: what
 * ncc 0.45.0 makes of a file beside the code depends on how its URL is written (findings/ncc-makes-three-things-of-a-url.sh).
 */
export const programFolders: readonly string[] = [
  "src/engine/dagger/scripts",
  "src/engine/dagger/tests",
  "src/engine/dagger/image/smoke",
  "src/engine/host/docker/mounts",
];

/** The module `texts.ts` of every folder in `programFolders`. */
export function embeddedFiles(root: string): readonly Generated[] {
  return programFolders.map((folder) => ({
    path: `${folder}/texts.ts`,
    text: () => textsModule(readPrograms(join(root, folder))),
  }));
}

function readPrograms(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => /\.(sh|go)$/.test(name));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** A module that exports texts by the names of their files. */
export function textsModule(programs: ReadonlyMap<string, string>): string {
  const rows = [...programs].map(([name, text]) => `  ${JSON.stringify(name)}:\n    ${JSON.stringify(text)},\n`);
  return `/** The programs of this folder by name. Written by scripts/generate.ts. */\nexport const texts = {\n${rows.join("")}} as const;\n`;
}
