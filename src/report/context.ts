import type { FindingKinds } from "../model/finding.ts";
import type { Reason } from "../model/reason.ts";

/** What reports show beside the result itself. */
export interface ReportContext {
  /** Where the checked files can be looked at, for links to lines; null when it is not known, as on a laptop. */
  readonly source: { readonly serverUrl: string; readonly repository: string; readonly sha: string } | null;
  /** Why the run is no success: what the report says in words. */
  readonly reasons: readonly Reason[];
  /** How findings are shown, by their source. */
  readonly kinds: FindingKinds;
  /** Stages that each stage waited for, by stage id; as in the plan. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  /** Where the files of the report lie, as a user would type it. */
  readonly files: { readonly reportJson: string; readonly summary: string };
}
