import type { Report } from "../model/report.ts";

/** More than anybody reads in a comment; tables of modules and gates grow with both. */
const maxModules = 500;
const maxStages = 2_000;

/**
 * A report that somebody else made, as our own code may show it: without addresses, which sections take for ours, without what is said to be signed, and without more than they are made for.
 * Every text of it is one of strangers to them anyway.
 */
export function harmlessReport({ attestation: _, ...report }: Report): Report {
  return {
    ...report,
    modules: report.modules.slice(0, maxModules),
    stages: report.stages.slice(0, maxStages),
    testReuse: report.testReuse === null ? null : { ...report.testReuse, runs: [] },
    traceUrl: null,
  };
}
