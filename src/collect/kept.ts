import { chmod, lstat } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../errors.ts";
import { readIrregular } from "../files/irregular.ts";
import type { OutputDir } from "../files/output-dir.ts";
import { keptDir } from "../model/step.ts";
import type { Redactor } from "../platform/mask.ts";
import { firstOf } from "../text/format.ts";
import { moveRedacted } from "./files.ts";
import { leftIn } from "./test-artifacts.ts";

export interface KeptOutputs {
  /** Outputs of which there is nothing. */
  readonly missing: readonly string[];
  /** What was left out: the first of it, and how much more; null: nothing. */
  readonly refused: string | null;
}

/** Brings what a stage was asked to leave to `stages/<name>`: regular files alone, with their modes and without secrets. */
export async function keepOutputs(
  resultDir: string,
  { name: stage, outputs }: { readonly name: string; readonly outputs: readonly string[] },
  { output, redactor }: { readonly output: OutputDir; readonly redactor: Redactor },
): Promise<KeptOutputs> {
  if (outputs.length === 0) return { missing: [], refused: null };
  const from = join(resultDir, keptDir);
  const to = join(output.path, "stages", stage);
  const left = await leftIn(resultDir, keptDir, await readIrregular(resultDir));
  const files = left.map(({ name, fault }) => ({ name, fault: fault ?? nameFault(name, redactor) }));
  for (const { name, fault } of files) {
    if (fault !== null) continue;
    const { mode } = await lstat(join(from, name));
    await moveRedacted(join(from, name), join(to, name), redactor);
    await chmod(join(to, name), mode & 0o777);
  }
  const there = await Promise.all(outputs.map((path) => isThere(join(from, path))));
  const regular = files.flatMap(({ name, fault }) => (fault === null ? [name] : []));
  const refused = files.flatMap(({ name, fault }) => (fault === null ? [] : [`${name} ${fault}`]));
  return {
    missing: outputs.filter((path, at) => !regular.includes(path) && there[at] !== true),
    refused: refused.length === 0 ? null : `not kept: ${firstOf(refused, 1)}`,
  };
}

/** A name cannot be kept without its secret. */
function nameFault(name: string, { redact }: Redactor): string | null {
  return redact(name) === name ? null : "has a secret in its name";
}

async function isThere(path: string): Promise<boolean> {
  return (await ifThere(lstat(path)))?.isDirectory() === true;
}
