import { groupBy } from "../../group-by.ts";
import type { Evidence } from "../../model/evidence.ts";
import { type ColumnOf, sarifOf } from "../sarif.ts";
import type { Target } from "../target.ts";

/** What gates found, for code scanning and for editors: a file per gate that looked at everything it was to look at. */
export const sarif: Target = {
  name: "SARIF",
  show: async ({ report, context, evidence, write }) => {
    const columnOf = utf16Columns(evidence);
    for (const [gate, stages] of groupBy(report.stages, (stage) => stage.gate)) {
      const log = sarifOf(gate, stages, context, columnOf);
      if (log !== null) await write(`sarif/${fileName(gate)}.sarif`, `${JSON.stringify(log, null, 2)}\n`);
    }
  },
};

function fileName(gate: string): string {
  return gate.replace(/[^\w.-]/g, "-");
}

/** Go's tools count bytes (https://pkg.go.dev/go/token#Position). Without the text of the line there is no column. */
function utf16Columns(evidence: Pick<Evidence, "source">): ColumnOf {
  // Findings come by file.
  let last: { readonly path: string; readonly lines: readonly string[] } | null = null;
  return ({ path, line, column }) => {
    if (path === null || line === null || column === null) return null;
    if (last?.path !== path) last = { path, lines: evidence.source(path)?.text.split("\n") ?? [] };
    const bytes = Buffer.from(last.lines[line - 1] ?? "");
    return column - 1 > bytes.length ? null : bytes.toString("utf8", 0, column - 1).length + 1;
  };
}
