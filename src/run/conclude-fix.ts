import type { EnvironmentError } from "../errors.ts";
import { writeFixed } from "../files/write-fixed.ts";
import type { Fix } from "../model/fix.ts";
import type { StageResult } from "../model/report.ts";
import { uncommitted } from "../project/uncommitted.ts";
import { reasonOf } from "../report/errors.ts";
import { plural } from "../text/format.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import type { Run, RunOutcome } from "./state.ts";

/** Applies what the stages of a run would change. 0: it is done, or nothing was to do; 1: something failed; 2: a file has changes of its own; 3, 130 as in a run. */
export async function conclude(run: Run, { collected, results, output }: RunOutcome): Promise<number> {
  await output.clean();
  if (run.signal.aborted) return 130;
  const { fix } = collected;
  const { root } = run.project;
  // Their changes could not be told from ours afterwards.
  const dirty = await uncommitted(
    root,
    fix.files.map(({ path }) => path),
  );
  for (const path of dirty) run.platform.error(sanitizeLine(dirtyWords(path, output.relative(output.fixPatch))));
  if (dirty.length > 0) return 2;
  const skipped = await apply(root, fix);
  for (const { path, why } of skipped) run.platform.error(sanitizeLine(`fix: ${path} stays as it is: ${why}`));
  const left = new Set(skipped.map(({ path }) => path));
  sayDone(
    run,
    fix.files.map(({ path }) => path).filter((path) => !left.has(path)),
  );
  return exitCode(run, fix, results, skipped.length);
}

/** What broke before there was a plan. */
export async function concludeBroken(run: Run, error: EnvironmentError | null): Promise<number> {
  if (error !== null) run.platform.error(reasonOf(error));
  return run.signal.aborted ? 130 : 3;
}

interface Skipped {
  readonly path: string;
  readonly why: string;
}

/** Writes the files by itself: it needs no git for that. */
async function apply(root: string, { files }: Fix): Promise<readonly Skipped[]> {
  const skipped: Skipped[] = [];
  for (const file of files) {
    const why = await writeFixed(root, file);
    if (why !== null) skipped.push({ path: file.path, why });
  }
  return skipped;
}

function dirtyWords(path: string, patch: string): string {
  return `fix: ${path} has uncommitted changes. Nothing was changed: commit or stash them, or apply ${patch} yourself.`;
}

function sayDone({ platform }: Run, paths: readonly string[]): void {
  platform.log(paths.length === 0 ? "fix: nothing to change" : `fix: ${plural(paths.length, "file")} changed`);
  for (const path of paths) platform.log(sanitizeLine(`  ${path}`));
}

function exitCode(run: Run, fix: Fix, results: readonly StageResult[], skipped: number): number {
  const preparing = new Set(run.gates.filter(({ fixes }) => fixes === "first").map(({ name }) => name));
  const broken = results.filter(({ status }) => status === "errored");
  const mended = new Set(fix.mends);
  const failed = results.filter(
    ({ id, gate, status }) =>
      (status === "blocked" || ((status === "warned" || status === "failed") && !preparing.has(gate))) &&
      !mended.has(id),
  );
  for (const { id, reason } of [...broken, ...failed]) {
    run.platform.error(sanitizeLine(`fix: ${id} failed: ${reason ?? "it did not run to its end"}`));
  }
  if (broken.length > 0) return 3;
  return failed.length + fix.lacks.length + skipped > 0 ? 1 : 0;
}
