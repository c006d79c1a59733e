import type { CoverageShare } from "./coverage.ts";
import type { ImageFacts } from "./outcome.ts";
import type { Artifact, Coverage, Finding, TestReport, Threshold } from "./report.ts";

export interface TestsProduct {
  readonly type: "tests";
  readonly tests: TestReport;
  /** Absolute paths of what the run's files of all modules are joined from: suites of JUnit XML, the stream of `go test -json`. */
  readonly parts: { readonly suites: string; readonly events: readonly string[] };
}

export interface CoverageProduct {
  readonly type: "coverage";
  readonly coverage: Coverage | null;
  /** Judged with the stage; empty where the run has several modules. */
  readonly thresholds: readonly Threshold[];
  /** null: the only module, whose numbers are those of the run. */
  readonly share: CoverageShare | null;
}

/** What would make a stage pass: unified diffs without headers, by path relative to the repository. */
export interface PatchProduct {
  readonly type: "patch";
  readonly files: readonly { readonly path: string; readonly diff: string }[];
  /** The files come out formatted: it holds what a formatter alone would change in them. */
  readonly formats: boolean;
}

/** What a stage hands over beside its verdict. */
export type Product =
  | TestsProduct
  | CoverageProduct
  | PatchProduct
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
  /** Kept, listed and uploaded whatever the verdict is. */
  readonly products?: readonly Product[];
}
