import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..", "fixtures", "go");

/** Captured output; `name` is `group/case/go1.26.8.run`. See scripts/capture-fixtures.mjs. */
export interface Captured {
  readonly stdout: string;
  readonly stderr: string;
  /** null: ended by a signal. */
  readonly exitCode: number | null;
}

export function captured(name: string): Captured {
  const exit = fixtureText(`${name}.exit`).trim();
  return {
    stdout: fixtureText(`${name}.out`),
    stderr: fixtureText(`${name}.err`),
    exitCode: /^\d+$/.test(exit) ? Number(exit) : null,
  };
}

/** A file that a tool wrote, or any other below the fixtures. */
export function fixtureText(name: string): string {
  return readFileSync(join(root, name), "utf8");
}

/** The module of nearly every fixture, at the root of the repository, where the tools ran as `/src`. */
export const source = { root: "/src", modules: [{ dir: ".", path: "example.com/m" }] };
