import { runReporters } from "./reporters.ts";
import type { ReportContext, ReportDelivery, Target } from "./target.ts";
import { targets } from "./targets/index.ts";

/** A report, and what its reporters need. */
export type ReportRequest = Omit<ReportDelivery, "context"> &
  Omit<ReportContext, "source" | "colour" | "uploads" | "undelivered"> &
  Partial<Pick<ReportContext, "uploads" | "undelivered">>;

/** Shows the result everywhere it is shown. Answers the warnings about targets that broke; never throws for them. */
export async function reportAll(request: ReportRequest, all: readonly Target[] = targets): Promise<readonly string[]> {
  const { report, platform, config, write, writePieces, evidence } = request;
  const context = contextOf(request);
  const delivery: ReportDelivery = { report, context, platform, config, write, writePieces, evidence };
  return runReporters(
    platform,
    all.map(({ name, show }) => ({ name, run: () => show(delivery) })),
  );
}

/** What the sections of a report are made with. */
export function contextOf(
  request: Omit<ReportRequest, "report" | "config" | "write" | "writePieces" | "evidence">,
): ReportContext {
  const { platform, reasons, kinds, kindsOf, needs, pathOf, fixable, uploads = [], undelivered = [] } = request;
  const { serverUrl, repository, sha } = platform.context;
  const source = serverUrl === null || repository === null || sha === null ? null : { serverUrl, repository, sha };
  return { source, colour: platform.colour, reasons, kinds, kindsOf, needs, pathOf, fixable, uploads, undelivered };
}
