import type { Report, StageResult } from "../../../src/model/report.ts";

type Needs = ReadonlyMap<string, readonly string[]>;

/** The stages that belong to the row of a module: no stage of another module waits for them. */
export function stagesOfModule({ modules, stages }: Report, needs: Needs, dir: string): readonly StageResult[] {
  if (!modules.some((module) => module.dir === dir)) return [];
  const others = stages
    .filter(({ module }) => module !== null && module !== dir)
    .flatMap(({ id }) => needs.get(id) ?? []);
  return stages.filter(({ id, module }) => module === dir && !others.includes(id));
}

/** Stages that have rows of their own beside those of modules: the run's, and on a terminal those that are in trouble. */
export function stagesWithRows(report: Report, needs: Needs): readonly StageResult[] {
  const ofModules = new Set(report.modules.flatMap(({ dir }) => stagesOfModule(report, needs, dir)));
  const troubled = ["failed", "warned", "errored", "cancelled"];
  return report.stages.filter((stage) => !ofModules.has(stage) || troubled.includes(stage.status));
}

/** What a cell has to say of stages, by rules of its own: what went wrong outweighs what did not run, and that what passed. */
export function worstOf(stages: readonly StageResult[]): { readonly status: string; readonly share: string } | null {
  const order = ["errored", "failed", "warned", "cancelled", "blocked", "passed", "skipped", "disabled"];
  const status = order.find((wanted) => stages.some((stage) => stage.status === wanted));
  if (status === undefined) return null;
  const count = stages.filter((stage) => stage.status === status).length;
  return { status, share: count === stages.length ? "" : `${count} of ${stages.length}` };
}

/** The cells of a GFM table, whose first line holds `first`; escaped pipes are no borders. */
export function markdownTable(markdown: string, first: string): readonly (readonly string[])[] {
  const lines = markdown.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${first} |`));
  if (start < 0) return [];
  const length = lines.slice(start).findIndex((line) => !line.startsWith("|"));
  return lines
    .slice(start, start + length)
    .filter((_, index) => index !== 1)
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll("\\|", "|")),
    );
}

/** A name out of a code span. */
export function bare(cell: string): string {
  return cell.replace(/^(`+) ?(.*?) ?\1$/, "$2");
}
