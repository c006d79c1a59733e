import { UsageError } from "../errors.ts";
import { below } from "../model/stage-id.ts";
import { firstOf } from "../text/format.ts";
import { globMatcher } from "../text/glob.ts";
import { nearest } from "../text/suggest.ts";
import { isInside, joinPath } from "./gomod.ts";

/** The input `modules`, taken apart. All relative to the working directory, slashes. */
export interface ModuleSelection {
  /** Directories by name. */
  readonly literal: readonly string[];
  readonly globs: readonly string[];
  /** What follows an exclamation mark: names and globs. */
  readonly excluded: readonly string[];
}

/** What is needed of a module to select it; `dir` is relative to the repository. */
interface Selectable {
  readonly dir: string;
  readonly path: string | null;
}

/** Takes an entry list apart; null when it is `auto` alone. */
export function selectionOf(entries: readonly string[]): ModuleSelection | null {
  if (entries.length === 1 && entries[0] === "auto") return null;
  const taken = entries.filter((entry) => !entry.startsWith("!") && entry !== "auto");
  const names = (entry: string): boolean => !/[*?[\]{}]/.test(entry);
  return {
    literal: taken.filter(names),
    // `auto`, and excludes alone, begin with every module.
    globs: [...(taken.length === 0 || entries.includes("auto") ? ["**"] : []), ...taken.filter((e) => !names(e))],
    excluded: entries.filter((entry) => entry.startsWith("!")).map((entry) => entry.slice(1)),
  };
}

/** The modules that a selection names, in their order. Throws UsageError for entries that name none, and when none is left. */
export function selectModules<M extends Selectable>(
  selection: ModuleSelection,
  modules: readonly M[],
  directory: string,
): readonly M[] {
  const problems: string[] = [];
  const matching = (entry: string, written: string): ReadonlySet<M> => {
    const found = new Set(modules.filter((module) => matches(entry, module, directory)));
    if (found.size === 0) problems.push(`modules: ${unknown(written, entry, modules, directory)}`);
    return found;
  };
  const taken = [...selection.literal, ...selection.globs].map((entry) => matching(entry, entry));
  const dropped = selection.excluded.map((entry) => matching(entry, `!${entry}`));
  if (problems.length > 0) throw new UsageError(problems);
  const chosen = modules.filter(
    (module) => taken.some((set) => set.has(module)) && !dropped.some((set) => set.has(module)),
  );
  if (chosen.length > 0) return chosen;
  throw new UsageError([`modules: every module is excluded. Found: ${listed(modules, directory)}.`]);
}

/** What a module is called in the input; the one that the working directory lies in is `.` as well. */
export function selectionName(dir: string, directory: string): string {
  return isInside(directory, dir) ? below(directory, dir) : ".";
}

function matches(entry: string, { dir }: Selectable, directory: string): boolean {
  const name = selectionName(dir, directory);
  const wanted = joinPath(".", entry);
  return name === wanted || globMatcher(wanted)(name) || (wanted === "**" && name === ".");
}

function unknown(written: string, entry: string, modules: readonly Selectable[], directory: string): string {
  const names = modules.map(({ dir }) => selectionName(dir, directory));
  const byPath = modules.find(({ path }) => path === entry);
  const meant = byPath === undefined ? nearest(entry, names) : selectionName(byPath.dir, directory);
  const hint = meant === null ? "." : `; did you mean "${meant}"?`;
  return `"${written}" is no module at or below working-directory${hint} Found: ${listed(modules, directory)}.`;
}

/** Names on one line; people with more know where to look. */
const shownNames = 20;

function listed(modules: readonly Selectable[], directory: string): string {
  const names = modules.map(({ dir }) => selectionName(dir, directory));
  return firstOf(names, shownNames);
}
