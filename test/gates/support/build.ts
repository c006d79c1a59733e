import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { writeVariant } from "./variant.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Directory of the variant, with its sources, what was generated from them, and dist/. */
    readonly variant: string;
  }
}

/** Makes the variant with the project's own scripts, once for all tests. */
export function setup(project: TestProject): () => void {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "gates-")));
  const remove = (): void => rmSync(dir, { recursive: true, force: true });
  try {
    writeVariant(dir);
    runNode(dir, ["node_modules/tsx/dist/cli.mjs", "scripts/generate.ts"]);
    runNode(dir, ["scripts/build.mjs"]);
  } catch (error) {
    remove();
    throw error;
  }
  project.provide("variant", dir);
  return remove;
}

function runNode(cwd: string, argv: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, argv, { cwd, encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${argv.join(" ")} of the variant exited with ${status}:\n${stdout}${stderr}`);
}
