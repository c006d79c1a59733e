import { groupBy } from "../../group-by.ts";
import { sarifOf } from "../sarif.ts";
import type { Target } from "../target.ts";

/** What gates found, for code scanning and for editors: a file per gate that looked at everything it was to look at. */
export const sarif: Target = {
  name: "SARIF",
  show: async ({ report, context, write }) => {
    for (const [gate, stages] of groupBy(report.stages, (stage) => stage.gate)) {
      const log = sarifOf(gate, stages, context);
      if (log !== null) await write(`sarif/${fileName(gate)}.sarif`, `${JSON.stringify(log, null, 2)}\n`);
    }
  },
};

function fileName(gate: string): string {
  return gate.replace(/[^\w.-]/g, "-");
}
