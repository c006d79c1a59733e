import type { StageStatus } from "./report.ts";
import type { StageId } from "./stage.ts";

/** Why a run is no success. The report holds it in words; what shows a stage's own reason beside the stage has no need to say it again. */
export type Reason =
  | { readonly kind: "cancelled" }
  /** Something broke outside of any stage. */
  | { readonly kind: "environment"; readonly problem: string }
  | {
      readonly kind: "stage";
      readonly stage: StageId;
      readonly status: StageStatus;
      /** What the stage says of itself. */
      readonly said: string | null;
    };

/** A reason as reports show it. */
export function reasonText(reason: Reason): string {
  if (reason.kind === "cancelled") return "the run was cancelled";
  return reason.kind === "environment" ? reason.problem : `${reason.stage}: ${reason.said ?? reason.status}`;
}
