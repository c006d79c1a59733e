import { runReporters } from "./reporters.ts";
import type { ReportContext, ReportDelivery, Target } from "./target.ts";
import { targets } from "./targets/index.ts";

/** A report, and what its reporters need. */
export type ReportRequest = Omit<ReportDelivery, "context"> & Omit<ReportContext, "source" | "colour">;

/** Shows the result everywhere it is shown. Answers the warnings about targets that broke; never throws for them. */
export async function reportAll(request: ReportRequest, all: readonly Target[] = targets): Promise<readonly string[]> {
  const { report, platform, config, write } = request;
  const delivery: ReportDelivery = { report, context: contextOf(request), platform, config, write };
  return runReporters(
    platform,
    all.map(({ name, show }) => ({ name, run: () => show(delivery) })),
  );
}

function contextOf({ platform, reasons, kinds, kindsOf, needs, pathOf, fixable }: ReportRequest): ReportContext {
  const { serverUrl, repository, sha } = platform.context;
  const source = serverUrl === null || repository === null || sha === null ? null : { serverUrl, repository, sha };
  return { source, colour: platform.colour, reasons, kinds, kindsOf, needs, pathOf, fixable };
}
