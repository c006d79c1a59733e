/** What a run looked at and left behind, for reports that show it; read when it is asked for. */
export interface Evidence {
  /** Size of a source in bytes; null: there is none to show. */
  readonly sourceSize: (path: string) => number | null;
  /** A Go file of the repository, without secrets; null: there is none to show. */
  readonly source: (path: string) => CountedSource | null;
  /** What lies in the log of a stage, its beginning and its end; null: nothing was written. */
  readonly log: (stage: string, limit: number) => Promise<LogEnds | null>;
}

export interface CountedSource {
  readonly text: string;
  /** Lengths in UTF-16 units and how often what is so long ran, by turns; -1: not tracked. */
  readonly runs: readonly number[];
}

/** Whole lines from both ends of a file, as they are. */
export interface LogEnds {
  /** Relative to the output directory. */
  readonly path: string;
  readonly bytes: number;
  readonly head: string;
  /** null: `head` is all of it. */
  readonly tail: string | null;
}

export const noEvidence: Evidence = { sourceSize: () => null, source: () => null, log: () => Promise.resolve(null) };
