/** How reports show findings of one source. */
export interface FindingKind {
  /** Named by `source` in the report. */
  readonly source: string;
  /** Headline of its part of the summary. */
  readonly title: string;
  /** Lower comes first: what makes everything else fail. Equal ranks keep the order of stages. */
  readonly rank: number;
  /** It keeps code from compiling, and so from being tested. */
  readonly basic: boolean;
  /**
   * `line`: the first line of its message says it. `diff`: the message is a diff of the file. `output`: the message is what a program printed, shown whole.
   */
  readonly style: "line" | "diff" | "output";
  /** What compiles the code says it, and another stage may compile the same code with counters for coverage. */
  readonly byCompiler: boolean;
  /** Whose command makes it appear again: that of its stage, or one that ends the message. */
  readonly command: "stage" | "own";
  /** Its title names the rule that found it, such as a linter or an advisory. Absent: the source is all there is. */
  readonly titleIsRule?: true;
}

/** Finds the kind of a source; one that no gate declares is shown plainly, after all others. */
export type FindingKinds = (source: string) => FindingKind;

export function findingKinds(kinds: readonly FindingKind[]): FindingKinds {
  const bySource = new Map(kinds.map((kind) => [kind.source, kind]));
  return (source) =>
    bySource.get(source) ?? {
      source,
      title: source,
      rank: 100,
      basic: false,
      style: "line",
      command: "stage",
      byCompiler: false,
    };
}

/** What of a stage's log is shown beside its findings. */
export interface ShownOutput {
  /** Somebody asked for it: it is shown where that of stages that passed is not. */
  readonly asked: boolean;
  /** When there is nothing more to say, the lines of SettledStage.brief are enough. */
  readonly brief: boolean;
}

export const wholeOutput: ShownOutput = { asked: false, brief: false };
