import type { Conclusion, StageResult, StageStatus } from "../model/report.ts";

/** How a status looks: `icon` in Markdown, `sign` (one column wide) in logs and terminals. */
interface Look {
  readonly icon: string;
  readonly sign: string;
}

export const stageLooks: Readonly<Record<StageStatus, Look>> = {
  passed: { icon: "✅", sign: "✓" },
  failed: { icon: "❌", sign: "✗" },
  warned: { icon: "⚠️", sign: "!" },
  skipped: { icon: "⏭️", sign: "-" },
  disabled: { icon: "⚪", sign: "-" },
  blocked: { icon: "⛔", sign: "-" },
  cancelled: { icon: "🚫", sign: "■" },
  errored: { icon: "💥", sign: "✗" },
};

/** The verdict in words; `error` is never worded as a failed check. */
export const verdicts: Readonly<Record<Conclusion, Look & { readonly words: string }>> = {
  success: { ...stageLooks.passed, words: "passed" },
  failure: { ...stageLooks.failed, words: "failed" },
  error: { ...stageLooks.errored, words: "could not finish" },
  cancelled: { ...stageLooks.cancelled, words: "was cancelled" },
};

/** The stage ran and found something, or broke: its output and its command are of interest. */
export function isTrouble(stage: StageResult): boolean {
  return ["failed", "warned", "errored", "cancelled"].includes(stage.status);
}

/** The modules that were checked, `example.com/greeter, ./tools`. */
export function moduleNames(modules: readonly { readonly dir: string; readonly path: string | null }[]): string {
  return modules.map(({ dir, path }) => path ?? dir).join(", ");
}
