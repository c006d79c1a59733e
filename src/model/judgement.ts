import type { ChangeCoverage, CoverageShare, CoveredFile } from "./coverage.ts";
import type { ImageFacts } from "./outcome.ts";
import type { Artifact, Benchmarks, Coverage, Finding, TestReport, Threshold } from "./report.ts";

export interface TestsProduct {
  readonly type: "tests";
  readonly tests: TestReport;
  /** Absolute paths of what the run's files of all modules are joined from: suites of JUnit XML, the streams of `go test -json` in order. */
  readonly parts: { readonly suites: readonly string[]; readonly events: readonly string[] };
}

export interface CoverageProduct {
  readonly type: "coverage";
  readonly coverage: Coverage | null;
  /** Judged with the stage; empty where the run has several modules. */
  readonly thresholds: readonly Threshold[];
  /** null: the only module, whose numbers are those of the run. */
  readonly share: CoverageShare | null;
  /** null: one of several modules, whose changes are looked at together. */
  readonly change: ChangeCoverage | null;
  /** Files that count, with their blocks; empty where the run has several modules. */
  readonly covered: readonly CoveredFile[];
}

/** As git knows them: an ordinary file, and one that can be executed. */
export type FileMode = "100644" | "100755";

/** A change of one file: a unified diff without headers. */
export interface FilePatch {
  /** Relative to the repository. */
  readonly path: string;
  readonly diff: string;
  /** null: the file is not there. Absent: it keeps its mode, and a new one is an ordinary file. */
  readonly modes?: { readonly before: FileMode | null; readonly after: FileMode | null };
}

/** What would make a stage pass. */
export interface PatchProduct {
  readonly type: "patch";
  readonly files: readonly FilePatch[];
  /** Names of gates whose changes of the same files it holds too, as what `go fix` would write is formatted. */
  readonly covers: readonly string[];
  /** The stage fails for nothing else: with the patch applied it passes. */
  readonly complete: boolean;
}

/** What a stage was told not to mind, by name, as far as it was there. */
export interface IgnoredProduct {
  readonly type: "ignored";
  readonly names: readonly string[];
}

/** What a stage hands over beside its verdict. */
export type Product =
  | TestsProduct
  | IgnoredProduct
  | CoverageProduct
  | PatchProduct
  | { readonly type: "benchmarks"; readonly benchmarks: Benchmarks }
  | { readonly type: "binary"; readonly artifact: Artifact }
  /** What a step on the image found out; `tarball` as reports name it, null when there is none. */
  | { readonly type: "image"; readonly facts: ImageFacts; readonly tarball: string | null };

/** What the output of a stage's step means, apart from how the step ended. */
export interface Judgement {
  /** Why the stage fails; null: it passes. */
  readonly failure: string | null;
  readonly findings: readonly Finding[];
  /** Passes, but with this to say: the stage becomes `warned`. */
  readonly warning?: string | null;
  /** There was nothing to judge, and why: without a failure the stage becomes `skipped`. */
  readonly skipped?: string;
  /** What reproduces it, when that is not the stage's command; empty: no command does. */
  readonly command?: string;
  /** The failure is the environment's, not the repository's: a server that does not answer. */
  readonly broken?: boolean;
  /** Why it was stopped, where that was another limit than the stage's own. */
  readonly overtime?: string;
  /** See SettledStage. */
  readonly brief?: string;
  /** Kept, listed and uploaded whatever the verdict is. */
  readonly products?: readonly Product[];
}
