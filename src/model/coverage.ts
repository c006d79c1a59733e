import type { Comparison, Patch } from "./report.ts";

/** A piece of code that runs from its beginning to its end: lines from 1, columns from 1 in bytes, the end exclusive. */
export interface CoverageBlock {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly statements: number;
  readonly count: number;
}

/** The blocks of one file, each place once. */
export interface Blocks extends Iterable<CoverageBlock> {
  readonly size: number;
}

export type CoverMode = "set" | "count" | "atomic";

/** A directory that `coverage-data` names. */
export interface CoverageDirectory {
  /** As it was written. */
  readonly text: string;
  /** Absolute, links resolved. */
  readonly path: string;
}

/** What runs of one covered binary left behind (`go build -cover`, GOCOVERDIR). */
export interface CoverageBuild {
  /** Of its meta-data: another program, other sources, another Go or mode has another one. */
  readonly hash: string;
  readonly mode: CoverMode;
  /** Absolute path of the file of meta-data. */
  readonly meta: string;
  /** Absolute paths of the files of counters. */
  readonly counters: readonly string[];
  /** The directories that have them, as written. */
  readonly directories: readonly string[];
}

/** The text of one declared function as go/ast gives it; positions as in `Block`. */
export type Extent = Pick<CoverageBlock, "startLine" | "startColumn" | "endLine" | "endColumn">;

/** One file of a profile that counts. */
export interface CoveredFile {
  /** As in the profile. */
  readonly name: string;
  readonly importPath: string;
  /** In the repository; null for files of other modules, as with `-coverpkg=all`. */
  readonly path: string | null;
  readonly blocks: Blocks;
  /** Where its functions are; null: not known, every block counts. */
  readonly functions: readonly Extent[] | null;
  /** The lines of its blocks are lines of the file at `path`. */
  readonly lines: boolean;
  /** The Go files that it may come from, in the repository; one as a rule. */
  readonly origins: readonly string[];
}

export interface Thresholds {
  /** Percent of all statements; null: no limit. */
  readonly total: number | null;
  /** Percent of every package's statements; null: no limit. */
  readonly perPackage: number | null;
  /** The last one whose pattern has the file, relative to the repository, counts; null: every file. */
  readonly perFile: readonly { readonly glob: string | null; readonly floor: number }[];
  /** Percent of the statements that the change touches; null: no limit. */
  readonly patch: number | null;
}

/** Coverage of the change under test. */
export interface ChangeCoverage {
  /** A limit was asked for. */
  readonly limited: boolean;
  /** null: not known. */
  readonly patch: Patch | null;
  /** Why it is not known; null when it is. */
  readonly problem: string | null;
  /** What of the change is in no number, and why. */
  readonly notes: readonly string[];
}

/** Coverage of a commit, for runs that are compared with it. */
export type Baseline = NonNullable<Comparison["baseline"]>;

/** null: there is none, for this reason. */
export type FoundBaseline =
  | { readonly coverage: Baseline; readonly problem: null }
  | { readonly coverage: null; readonly problem: string };

/** What the inputs ask for. */
export interface CoverageSettings {
  readonly limits: Thresholds;
  /** Patterns of files that do not count. */
  readonly exclude: readonly string[];
  readonly excludeGenerated: boolean;
}

/** What one of several modules adds to the coverage of the run, which is judged when all are in. */
export interface CoverageShare {
  /** null: no profile was written. */
  readonly profile: { readonly mode: CoverMode | null; readonly files: readonly CoveredFile[] } | null;
  /** What is wrong with the profile. */
  readonly problem: string | null;
  readonly settings: CoverageSettings;
}
