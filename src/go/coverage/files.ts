import { posix } from "node:path";
import type { Blocks, CoveredFile } from "../../model/coverage.ts";
import { importedPath, isAbsolute, repoPath, type SourceMap, slashes } from "../source-map.ts";
import { createExclusion } from "./exclude.ts";
import type { Profile } from "./profile.ts";

export interface CoverageOptions extends SourceMap {
  /** Directory `go test` ran in, relative to the repository. */
  readonly cwd: string;
  /** `coverage-exclude`. */
  readonly exclude: readonly string[];
  /** Says which files are left out besides, such as generated ones; paths in the repository. */
  readonly isExcluded?: (path: string) => boolean;
}

/** The files of a profile with their places in the repository as far as their names say it, sorted by name. */
export function namedFiles(profile: Profile, options: CoverageOptions): readonly CoveredFile[] {
  const files = [...profile.files].map(([name, blocks]) => place(name, blocks, options));
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Without those that are excluded: by a name of their own, or by that of every Go file they may come from. */
export function withoutExcluded(files: readonly CoveredFile[], options: CoverageOptions): readonly CoveredFile[] {
  const exclusion = createExclusion(options.exclude);
  const isLeftOut = (path: string | null, name: string): boolean =>
    exclusion(path, name) || (path !== null && options.isExcluded?.(path) === true);
  return files.filter(
    ({ path, name, origins }) =>
      !isLeftOut(path, name) && (origins.length === 0 || !origins.every((origin) => isLeftOut(origin, name))),
  );
}

/** Both, for files that are all known by their names. */
export function coveredFiles(profile: Profile, options: CoverageOptions): readonly CoveredFile[] {
  return withoutExcluded(namedFiles(profile, options), options);
}

/**
 * Names are import paths with a file name; of files given on the command line, absolute paths or ones that begin with a dot; outside of
 * modules, `_` before an absolute directory.
 */
function place(name: string, blocks: Blocks, options: CoverageOptions): CoveredFile {
  const clean = slashes(name).replace(/^_(?=\/|[A-Za-z]:\/)/, "");
  const isFile = isAbsolute(clean) || clean.startsWith("./") || clean.startsWith("../");
  const path = isFile ? repoPath(options, clean, options.cwd) : importedPath(options, clean);
  const importPath = isFile && path !== null ? importPathOf(path, options) : posix.dirname(clean);
  // Of a file that is not here nobody can tell more than its name does.
  return { name, importPath, path, blocks, functions: null, lines: clean.endsWith(".go"), origins: [] };
}

/** The import path of a directory of the repository, by the innermost module that holds it. */
function importPathOf(path: string, { modules }: SourceMap): string {
  const dir = posix.dirname(path);
  const holding = modules.filter(
    (module) => module.dir === "." || dir === module.dir || dir.startsWith(`${module.dir}/`),
  );
  const module = holding.sort((a, b) => b.dir.length - a.dir.length)[0];
  if (module === undefined || module.path === null) return dir;
  return posix.join(module.path, posix.relative(module.dir, dir));
}
