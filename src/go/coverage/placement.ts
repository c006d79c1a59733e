import { posix } from "node:path";
import type { CoveredFile, Extent } from "../../model/coverage.ts";
import { repoPath, type SourceMap } from "../source-map.ts";
import { FileBlocks } from "./blocks.ts";
import { type DirectedFunction, type Directive, directedFunctions, directivesOf } from "./directives.ts";
import { functionExtents, isInFunction, positionsOf } from "./functions.ts";
import { lastLine } from "./summary.ts";

/** A Go file of a package that is no test; path in the repository. */
export interface GoSource {
  readonly path: string;
  readonly text: string;
}

export interface PlacementOptions extends SourceMap {
  /**
   * Lines in the profile are those of the Go file, whatever file a directive names: since Go 1.27. Before, they are what directives say.
   */
  readonly ownLines: boolean;
  /** How many lines a file of the repository has; null when it is not there. */
  readonly lineCount: (path: string) => number | null;
}

/** A Go file that may hold functions of a name in the profile. */
interface Origin extends GoSource {
  readonly directives: readonly Directive[];
}

/**
 * Finds the places of what the profile says of one package. All of it counts; it is of a Go file, with functions and lines, where that can be told:
 * a directive may name any file, and several Go files may name the same.
 */
export function placeFiles(
  files: readonly CoveredFile[],
  sources: readonly GoSource[],
  options: PlacementOptions,
): readonly CoveredFile[] {
  const origins = sources.map((source): Origin => ({ ...source, directives: directivesOf(source.text) }));
  return files.flatMap((file) => {
    const named = posix.basename(file.path ?? file.name);
    const possible = origins.filter(
      ({ path, directives }) =>
        posix.basename(path) === named || directives.some((directive) => posix.basename(directive.file) === named),
    );
    const found = { ...file, origins: possible.map(({ path }) => path) };
    const [only] = possible;
    if (only === undefined) return [{ ...found, lines: false }];
    if (possible.length === 1 && only.directives.length === 0) {
      return [{ ...found, functions: functionExtents(only.text) }];
    }
    return options.ownLines ? inOrigins(found, possible, named) : [inNamedFile(found, possible, named, options)];
  });
}

/** Since Go 1.27: a block belongs to the Go file that has a function of that name there. One that may be of two leaves all of the name without. */
function inOrigins(file: CoveredFile, possible: readonly Origin[], named: string): readonly CoveredFile[] {
  const extents = possible.map((origin) => ({ path: origin.path, extents: extentsOf(origin, named) }));
  const placed = new Map<string, FileBlocks>();
  for (const block of file.blocks) {
    const holding = extents.length === 1 ? extents : extents.filter((origin) => isInFunction(origin.extents, block));
    const [first] = holding;
    if (first === undefined || holding.length > 1) return [{ ...file, lines: false }];
    const blocks = placed.get(first.path) ?? new FileBlocks();
    placed.set(first.path, blocks);
    blocks.add(block, "count");
  }
  return [...placed].map(([path, blocks]) => ({ ...file, blocks, path, origins: [path], lines: true }));
}

/**
 * Up to Go 1.26: the lines are those of a file that is there, has as many, and no functions of its own besides, where no function of that name names
 * another within itself.
 */
function inNamedFile(
  file: CoveredFile,
  possible: readonly Origin[],
  named: string,
  options: PlacementOptions,
): CoveredFile {
  const targets = new Set(possible.flatMap((origin) => targetsOf(origin, named, options)));
  const [target = null] = targets;
  const alone = targets.size === 1 && (possible.length === 1 || possible.every(({ path }) => path !== target));
  if (target !== null && alone && lastLineOf(file) <= (options.lineCount(target) ?? 0)) {
    return { ...file, path: target, lines: true };
  }
  const [only] = possible;
  return { ...file, path: possible.length === 1 && only !== undefined ? only.path : file.path, lines: false };
}

function lastLineOf({ blocks }: CoveredFile): number {
  let last = 0;
  for (const block of blocks) last = Math.max(last, block.startLine, lastLine(block));
  return last;
}

function targetsOf(origin: Origin, named: string, options: PlacementOptions): readonly (string | null)[] {
  const files = functionsOf(origin, named).flatMap((found) => found.files);
  const dir = posix.dirname(origin.path);
  return files.map((file) => (file === null ? origin.path : repoPath(options, file, dir)));
}

function extentsOf(origin: Origin, named: string): readonly Extent[] {
  const spans = functionsOf(origin, named).map(({ span }) => span);
  return positionsOf(origin.text, spans);
}

/** The functions that have this name in the profile. */
function functionsOf({ path, text, directives }: Origin, named: string): readonly DirectedFunction[] {
  const functions = directedFunctions(text, directives);
  return functions.filter(({ files: [first] }) => posix.basename(first ?? path) === named);
}
