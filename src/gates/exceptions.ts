import type { Finding } from "../model/report.ts";
import type { EndedStage } from "./gate.ts";

/** Names of what a list of exceptions let pass; null unless every module was looked at. */
export function usedExceptions(ended: readonly EndedStage[]): ReadonlySet<string> | null {
  const whole = ended.every(
    ({ result, products }) => result.status === "skipped" || products.some(({ type }) => type === "ignored"),
  );
  const used = ended.flatMap(({ products }) =>
    products.flatMap((product) => (product.type === "ignored" ? product.names : [])),
  );
  return whole ? new Set(used) : null;
}

/** What is wrong with an entry of the list `<source>-ignore`. */
export function exceptionFinding(source: string, entry: string, what: string): Finding {
  const nowhere = { path: null, line: null, column: null };
  return { source, severity: "error", ...nowhere, title: `${source}-ignore: ${entry}`, message: `${entry}: ${what}` };
}
