import * as z from "zod";
import type { Finding } from "../model/report.ts";
import { parseJson } from "../parse-json.ts";
import { parseDiagnostics } from "./diagnostics.ts";
import { repoPath, type SourceMap } from "./source-map.ts";

const reportSchema = z.object({
  Issues: z
    .array(
      z.object({
        FromLinter: z.string(),
        Text: z.string(),
        Severity: z.string().optional(),
        Pos: z.object({ Filename: z.string(), Line: z.number().optional(), Column: z.number().optional() }),
      }),
    )
    .nullable(),
});

type Issue = NonNullable<z.infer<typeof reportSchema>["Issues"]>[number];

/** Where golangci-lint ran, relative to the repository. */
interface Place extends SourceMap {
  readonly cwd: string;
}

/** Reads what golangci-lint v2 leaves with `--output.json.path`; null: it is not whole. Code that does not compile is `compile`, everything else `lint`. */
export function parseGolangci(text: string, place: Place): readonly Finding[] | null {
  const report = reportSchema.safeParse(parseJson(text));
  if (!report.success) return null;
  return (report.data.Issues ?? []).flatMap((issue) => findingsOf(issue, place));
}

/** `typecheck` quotes what the compiler said of a package, with a place that is no more than its first file (2.15.0). */
function findingsOf(issue: Issue, place: Place): readonly Finding[] {
  const { FromLinter: linter, Text: text, Pos: pos } = issue;
  if (linter === "typecheck") {
    const said = parseDiagnostics(text.replace(/^: /, ""), { ...place, source: "compile" });
    if (said.length > 0) return said;
  }
  const path = pos.Filename === "" ? null : repoPath(place, pos.Filename, place.cwd);
  const at = (value: number | undefined): number | null => (value === undefined || value < 1 ? null : value);
  return [
    {
      source: linter === "typecheck" ? "compile" : "lint",
      severity: /^(?:warning|info|note|low)$/i.test(issue.Severity ?? "") ? "warning" : "error",
      path,
      line: path === null ? null : at(pos.Line),
      column: path === null ? null : at(pos.Column),
      title: linter,
      message: `${text} (${linter})`,
    },
  ];
}
