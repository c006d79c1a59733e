import type { Judgement } from "./judgement.ts";
import type { StepOutcome } from "./outcome.ts";
import type { StageResult } from "./report.ts";
import type { StageId } from "./stage.ts";

/** Everything that happens while a plan runs, in order; reporters render it. */
export type RunEvent =
  | { readonly type: "stage-started"; readonly stage: StageId; readonly at: Date }
  | { readonly type: "progress"; readonly stage: StageId; readonly line: string }
  /** How far a stage is, in words. What is seen of a stage that runs is for people who watch. */
  | { readonly type: "stage-seen"; readonly stage: StageId; readonly words: string }
  /** What went wrong in a stage that still runs. */
  | { readonly type: "trouble-seen"; readonly stage: StageId; readonly trouble: SeenTrouble }
  /** Also sent for stages that never ran. */
  | ({ readonly type: "stage-finished" } & SettledStage);

export type EventListener = (event: RunEvent) => void;

/** Unsanitized. */
export interface SeenTrouble {
  /** What has failed: a test. */
  readonly subject: string;
  /** Where it belongs: its package. */
  readonly within: string;
  /** `greet_test.go:31`; null when it said none. */
  readonly place: string | null;
  /** Its first words; null when it said nothing. */
  readonly said: string | null;
}

/** Reads what a stage prints, line by line, while it runs. */
export interface Watcher {
  line(text: string): void;
  /** How far it is, in words. */
  progress(): string;
  /** It makes the verdict of what it reads; absent: the gate reads all of it for that. */
  readonly verdict?: StreamVerdict;
}

/** A stream that is read once, while it grows, for the verdict too. */
export interface StreamVerdict {
  /** Before the first line. */
  begin(): Promise<void>;
  /** To be awaited now and then. */
  drain(): Promise<void>;
  /** The stream could not be read to its end. */
  lost(): void;
  /** When it has ended. */
  judge(outcome: StepOutcome): Promise<Judgement>;
}

export interface SettledStage {
  readonly result: StageResult;
  /** Path of `logs/<stage>.log`; null when nothing was written. */
  readonly log: string | null;
  /** Path of a file with the lines of the log that are worth a look when there is nothing more to say, where the judge has picked them. */
  readonly brief?: string;
}
