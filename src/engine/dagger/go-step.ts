import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { readStepEnd } from "../../files/step-end.ts";
import type { Problem, StepOutcome } from "../../model/outcome.ts";
import { hasPassed } from "../../model/passes.ts";
import type { ExecStep } from "../../model/step.ts";
import { bringFiles } from "../bring-files.ts";
import type { PlannedStep } from "../engine.ts";
import { writeLfCopies } from "../lf-copies.ts";
import { outcomeOf, outputFiles } from "../outcome.ts";
import { notFound } from "../programs.ts";
import { deployEnvPath, testEnvPath } from "./credentials.ts";
import type { GoContainer } from "./go-container.ts";
import { moveTree } from "./move-tree.ts";
import type { ContainerResult } from "./step-results.ts";
import { broughtDir, lfDir, paths, type StepSpec, sourceOf, specCommands } from "./step-spec.ts";
import type { ReadyTests } from "./test-results.ts";

export interface GoStepOptions {
  readonly container: GoContainer;
  readonly sessionId: string;
  /** Absolute path of the repository on this machine. */
  readonly root: string;
  readonly hasTestEnv: boolean;
  /** Nothing that the engine remembers counts. */
  readonly fresh?: boolean;
  /** For steps that run tests whose results Go keeps; null: they get nothing more. */
  readonly readyTests?: ReadyTests | null;
  readonly signal: AbortSignal;
}

/** Runs a Go step in a container of its own. Throws what the engine throws. */
export async function runGoStep(
  step: ExecStep,
  resultDir: PlannedStep["resultDir"],
  options: GoStepOptions,
): Promise<StepOutcome> {
  const startedAt = new Date();
  // Two steps may ask for the same, as when tests are run again and again.
  const never = typeof step.reuse !== "string" || testsOf(step, options)?.all === true;
  const first = await execute(step, options, options.fresh || never ? randomUUID() : null);
  const remembered = first.session !== options.sessionId;
  if (remembered && (await stands(step, first, testsOf(step, options)))) {
    const times = { startedAt, durationMs: Date.now() - startedAt.getTime() };
    return await settle({ step, resultDir }, first, { ...times, cached: true });
  }
  // The engine remembers failures like successes; running them again is what a person who starts again wants.
  const result = remembered ? await execute(step, options, randomUUID()) : first;
  if (result.missing === true)
    return outcomeOf({ step, resultDir }, { end: "errored", problem: missingIn(step), startedAt });
  return await settle({ step, resultDir }, result, { ...timesOf(result, startedAt), cached: false });
}

function testsOf(step: ExecStep, { readyTests }: GoStepOptions): ReadyTests | null {
  return step.keepsTests === true ? (readyTests ?? null) : null;
}

function missingIn({ commands, image }: ExecStep): Problem {
  const tool = commands[0]?.tool ?? "";
  const place = image === undefined ? "in the image with Go" : `in the image ${image}`;
  return notFound(typeof tool === "string" ? tool : tool.name, place);
}

function execute(step: ExecStep, options: GoStepOptions, nonce: string | null): Promise<ContainerResult> {
  const { container, root, hasTestEnv, signal } = options;
  const testEnv = hasTestEnv && step.gets.testEnv;
  const tests = testsOf(step, options);
  return container.step({
    spec: specOf(step, testEnv, tests),
    more: async (dir) => {
      await writeLfCopies(join(dir, lfDir), step, root);
      await bringFiles(join(dir, broughtDir), step);
    },
    logins: step.gets.logins,
    git: step.copy?.git === true,
    source: sourceOf(step),
    image: step.image,
    deployEnv: step.gets.deployEnv === true,
    ...{ tests, testEnv, nonce, signal },
  });
}

function specOf(step: ExecStep, testEnv: boolean, tests: ReadyTests | null): StepSpec {
  return {
    ...specCommands(step),
    seconds: Math.max(1, Math.ceil(step.timeoutMs / 1_000)),
    quit: step.atLimit === "dump-goroutines",
    stopAtFirstFailure: step.stopAtFirstFailure,
    variablesFile: testEnv ? testEnvPath : step.gets.deployEnv === true ? deployEnvPath : null,
    compiles: step.compiles !== null,
    ...(tests === null ? {} : { tests: readied(step, tests) }),
    // The source directory of a container is a copy that is its own.
    watches: step.copy === undefined || step.copy.uncompared === true ? null : sourceOf(step),
  };
}

function readied(step: ExecStep, { times, image }: ReadyTests): StepSpec["tests"] & object {
  return { program: `${paths.tests}/program`, root: times ? sourceOf(step) : null, image };
}

/** Whether a result of an earlier session counts: nobody asked for the step to run each time, it is not too old, and it has passed. */
async function stands(step: ExecStep, result: ContainerResult, tests: ReadyTests | null): Promise<boolean> {
  if (typeof step.reuse !== "string") return false;
  if (tests !== null && Date.now() - result.madeAtMs > tests.maxAgeMs()) return false;
  return hasPassed(step, await readStepEnd(step, { ...result, resultDir: result.files }));
}

type Times = Pick<StepOutcome, "startedAt" | "durationMs">;

async function settle(
  planned: Pick<PlannedStep, "resultDir"> & { readonly step: ExecStep },
  result: ContainerResult,
  facts: Times & Pick<StepOutcome, "cached">,
): Promise<StepOutcome> {
  await moveTree(result.files, planned.resultDir);
  return outcomeOf(planned, {
    end: result.end,
    ...facts,
    commands: await moveOutputs(result, planned.resultDir),
  });
}

/** The container's clock may differ from ours: only spans of it are used, counted back from now. */
function timesOf({ durationMs }: ContainerResult, askedAt: Date): Times {
  return { startedAt: new Date(Math.max(askedAt.getTime(), Date.now() - durationMs)), durationMs };
}

/** Output files lie beside the result files, named as the host engine names them. */
async function moveOutputs({ commands }: ContainerResult, resultDir: string): Promise<StepOutcome["commands"]> {
  return await Promise.all(
    commands.map(async (command, index) => {
      const moved = outputFiles(resultDir, index);
      await moveTree(command.stdout, moved.stdout);
      await moveTree(command.stderr, moved.stderr);
      return { ...command, ...moved };
    }),
  );
}
