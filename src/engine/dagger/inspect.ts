import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { EnvironmentError } from "../../errors.ts";
import { parseBuildInfo } from "../../go/build-info.ts";
import { goSentence } from "../../go/go-words.ts";
import { namedSetting } from "../../go/named-setting.ts";
import type { Inspection, InspectRequest, Module } from "../../model/project.ts";
import {
  type InspectCommand,
  type InspectOutput,
  inspectCommands,
  inspectionOf,
  localEnv,
  type ModuleAnswers,
  missedTargets,
  moduleEnv,
  parseGoEnv,
  targetCommands,
} from "../../project/inspect.ts";
import { guiltySetting, listingProblem, settingError, settingTrials } from "../../project/settings.ts";
import type { GoContainer, GoContainerRequest } from "./go-container.ts";
import { texts } from "./scripts/texts.ts";
import type { Answers, ContainerResult } from "./step-results.ts";
import { paths, type StepSpec } from "./step-spec.ts";

/** Loading packages without their dependencies takes well under a second; with a cold cache, go.mod files of dependencies are fetched. */
const limitSeconds = 300;

export interface InspectDetails {
  readonly sessionId: string;
  readonly image: string;
  /** The variables of this machine that the container was given. */
  readonly settings: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Asks Go in the container what the modules hold, with one container for all questions. Throws EnvironmentError without a usable Go. */
export async function inspectInContainer(
  request: InspectRequest,
  container: GoContainer,
  { sessionId, image, settings, signal }: InspectDetails,
): Promise<Inspection> {
  const questions = await Promise.all(request.modules.map((module) => questionsOf(request, module)));
  const onPath = request.programs.length === 0 ? [] : [onPathStep(request.programs)];
  const asked = [...onPath, ...[...questions.flat(), localEnv()].map(inspectStep)];
  const beside: GoContainerRequest = { logins: true, testEnv: false, signal, nonce: null };
  const anew = (steps: readonly StepSpec[]): Promise<Answers> =>
    container.inspect(steps, { ...beside, nonce: randomUUID() });
  let result = await container.inspect(asked, beside);
  if (result.steps.some((step) => step.session !== sessionId && hasFailed(step))) result = await anew(asked);
  const all = await readOutputs(result);
  const outputs = all.slice(onPath.length);
  const programs = all.slice(0, onPath.length).flatMap(({ stdout }) => parseBuildInfo(stdout));
  const answers = grouped(questions, outputs);
  const again = async (trials: readonly (readonly InspectCommand[])[]): Promise<readonly ModuleAnswers[]> =>
    grouped(trials, await readOutputs(await anew(trials.flat().map(inspectStep))));
  for (const [at, module] of request.modules.entries()) {
    await blameSettings(request, module, { answers: answers[at] ?? [], settings, again });
  }
  const whole = await withTargets(request, { questions, answers, again });
  const env = moduleEnv(answers) ?? outputs.at(-1);
  const goEnv = env === undefined ? null : parseGoEnv(env);
  if (goEnv === null) throw noGo(image, env?.stderr ?? "");
  // Answers that the engine remembers say what was so when they were given, with the same sources. If the build cache was cold then, what waits for another step
  // waits for a result that is most likely remembered too; if it was warm and was emptied since, steps compile the same side by side.
  const { warm, processors } = result;
  return inspectionOf(request, whole, { goEnv, root: paths.source, warm, processors, programs });
}

interface Asked extends Pick<Unanswered, "again"> {
  readonly questions: readonly (readonly InspectCommand[])[];
  readonly answers: readonly ModuleAnswers[];
}

/** Where the first answers name other main packages than the files, targets are asked for after them. */
async function withTargets(
  request: InspectRequest,
  { questions, answers, again }: Asked,
): Promise<readonly ModuleAnswers[]> {
  const late = await Promise.all(
    request.modules.map(async (module, at) => {
      const asked = (questions[at]?.length ?? 0) > inspectCommands(request, module).length;
      return asked ? [] : await missedTargets(request, module, answers[at] ?? []);
    }),
  );
  if (late.every(({ length }) => length === 0)) return answers;
  const more = await again(late);
  return answers.map((known, at) => [...known, ...(more[at] ?? [])]);
}

function hasFailed({ commands: [command] }: ContainerResult): boolean {
  return command?.exitCode !== 0;
}

interface Unanswered {
  readonly answers: ModuleAnswers;
  readonly settings: InspectDetails["settings"];
  readonly again: (asked: readonly (readonly InspectCommand[])[]) => Promise<readonly ModuleAnswers[]>;
}

/** Throws when Go can list the module but for a setting that the container was given. */
async function blameSettings(
  request: InspectRequest,
  module: Module,
  { answers, settings, again }: Unanswered,
): Promise<void> {
  const problem = listingProblem(request, module, answers);
  if (problem === null) return;
  const trials = settingTrials(request, module, settings);
  const tried = await again(trials.map(({ commands }) => commands));
  const guilty = guiltySetting(request, module, { trials, answers: tried }, problem);
  if (guilty !== null) throw guilty;
}

/** The outputs of each question's commands, which were asked one after the other. */
function grouped(
  questions: readonly (readonly InspectCommand[])[],
  outputs: readonly InspectOutput[],
): readonly ModuleAnswers[] {
  let at = 0;
  return questions.map(({ length }) => {
    at += length;
    return outputs.slice(at - length, at);
  });
}

async function questionsOf(request: InspectRequest, module: Module): Promise<readonly InspectCommand[]> {
  return [...inspectCommands(request, module), ...(await targetCommands(request, module))];
}

function inspectStep(command: InspectCommand): StepSpec {
  const dir = command.module === "" ? "/" : command.module === "." ? paths.source : `${paths.source}/${command.module}`;
  const env = Object.entries(command.env).map(([name, value]) => `${name}=${value}`);
  return questionOf(dir, [...env, "go", ...command.args]);
}

/** The text of the script is an argument: a question is no more than words. */
function onPathStep(names: readonly string[]): StepSpec {
  return questionOf("/", ["GOTOOLCHAIN=local", "sh", "-c", texts["on-path.sh"], "sh", ...names]);
}

function questionOf(dir: string, words: readonly string[]): StepSpec {
  return {
    seconds: limitSeconds,
    quit: false,
    stopAtFirstFailure: true,
    commands: [{ dir, words, silent: false, advisory: false }],
    variablesFile: null,
    dirs: [],
    compiles: false,
    loose: [],
    watches: null,
  };
}

async function readOutputs(result: Answers): Promise<readonly InspectOutput[]> {
  return await Promise.all(
    result.steps.map(async ({ commands: [command] }) => {
      if (command === undefined) throw new Error("a question to go was not asked");
      const [stdout, stderr] = await Promise.all([readFile(command.stdout, "utf8"), readFile(command.stderr, "utf8")]);
      return { exitCode: command.exitCode, stdout, stderr };
    }),
  );
}

function noGo(image: string, stderr: string): EnvironmentError {
  const setting = namedSetting(stderr);
  if (setting !== null) return settingError(setting, stderr);
  const cause = goSentence(stderr);
  return new EnvironmentError(
    `No usable Go in the image ${image}${cause === "" ? "" : `: ${cause}`}.`,
    "Set go-image to an image that holds a Go toolchain, such as golang:1.26.",
  );
}
