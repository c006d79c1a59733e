import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { EnvironmentError } from "../../errors.ts";
import { goSentence } from "../../go/go-words.ts";
import { namedSetting } from "../../go/named-setting.ts";
import type { Inspection, InspectRequest, ModuleFile } from "../../model/project.ts";
import {
  cgoCommands,
  type InspectCommand,
  type InspectOutput,
  inspectCommands,
  inspectionOf,
  localEnv,
  type ModuleAnswers,
  moduleEnv,
  parseGoEnv,
} from "../../project/inspect.ts";
import { guiltySetting, listingProblem, settingError, settingTrials } from "../../project/settings.ts";
import type { BatchResult, StepResult } from "./batch-results.ts";
import { paths, type SpecStep } from "./batch-spec.ts";
import type { GoContainer } from "./go-container.ts";

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
  const commands = questions.flat();
  const steps = [...commands, localEnv()].map(inspectStep);
  const batch = { spec: { steps, jobs: 0, failFast: false }, logins: true, testEnv: false, signal };
  let result = await container.run({ ...batch, nonce: null });
  const failed = (step: StepResult): boolean => step.commands[0]?.exitCode !== 0;
  if (result.session !== sessionId && result.steps.some(failed)) {
    result = await container.run({ ...batch, nonce: randomUUID() });
  }
  const outputs = await readOutputs(result);
  const answers = grouped(questions, outputs);
  const again = async (asked: readonly (readonly InspectCommand[])[]): Promise<readonly ModuleAnswers[]> => {
    const spec = { ...batch.spec, steps: asked.flat().map(inspectStep) };
    return grouped(asked, await readOutputs(await container.run({ ...batch, spec, nonce: randomUUID() })));
  };
  for (const [at, module] of request.modules.entries()) {
    await blameSettings(request, module, { answers: answers[at] ?? [], settings, again });
  }
  return toInspection(request, answers, outputs.at(-1), image);
}

interface Unanswered {
  readonly answers: ModuleAnswers;
  readonly settings: InspectDetails["settings"];
  readonly again: (asked: readonly (readonly InspectCommand[])[]) => Promise<readonly ModuleAnswers[]>;
}

/** Throws when Go can list the module but for a setting that the container was given. */
async function blameSettings(
  request: InspectRequest,
  module: ModuleFile,
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

async function questionsOf(request: InspectRequest, module: ModuleFile): Promise<readonly InspectCommand[]> {
  return [...inspectCommands(request, module), ...(await cgoCommands(request, module))];
}

function inspectStep(command: InspectCommand): SpecStep {
  const dir = command.module === "" ? "/" : command.module === "." ? paths.source : `${paths.source}/${command.module}`;
  const env = Object.entries(command.env).map(([name, value]) => `${name}=${value}`);
  return {
    needs: [],
    after: [],
    soft: true,
    seconds: limitSeconds,
    quit: false,
    stopAtFirstFailure: true,
    commands: [{ dir, words: [...env, "go", ...command.args], silent: false }],
    variablesFile: null,
    dirs: [],
    leaves: [],
  };
}

async function readOutputs(result: BatchResult): Promise<readonly InspectOutput[]> {
  return await Promise.all(
    result.steps.map(async ({ commands: [command] }) => {
      if (command === undefined) throw new Error("a question to go was not asked");
      const [stdout, stderr] = await Promise.all([readFile(command.stdout, "utf8"), readFile(command.stderr, "utf8")]);
      return { exitCode: command.exitCode, stdout, stderr };
    }),
  );
}

function toInspection(
  request: InspectRequest,
  answers: readonly ModuleAnswers[],
  local: InspectOutput | undefined,
  image: string,
): Inspection {
  const env = moduleEnv(answers) ?? local;
  const goEnv = env === undefined ? null : parseGoEnv(env);
  if (goEnv === null) throw noGo(image, env?.stderr ?? "");
  // Whether the cache is warm, the script looks for itself when it runs.
  return inspectionOf(request, answers, { goEnv, root: paths.source, warm: false });
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
