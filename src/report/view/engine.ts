import type { Report } from "../../model/report.ts";

/** What a line on the engine has to say beside the reason why it was taken, so that no version stands there twice. */
export interface EngineVersions {
  /** null: not known, or that of the Go it runs. */
  readonly engine: string | null;
  /** Empty where the reason names them all. */
  readonly go: readonly string[];
}

/** `goVersions`: of the modules, in the order in which they are told. */
export function engineVersions(
  { version, reason }: Pick<Report["engine"], "version" | "reason">,
  goVersions: readonly string[],
): EngineVersions {
  const named = new Set(reason.split(/[\s,;()]+/));
  const all = [...new Set(goVersions)];
  return {
    engine: version !== null && all.includes(version) ? null : version,
    go: all.every((go) => named.has(go)) ? [] : all,
  };
}
