import type { Conclusion, StageResult, StageStatus } from "../../model/report.ts";

/** How a verdict looks: `icon` in Markdown, `sign` (one column wide) and `colour` in logs and terminals. */
interface Look {
  readonly icon: string;
  readonly sign: string;
  readonly colour: "green" | "red" | "yellow" | "dim";
}

interface StageLook extends Look {
  /** What a stage without findings is worth as an annotation. */
  readonly level: "error" | "warning" | null;
  /** It ran and found something, or broke: its output and its command are of interest. */
  readonly trouble: boolean;
  /** It had nothing to do, by the inputs or by what the repository holds, and keeps nothing else from running. */
  readonly idle: boolean;
}

const quiet = { level: null, trouble: false, idle: false } as const;

/** All that reports make of a status. */
export const stageLooks: Readonly<Record<StageStatus, StageLook>> = {
  passed: { ...quiet, icon: "✅", sign: "✓", colour: "green" },
  failed: { ...quiet, icon: "❌", sign: "✗", colour: "red", level: "error", trouble: true },
  warned: { ...quiet, icon: "⚠️", sign: "!", colour: "yellow", level: "warning", trouble: true },
  skipped: { ...quiet, icon: "⏭️", sign: "-", colour: "dim", idle: true },
  disabled: { ...quiet, icon: "⚪", sign: "-", colour: "dim", idle: true },
  blocked: { ...quiet, icon: "⛔", sign: "-", colour: "dim" },
  cancelled: { ...quiet, icon: "🚫", sign: "■", colour: "yellow", trouble: true },
  errored: { ...quiet, icon: "💥", sign: "✗", colour: "red", level: "error", trouble: true },
};

/** The verdict in words; `error` is never worded as a failed check. */
export const verdicts: Readonly<Record<Conclusion, Look & { readonly words: string }>> = {
  success: { ...stageLooks.passed, words: "passed" },
  failure: { ...stageLooks.failed, words: "failed" },
  error: { ...stageLooks.errored, words: "could not finish" },
  cancelled: { ...stageLooks.cancelled, words: "was cancelled" },
};

/** The stage ran and found something, or broke. */
export function isTrouble({ status }: StageResult): boolean {
  return stageLooks[status].trouble;
}
