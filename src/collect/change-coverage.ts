import { posix } from "node:path";
import { anyCode, codeOf } from "../go/coverage/code.ts";
import { createExclusion } from "../go/coverage/exclude.ts";
import { hasStatements } from "../go/coverage/missing.ts";
import { patchCoverage } from "../go/coverage/patch.ts";
import type { ChangeCoverage, CoverageSettings, CoveredFile } from "../model/coverage.ts";
import type { Package, Project } from "../model/project.ts";
import type { AddedLines, NoChange } from "../project/changed-lines.ts";
import { isGenerated } from "../project/generated.ts";
import { firstOf, plural } from "../text/format.ts";
import { readText } from "./go-sources.ts";

/** What the change under test adds to Go files and others that are asked for, and the commit that it is seen from. */
export type PatchLines = { readonly base: string; readonly added: AddedLines } | NoChange;

/** Asks git what the change is; `others` are files that do not end in `.go`. */
export type ReadPatchLines = (others: readonly string[]) => Promise<PatchLines>;

export interface ChangeFacts {
  readonly project: Project;
  /** Those that Go knows of. */
  readonly packages: readonly Package[];
  /** Import paths of those that left no profile. */
  readonly missing: readonly string[];
  readonly settings: CoverageSettings;
  readonly patchLines: ReadPatchLines;
}

/** What the files of the run's profile say about the change under test. */
export async function changeCoverage(files: readonly CoveredFile[], facts: ChangeFacts): Promise<ChangeCoverage> {
  const limited = facts.settings.limits.patch !== null;
  const paths = new Set(files.flatMap(({ path }) => (path === null ? [] : [path])));
  const lines = await facts.patchLines([...paths].filter((path) => !path.endsWith(".go")));
  if ("problem" in lines) return { limited, patch: null, problem: lines.problem, notes: [] };
  const { base, added } = lines;
  const counts = patchCoverage(files, added, (path) => {
    const text = readText(facts.project, path);
    return text === null ? null : path.endsWith(".go") ? codeOf(text) : anyCode;
  });
  const notes = [...placeless(files, added), ...notCompiled(files, added, facts)];
  return { limited, patch: { base, ...counts }, problem: null, notes };
}

const maxNamed = 10;

/** Files of which nobody knows which lines their statements are on. */
function placeless(files: readonly CoveredFile[], added: AddedLines): readonly string[] {
  const origins = files.filter(({ lines }) => !lines).flatMap((file) => file.origins);
  const changed = [...new Set(origins)].filter((path) => added.has(path)).sort();
  return changed.length === 0
    ? []
    : [
        `\`//line\` directives hide which lines of ${firstOf(changed, maxNamed)} changed: not counted as a part of the change`,
      ];
}

/** Changed Go files of packages that were tested, with statements of which no profile tells: other systems, other build tags. */
function notCompiled(
  files: readonly CoveredFile[],
  added: AddedLines,
  { project, packages, missing, settings }: ChangeFacts,
): readonly string[] {
  const told = new Set(files.flatMap(({ path, origins }) => (path === null ? origins : [path, ...origins])));
  const gone = new Set(missing);
  const tested = packages.filter(({ importPath }) => !gone.has(importPath));
  const names = new Map(tested.map(({ dir, importPath }) => [dir, importPath]));
  const isExcluded = createExclusion(settings.exclude);
  const found = [...added.keys()].filter((path) => {
    const name = names.get(posix.dirname(path));
    if (name === undefined || told.has(path) || !path.endsWith(".go") || path.endsWith("_test.go")) return false;
    const text = isExcluded(path, `${name}/${posix.basename(path)}`) ? null : readText(project, path);
    return text !== null && !(settings.excludeGenerated && isGenerated(text)) && hasStatements(text);
  });
  if (found.length === 0) return [];
  const named = firstOf(found.sort(), maxNamed);
  return [
    `${plural(found.length, "changed file")} that nothing here compiles, such as for another system: not counted (${named})`,
  ];
}
