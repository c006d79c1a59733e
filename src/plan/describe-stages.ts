import { groupBy } from "../group-by.ts";
import { maxToldApart, ownModules } from "../model/own-module.ts";
import { isRunnable, type Plan, type Stage, type StageId } from "../model/stage.ts";
import { nameOf } from "../model/stage-id.ts";
import { aligned, wrapped } from "../text/columns.ts";
import { inDirectory } from "../text/shell.ts";
import { needsOf } from "./graph.ts";

const width = 100;

/** One line per stage: id, what it waits for, and the command or why it does not run. */
export function describePlan({ stages }: Plan): readonly string[] {
  return aligned(
    stages.map((stage) => [stage.id, whatItDoes(stage, null, (id) => id)]),
    "",
  );
}

/** A part for each module of a run with several, with the commands as typed in its directory, and one for the stages of the whole run. */
export function describeModules({ stages }: Plan, dirs: readonly string[]): readonly string[] {
  const own = ownModules(stages, dirs, needsOf(stages));
  const byModule = groupBy(stages, own);
  const name = namesIn(stages, own);
  const parts = dirs.map((dir) => ({ dir, lines: stageLines(byModule.get(dir) ?? [], dir, name) }));
  const alike = groupBy(parts, ({ dir, lines }) => JSON.stringify(dirs.length > maxToldApart ? lines : [dir]));
  const rest = stageLines(byModule.get(null) ?? [], null, name);
  return [
    ...[...alike.values()].flatMap((same) =>
      part(`in ${same.map(({ dir }) => dir).join(", ")}:`, same[0]?.lines ?? []),
    ),
    ...(rest.length === 0 ? [] : part("of the whole run:", rest)),
  ].slice(0, -1);
}

function part(title: string, lines: readonly (readonly string[])[]): readonly string[] {
  return [...wrapped(title, width), ...aligned(lines), ""];
}

type NameIn = (id: StageId, dir: string | null) => string;

/** What a stage is called among those of a module: without its directory when it is one of them. */
function namesIn(stages: readonly Stage[], own: (stage: Stage) => string | null): NameIn {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  return (id, dir) => {
    const stage = byId.get(id);
    if (stage === undefined || dir === null || own(stage) !== dir) return id;
    return nameOf(stage);
  };
}

/** Stages that do not run for one reason stand in one line. */
function stageLines(stages: readonly Stage[], dir: string | null, name: NameIn): readonly (readonly string[])[] {
  const groups = groupBy(stages, ({ id, step }) => (isRunnable(step) ? `run ${id}` : `${step.status} ${step.reason}`));
  return [...groups.values()].map((group) => {
    const [what = ""] = group.map((stage) => whatItDoes(stage, dir, name));
    return [group.map(({ id }) => name(id, dir)).join(", "), what];
  });
}

function whatItDoes(stage: Stage, dir: string | null, name: NameIn): string {
  const { step, command, warnOnly, always } = stage;
  if (!isRunnable(step)) return `${step.status}: ${step.reason}`;
  const marks = `${warnOnly ? " [warn]" : ""}${always === true ? " [always]" : ""}`;
  return `${dir === null ? command : typedIn(dir, command)}${waitsFor(stage, dir, name)}${marks}`;
}

function waitsFor({ needs, alone, last }: Stage, dir: string | null, name: NameIn): string {
  if (last === true) return " (deploys after everything else has passed)";
  if (alone === true) return " (alone, when everything else has ended)";
  return needs.length === 0 ? "" : ` (after ${needs.map((need) => name(need, dir)).join(", ")})`;
}

/** A command for the repository's root as one types it in the directory; as it is when it is more than one command there. */
function typedIn(dir: string, command: string): string {
  const [start = "", end = ""] = inDirectory(dir, "\n").split("\n");
  if (!command.startsWith(start) || !command.endsWith(end)) return command;
  const inner = command.slice(start.length, command.length - end.length);
  return start !== "" && inner.includes("(cd ") ? command : inner;
}
