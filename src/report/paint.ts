import type picocolors from "picocolors";
import type { StageStatus } from "../model/report.ts";

/** What colours text, or leaves it alone where nobody can see colours. */
export type Paint = ReturnType<typeof picocolors.createColors>;

/** The colour of a status, the same wherever a stage is named. */
export function statusPaint(paint: Paint, status: StageStatus): (text: string) => string {
  const paints: Readonly<Record<StageStatus, (text: string) => string>> = {
    passed: paint.green,
    failed: paint.red,
    errored: paint.red,
    warned: paint.yellow,
    cancelled: paint.yellow,
    blocked: paint.dim,
    skipped: paint.dim,
    disabled: paint.dim,
  };
  return paints[status];
}
