import type { StageResult } from "../../model/report.ts";
import { clipName } from "../../text/clip.ts";
import { plural } from "../../text/format.ts";
import { sanitizeLine } from "../../text/sanitize.ts";
import { type AlikeStages, alikeStages, toldApart } from "./alike.ts";
import { stageLooks } from "./status.ts";

/** Stages that are told in one line: one, or several with one fate. */
export interface StageRow {
  /** Speaks for all of them. */
  readonly first: StageResult;
  /** Ids, in the order of the report. */
  readonly ids: readonly string[];
  /** Where they are, when their names do not say; as a part of a sentence. */
  readonly place: string;
}

/**
 * A row for each stage, but one for those that had nothing to do for one reason and are of one gate or need one another: no main package means no binary for
 * any platform, and no Dockerfile no image, and so nothing to test and nothing to hand over. `needs` by stage id, as planned. The row stands where its first stage does.
 */
export function stageRows(
  stages: readonly StageResult[],
  needs: ReadonlyMap<string, readonly string[]>,
): readonly StageRow[] {
  const rows: StageResult[][] = [];
  for (const stage of stages) {
    const [row, ...others] = rows.filter((members) => members.some((other) => shareFate(stage, other, needs)));
    if (row === undefined) rows.push([stage]);
    else {
      row.push(stage, ...others.flat());
      for (const other of others) rows.splice(rows.indexOf(other), 1);
    }
  }
  const position = new Map(stages.map((stage, index) => [stage, index]));
  const inOrder = (a: StageResult, b: StageResult): number => (position.get(a) ?? 0) - (position.get(b) ?? 0);
  return rows.flatMap((row) => {
    const [first] = row.sort(inOrder);
    return first === undefined ? [] : [{ first, ids: row.map(({ id }) => id), place: "" }];
  });
}

function shareFate(a: StageResult, b: StageResult, needs: ReadonlyMap<string, readonly string[]>): boolean {
  const alike = stageLooks[a.status].idle && a.status === b.status && a.reason !== null && a.reason === b.reason;
  const related = needs.get(a.id)?.includes(b.id) === true || needs.get(b.id)?.includes(a.id) === true;
  return alike && (related || (a.gate === b.gate && a.module === b.module));
}

/**
 * Rows for stages that had nothing to do. With several modules a row for all of a module that have one reason, and a single one where that is so in many
 * modules.
 */
export function idleRows(
  stages: readonly StageResult[],
  needs: ReadonlyMap<string, readonly string[]>,
  moduleCount: number,
): readonly StageRow[] {
  if (moduleCount < 2) return stageRows(stages, needs);
  const ofRun = stages.filter(({ module }) => module === null);
  return [...alikeStages(stages).flatMap(toldApart).map(alikeRow), ...stageRows(ofRun, needs)];
}

function alikeRow({ first, names, modules }: AlikeStages): StageRow {
  const [only = ""] = modules;
  const where = modules.length > 1 ? plural(modules.length, "module") : clipName(sanitizeLine(only), 60);
  return { first, ids: names, place: ` in ${where}` };
}

/** The stages of a row for a line of text; many of them would move everybody's columns. */
export function rowName({ ids, place }: StageRow): string {
  const names = ids.slice(0, 3).map((id) => sanitizeLine(id));
  const left = ids.length - names.length;
  return `${[...names, ...(left > 0 ? [`${left} more`] : [])].join(", ")}${place}`;
}
