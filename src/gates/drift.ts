import { type Drift, treeDrift } from "../collect/tree-drift.ts";
import type { Module, Project } from "../model/project.ts";
import type { NotRun } from "../model/stage.ts";
import { firstOf } from "../text/format.ts";
import type { ChangedFile } from "./changes.ts";

/** What steps that write to a copy of the repository have in common. */

/** Why a stage does not run on a copy: what its modules name outside of the repository is not in it; null: it does. */
export function reachesOutside(modules: readonly Pick<Module, "outside">[]): NotRun | null {
  const outside = [...new Set(modules.flatMap((module) => module.outside))];
  if (outside.length === 0) return null;
  return {
    status: "skipped",
    reason: `runs on a copy of the repository, and ${firstOf(outside, 3)} is outside of it`,
  };
}

/**
 * The files that a step changed in its copy, for findings and fix.patch; null: nobody knows. `title` says of each who changes it.
 */
export async function changedInCopy(
  resultDir: string,
  project: Pick<Project, "root" | "git">,
  { title, counts }: { readonly title: (drift: Drift) => string; readonly counts?: (path: string) => boolean },
): Promise<readonly ChangedFile[] | null> {
  const drifts = await treeDrift(resultDir, project, counts);
  if (drifts === null) return null;
  return drifts.map((drift) => {
    const { path, line, diff, modes, unfit } = drift;
    const bytesOnly = unfit === null && diff !== "" && modes?.before === modes?.after;
    const file = { path, line, diff, title: title(drift), ...(bytesOnly || modes === undefined ? {} : { modes }) };
    return unfit === null ? file : { ...file, message: unfit };
  });
}
