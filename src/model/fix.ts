import type { FilePatch } from "./judgement.ts";
import type { StageId } from "./stage.ts";

/** What stages would change, joined into one change of each file. */
export interface Fix {
  /** Sorted by path. */
  readonly files: readonly FixedFile[];
  /** What it does not hold. */
  readonly lacks: readonly Lack[];
  /** Stages that fail for nothing but what it holds. */
  readonly mends: readonly StageId[];
}

/** A file as it is and as it would be. */
export interface FixedFile {
  /** Relative to the repository. */
  readonly path: string;
  /** null: it is not there. */
  readonly before: string | null;
  /** null: it is to go. */
  readonly after: string | null;
  /** As far as stages have said so; null: not, or there is none. */
  readonly modes: NonNullable<FilePatch["modes"]>;
}

/** A change of one stage that is in no patch, and why. */
export interface Lack {
  readonly stage: StageId;
  readonly path: string;
  readonly why: string;
}
