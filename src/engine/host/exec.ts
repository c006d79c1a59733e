import { appendFile, mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ifThere } from "../../errors.ts";
import { readCommandEnd } from "../../files/step-end.ts";
import type { CommandOutcome, Problem, StepOutcome } from "../../model/outcome.ts";
import { commandPassed } from "../../model/passes.ts";
import type { Command, ExecStep } from "../../model/step.ts";
import { withVariables } from "../../text/variables.ts";
import { bringFiles } from "../bring-files.ts";
import { writeLfCopies } from "../lf-copies.ts";
import { outcomeOf, outputFiles } from "../outcome.ts";
import { type ProcessResult, runProcess } from "../process.ts";
import { isOfRepository, notFound, notFoundHere } from "../programs.ts";
import { movedWorkspace } from "./moved-workspace.ts";

export interface ExecContext {
  /** Absolute path of the repository. */
  readonly root: string;
  /** An empty directory for this step alone. */
  readonly tempDir: string;
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path of the step's own program; null: it has none. */
  readonly program: string | null;
  /** GOROOT of the toolchain that the module selects; empty when Go did not say. */
  readonly goroot: string;
}

/** Runs the commands of a step one after the other within its time limit; each leaves `<n>.stdout` and `<n>.stderr` in `resultDir`. */
export async function runExecStep(
  step: ExecStep,
  resultDir: string,
  context: ExecContext,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const startedAt = new Date();
  const deadline = performance.now() + step.timeoutMs;
  await writeLfCopies(lfDir(context), step, context.root);
  await bringFiles(broughtDir(context), step);
  const commands: CommandOutcome[] = [];
  let end: ProcessResult["end"] = "exited";
  let problem: Problem | null = null;
  for (const [index, command] of step.commands.entries()) {
    const streams = outputFiles(resultDir, index);
    const timeoutMs = Math.max(0, deadline - performance.now());
    const result = await runCommand(command, step, { ...context, resultDir, streams, timeoutMs, signal });
    problem = result.problem;
    const { exitCode, signal: endedBy, durationMs } = result;
    const outcome = { exitCode, signal: endedBy, durationMs, ...streams };
    commands.push(outcome);
    ({ end } = result);
    if (end !== "exited") break;
    if (step.stopAtFirstFailure && !commandPassed(step, index, await readCommandEnd(outcome))) break;
  }
  return outcomeOf(
    { step, resultDir },
    {
      end: end === "not-started" ? "errored" : end,
      problem,
      startedAt,
      commands,
    },
  );
}

interface CommandContext extends ExecContext {
  readonly resultDir: string;
  readonly streams: { readonly stdout: string; readonly stderr: string };
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

interface CommandEnd extends ProcessResult {
  /** Why it could not be started. */
  readonly problem: Problem | null;
}

async function runCommand(command: Command, step: ExecStep, context: CommandContext): Promise<CommandEnd> {
  const { tool } = command;
  const result = await start(command, step, context);
  if (result.error === null) return { ...result, problem: null };
  if (typeof tool === "string" || !("found" in tool)) {
    const remedy = "Install the tool, or use `engine: dagger`, which brings its own.";
    return { ...result, problem: { message: result.error, remedy } };
  }
  if (!isOfRepository(tool.name)) return { ...result, problem: notFound(tool.name, "on PATH") };
  await appendFile(context.streams.stderr, notFoundHere(tool.name));
  // As a shell says it.
  return { ...result, end: "exited", exitCode: 127, problem: null };
}

async function start(command: Command, step: ExecStep, context: CommandContext): Promise<ProcessResult> {
  return runProcess({
    file: toolPath(command, context),
    args: await resolveArgs(command, context),
    cwd: workingDirectory(command, step, context),
    env: withVariables(
      context.env,
      { ...(await workspaceOf(command, step, context)), ...command.env },
      process.platform === "win32",
    ),
    ...context.streams,
    signal: context.signal,
    timeoutMs: context.timeoutMs,
    ...(step.atLimit === "dump-goroutines" ? { timeoutSignal: "SIGQUIT" as const } : {}),
  });
}

function workingDirectory({ cwd }: Command, { module }: ExecStep, context: ExecContext): string {
  if (cwd === "lf") return lfDir(context);
  if (cwd === "module") return join(context.root, module);
  return join(cwd.brought === true ? broughtDir(context) : context.root, cwd.dir);
}

/** In what the step brings of the repository GOWORK names what is there; where that is nothing, there is no workspace. */
async function workspaceOf(
  { cwd }: Command,
  { brings = [] }: ExecStep,
  context: ExecContext,
): Promise<Readonly<Record<string, string>>> {
  if (typeof cwd === "string" || cwd.brought !== true) return {};
  const tree = brings.find(({ to, repository }) => repository === true && `${cwd.dir}/`.startsWith(`${to}/`));
  if (tree === undefined) return {};
  const goWork = movedWorkspace(context.env, { root: context.root, to: join(broughtDir(context), tree.to) });
  if (goWork === null) return {};
  return { GOWORK: (await ifThere(stat(goWork))) === null ? "off" : goWork };
}

/** Replaces what names a result file by its absolute path; a trailing slash asks for the directory to be made. */
async function resolveArgs(command: Command, context: CommandContext): Promise<readonly string[]> {
  return Promise.all(
    command.args.map(async (arg) => {
      if (typeof arg === "string") return arg;
      if ("brought" in arg) return `${arg.prefix}${join(broughtDir(context), arg.brought)}`;
      const path = join(context.resultDir, arg.out);
      await mkdir(arg.out.endsWith("/") ? path : dirname(path), { recursive: true });
      return `${arg.prefix}${path}`;
    }),
  );
}

function toolPath({ tool }: Command, context: ExecContext): string {
  if (tool === "gofmt") return gofmtPath(context);
  if (tool === "go") return tool;
  if ("found" in tool) return tool.name;
  if ("brought" in tool) return join(broughtDir(context), tool.brought);
  const path = tool.path ?? context.program;
  if (path === null) throw new Error(`${tool.name} is no program of the step`);
  return path;
}

/** The gofmt of the toolchain that the module selects: versions format differently, and PATH may hold another one. */
function gofmtPath({ goroot }: ExecContext): string {
  return goroot === "" ? "gofmt" : join(goroot, "bin", process.platform === "win32" ? "gofmt.exe" : "gofmt");
}

function broughtDir(context: ExecContext): string {
  return join(context.tempDir, "brought");
}

function lfDir(context: ExecContext): string {
  return join(context.tempDir, "lf");
}
