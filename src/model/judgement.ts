import type { ImageFacts } from "./outcome.ts";
import type { Artifact, Coverage, Finding, TestReport, Threshold } from "./report.ts";

/** What a stage hands over beside its verdict. */
export type Product =
  | { readonly type: "tests"; readonly tests: TestReport }
  | { readonly type: "coverage"; readonly coverage: Coverage | null; readonly thresholds: readonly Threshold[] }
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
  /** What reproduces it, when that is not the stage's command; empty: no command does. */
  readonly command?: string;
  /** The failure is the environment's, not the repository's: a server that does not answer. */
  readonly broken?: boolean;
  /** Kept, listed and uploaded whatever the verdict is. */
  readonly products?: readonly Product[];
}
