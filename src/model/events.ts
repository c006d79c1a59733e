import type { StageResult } from "./report.ts";
import type { StageId } from "./stage.ts";

/** Everything that happens while a plan runs, in order; reporters render it. */
export type RunEvent =
  | { readonly type: "stage-started"; readonly stage: StageId; readonly at: Date }
  | { readonly type: "progress"; readonly stage: StageId; readonly line: string }
  /** Also sent for stages that never ran. `log` is the path of `logs/<stage>.log`, null when nothing was written. */
  | { readonly type: "stage-finished"; readonly result: StageResult; readonly log: string | null };

export type EventListener = (event: RunEvent) => void;

export interface SettledStage {
  readonly result: StageResult;
  readonly log: string | null;
}
