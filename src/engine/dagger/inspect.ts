import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { EnvironmentError } from "../../errors.ts";
import {
  cgoCommands,
  type InspectCommand,
  type InspectOutput,
  inspectCommands,
  inspectionOf,
  localEnv,
  moduleEnv,
  parseGoEnv,
} from "../../project/inspect.ts";
import type { Inspection, InspectRequest, ModuleFile } from "../../project/model.ts";
import type { BatchResult, StepResult } from "./batch-results.ts";
import { paths, type SpecStep } from "./batch-spec.ts";
import type { GoContainer } from "./go-container.ts";

/** Loading packages without their dependencies takes well under a second; with a cold cache, go.mod files of dependencies are fetched. */
const limitSeconds = 300;

/** Asks Go in the container what the modules hold, with one container for all questions. Throws EnvironmentError without a usable Go. */
export async function inspectInContainer(
  request: InspectRequest,
  container: GoContainer,
  { sessionId, image, signal }: { readonly sessionId: string; readonly image: string; readonly signal: AbortSignal },
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
  return toInspection(request, questions, await readOutputs(result), image);
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
    silent: false,
    seconds: limitSeconds,
    quit: false,
    stopAtFirstFailure: true,
    commands: [{ dir, words: [...env, "go", ...command.args] }],
    variablesFile: null,
    dirs: [],
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
  questions: readonly (readonly InspectCommand[])[],
  outputs: readonly InspectOutput[],
  image: string,
): Inspection {
  let at = 0;
  const answers = questions.map(({ length }) => {
    at += length;
    return outputs.slice(at - length, at);
  });
  const env = moduleEnv(answers) ?? outputs.at(-1);
  const goEnv = env === undefined ? null : parseGoEnv(env);
  if (goEnv === null) throw noGo(image, env?.stderr ?? "");
  // Whether the cache is warm, the script looks for itself when it runs.
  return inspectionOf(request, answers, { goEnv, root: paths.source, warm: false });
}

function noGo(image: string, stderr: string): EnvironmentError {
  const cause = stderr.trim().split("\n").at(-1) ?? "";
  return new EnvironmentError(
    `No usable Go in the image ${image}${cause === "" ? "" : `: ${cause}`}.`,
    "Set go-image to an image that holds a Go toolchain, such as golang:1.26.",
  );
}
