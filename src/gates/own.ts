import { keepOutputs } from "../collect/kept.ts";
import { UsageError } from "../errors.ts";
import type { OwnStage } from "../kinds/own-stages.ts";
import type { Deployment } from "../model/deployment.ts";
import { wholeOutput } from "../model/finding.ts";
import type { Judgement } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Module } from "../model/project.ts";
import type { Stage, StageId } from "../model/stage.ts";
import { below, nameOf } from "../model/stage-id.ts";
import { type Command, keptDir } from "../model/step.ts";
import { joinPath } from "../project/gomod.ts";
import { shellCommand, shellWord } from "../text/shell.ts";
import { didYouMean } from "../text/suggest.ts";
import type { Bench, RunFacts, RunGate } from "./gate.ts";
import { execStep } from "./go-steps.ts";
import { failureOf, judgedOf } from "./judged.ts";

type NoRows = Record<never, never>;
type OwnFacts = RunFacts<NoRows>;

/** A gate for each stage that the config file defines. */
export function ownGates(stages: readonly OwnStage[], deployment: Deployment): readonly RunGate<NoRows>[] {
  return stages.map((own) => ownGate(own, stages, deployment));
}

function ownGate(own: OwnStage, all: readonly OwnStage[], { stages, withheld }: Deployment): RunGate<NoRows> {
  const deploys = stages.has(own.name);
  return {
    name: own.name,
    scope: "run",
    input: "stages",
    inputs: {},
    group: "Checks and tests",
    toggle: () => "true",
    ...(runsGoTools(own) ? { runsTools: true } : {}),
    findings: [],
    log: "commands",
    output: () => wholeOutput,

    plan(facts) {
      const module = moduleOf(own, facts);
      const draft = { module: module.dir, needs: needsOf(own, module, all, facts), command: commandOf(own, module) };
      if (deploys && withheld !== null) return [{ ...draft, step: { status: "skipped", reason: withheld } }];
      return [
        {
          ...draft,
          step: stepOf(own, module, deploys, facts),
          ...(own.always ? { always: true } : {}),
          ...(own.timeoutMs === null ? {} : { ownLimit: true }),
          ...(deploys ? { last: true } : {}),
        },
      ];
    },

    judge: (stage, outcome, bench) => judgeOwn(own, stage, outcome, bench),
  };
}

/** `go tool` and `go generate` run what go.mod names, and fetch it where nobody has. */
function runsGoTools({ run, image }: OwnStage): boolean {
  const [program, command = ""] = run;
  return image === null && program === "go" && ["tool", "generate"].includes(command);
}

function stepOf(own: OwnStage, module: Module, deploys: boolean, { timeoutMs }: OwnFacts) {
  const [name = "", ...args] = own.run;
  const command: Command = { tool: { name, found: true }, args, env: Object.fromEntries(own.env), cwd: "module" };
  return execStep({ module, timeoutMs: own.timeoutMs ?? timeoutMs }, [command], {
    copy: { git: true, uncompared: true },
    gets: { logins: false, testEnv: false, ...(deploys ? { deployEnv: true } : {}) },
    ...(own.image === null ? {} : { image: own.image }),
    keeps: own.outputs,
    leaves: own.outputs.map((path) => `${keptDir}/${path}`),
    reuse: { never: "what its program reads is not known" },
    weight: 3,
  });
}

/** The module that is named, else the only one or the one in the working directory. Throws UsageError when there is none. */
function moduleOf(own: OwnStage, { modules, directory }: Pick<OwnFacts, "modules" | "directory">): Module {
  const names = modules.map(({ dir }) => below(directory, dir));
  const [only] = modules;
  const wanted = joinPath(directory, own.module ?? ".");
  const found = modules.find(({ dir }) => dir === wanted);
  if (found !== undefined) return found;
  if (only !== undefined && modules.length === 1 && (own.module ?? ".") === ".") return only;
  const why =
    own.module === null
      ? "has no module, and none lies in working-directory: say which"
      : `module "${own.module}" is none of the run${didYouMean(own.module, names)}`;
  throw new UsageError([`stages: ${own.name}: ${why} (modules: ${names.join(", ")})`]);
}

/** Stages of the same module, and those of the whole run. What is switched off is nothing to wait for. */
function needsOf(own: OwnStage, { dir }: Module, all: readonly OwnStage[], facts: OwnFacts): readonly StageId[] {
  const ids = (own.needs ?? ["deps"]).flatMap((need): readonly StageId[] => {
    const other = all.find(({ name }) => name === need);
    if (other !== undefined) return [ownNeed(own, dir, other, facts)];
    const shared = facts.idOf(need, null, dir);
    const found = facts.planned.filter(
      (stage) =>
        stage.id === shared ||
        ((stage.module === dir || stage.module === null) && (stage.gate === need || nameOf(stage) === need)),
    );
    if (found.length > 0 || !need.includes(":")) return found.map(({ id }) => id);
    const known = facts.planned.filter(({ module, variant }) => module === dir && variant !== null).map(nameOf);
    throw new UsageError([
      `stages: ${own.name}: needs "${need}", which is no stage of this run${didYouMean(need, known)}`,
    ]);
  });
  return [...new Set(ids)];
}

function ownNeed(own: OwnStage, dir: string, other: OwnStage, facts: OwnFacts): StageId {
  const place = moduleOf(other, facts).dir;
  if (place === dir) return facts.idOf(other.name, null, dir);
  throw new UsageError([
    `stages: ${own.name}: needs "${other.name}", which is a stage of another module (${below(facts.directory, place)}, not ${below(facts.directory, dir)})`,
  ]);
}

/** What people type at the root of the repository. */
function commandOf({ run, env, image }: OwnStage, { dir, env: settings }: Module): string {
  const [program = "", ...args] = run;
  if (image === null) return shellCommand(dir, run, { ...settings, ...Object.fromEntries(env) });
  const place = dir === "." ? "/src" : `/src/${dir}`;
  const variables = env.flatMap(([name, value]) => ["-e", `${name}=${value}`]);
  const words = [...variables, "--entrypoint", program, image, ...args].map(shellWord).join(" ");
  return `docker run --rm -v "$PWD":/src -w ${shellWord(place)} ${words}`;
}

/** It passes when its program exits with 0 and has left everything that it should. */
async function judgeOwn(
  own: OwnStage,
  stage: Stage,
  outcome: StepOutcome,
  { output, redactor }: Bench<NoRows>,
): Promise<Judgement> {
  const { passed, ...judged } = await judgedOf(stage, outcome);
  const kept = await keepOutputs(outcome.resultDir, own, { output, redactor });
  const ranWell = judged.end.commands.length === 1 && judged.end.commands.every(({ exitCode }) => exitCode === 0);
  const lacks = ranWell && kept.missing.length > 0 ? `it left no ${kept.missing.join(", ")}` : null;
  if (passed && lacks === null) return { failure: null, findings: [], warning: kept.refused };
  const failure = [lacks ?? failureOf(judged), kept.refused].filter((part) => part !== null).join("; ");
  return { failure, findings: [] };
}
