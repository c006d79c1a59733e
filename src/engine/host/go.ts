import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import PQueue from "p-queue";
import { EnvironmentError } from "../../errors.ts";
import { parseBuildInfo } from "../../go/build-info.ts";
import { goSentence } from "../../go/go-words.ts";
import { namedSetting } from "../../go/named-setting.ts";
import type { FoundProgram, InspectRequest, Module } from "../../model/project.ts";
import {
  type GoEnv,
  type InspectCommand,
  type InspectOutput,
  inspectCommands,
  localEnv,
  type ModuleAnswers,
  missedTargets,
  moduleEnv,
  parseGoEnv,
  targetCommands,
} from "../../project/inspect.ts";
import { guiltySetting, listingProblem, settingError, settingTrials } from "../../project/settings.ts";
import { installedQuestion } from "../go-on-path.ts";
import { runProcess } from "../process.ts";

export interface HostGoOptions {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute; ours, and in no module. */
  readonly tempDir: string;
  /** What the installed toolchain has said of itself; null: it was not asked. */
  readonly installed: GoEnv | null;
  /** The environment of a question, with what it adds. */
  readonly environment: (added: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
}

/** Loading packages without their dependencies takes well under a second; the first call may fetch a toolchain. */
const limitMs = 300_000;

const forgetTests: InspectCommand = { ...installedQuestion, args: ["clean", "-testcache"] };

/** Asks the go command of this machine. Throws EnvironmentError when there is no usable one. */
export class HostGo {
  readonly #options: HostGoOptions;
  /** A repository may have hundreds of modules. */
  readonly #queue = new PQueue({ concurrency: Math.max(4, 2 * availableParallelism()) });
  #questions = 0;
  #installed: Promise<GoEnv> | null;

  constructor(options: HostGoOptions) {
    this.#options = options;
    this.#installed = options.installed === null ? null : Promise.resolve(options.installed);
  }

  /** What the installed toolchain says of itself, whatever go.mod asks for; it is asked once. */
  installed(signal: AbortSignal): Promise<GoEnv> {
    this.#installed ??= this.#ask(installedQuestion, signal).then(goEnvIn);
    return this.#installed;
  }

  /** No result that Go keeps of a test counts from now on (`go help clean`). Throws when Go cannot say so. */
  async forgetTests(signal: AbortSignal): Promise<void> {
    const { exitCode, stderr } = await this.#ask(forgetTests, signal);
    if (exitCode !== 0) throw cannotRunGo(stderr);
  }

  /** What the modules hold, in the order of the request. */
  async modules(asked: InspectRequest, signal: AbortSignal): Promise<readonly ModuleAnswers[]> {
    const request = { ...asked, goflags: (await this.installed(signal)).GOFLAGS };
    const answers = await Promise.all(request.modules.map((module) => this.#module(request, module, signal)));
    await Promise.all(request.modules.map((module, at) => this.#blame(request, module, answers[at] ?? [], signal)));
    return answers;
  }

  /** What Go knows of programs at absolute paths. It has no answer for those that it has not compiled. */
  async programs(found: readonly string[], signal: AbortSignal): Promise<readonly FoundProgram[]> {
    if (found.length === 0) return [];
    return parseBuildInfo((await this.#ask({ ...localEnv([]), args: ["version", "-m", ...found] }, signal)).stdout);
  }

  /** Throws when Go can list the module but for a setting of the environment. */
  async #blame(request: InspectRequest, module: Module, answers: ModuleAnswers, signal: AbortSignal): Promise<void> {
    const problem = listingProblem(request, module, answers);
    if (problem === null) return;
    const trials = settingTrials(request, module, this.#options.environment({}));
    const ask = (command: InspectCommand): Promise<InspectOutput> => this.#ask(command, signal);
    const tried = await Promise.all(trials.map(({ commands }) => Promise.all(commands.map(ask))));
    const guilty = guiltySetting(request, module, { trials, answers: tried }, problem);
    if (guilty !== null) throw guilty;
  }

  /** The environment inside the first module that Go can load, else the installed toolchain's own. */
  async envOf(answers: readonly ModuleAnswers[], signal: AbortSignal): Promise<GoEnv> {
    const output = moduleEnv(answers);
    return output === undefined ? await this.installed(signal) : goEnvIn(output);
  }

  async #module(request: InspectRequest, module: Module, signal: AbortSignal): Promise<ModuleAnswers> {
    const ask = (commands: readonly InspectCommand[]): Promise<ModuleAnswers> =>
      Promise.all(commands.map((command) => this.#ask(command, signal)));
    const first = ask(inspectCommands(request, module));
    const targets = targetCommands(request, module).then(async (beside) =>
      ask(beside.length > 0 ? beside : await missedTargets(request, module, await first)),
    );
    return (await Promise.all([first, targets])).flat();
  }

  #ask(command: InspectCommand, signal: AbortSignal): Promise<InspectOutput> {
    return this.#queue.add(() => this.#askNow(command, signal));
  }

  async #askNow({ module, args, env }: InspectCommand, signal: AbortSignal): Promise<InspectOutput> {
    const { root, tempDir, environment } = this.#options;
    const base = join(tempDir, `inspect-${this.#questions++}`);
    const result = await runProcess({
      file: "go",
      args,
      cwd: module === "" ? tempDir : join(root, module),
      env: environment(env),
      stdout: `${base}.out`,
      stderr: `${base}.err`,
      signal,
      timeoutMs: limitMs,
    });
    signal.throwIfAborted();
    if (result.end === "not-started") throw noUsableGo(result.error ?? "");
    const [stdout, stderr] = await Promise.all([readFile(`${base}.out`, "utf8"), readFile(`${base}.err`, "utf8")]);
    return { exitCode: result.exitCode, stdout, stderr };
  }
}

/**
 * What Go says of itself in each module, by directory: `toolchain` lines and the go.work above it make it another Go. Modules
 * that it cannot load are left out.
 */
export function ownEnvironments(
  modules: readonly Pick<Module, "dir">[],
  answers: readonly ModuleAnswers[],
): ReadonlyMap<string, GoEnv> {
  const found = new Map<string, GoEnv>();
  for (const [index, { dir }] of modules.entries()) {
    const own = answers[index]?.[0];
    const goEnv = own === undefined ? null : parseGoEnv(own);
    if (goEnv !== null) found.set(dir, goEnv);
  }
  return found;
}

function goEnvIn(output: InspectOutput): GoEnv {
  const goEnv = parseGoEnv(output);
  if (goEnv === null) throw cannotRunGo(output.stderr);
  return goEnv;
}

/** `stderr`: of a go command that gave no answer. */
function cannotRunGo(stderr: string): EnvironmentError {
  const setting = namedSetting(stderr);
  return setting === null ? noUsableGo(goSentence(stderr)) : settingError(setting, stderr);
}

function noUsableGo(cause: string): EnvironmentError {
  return new EnvironmentError(
    `No usable Go on this machine${cause === "" ? "" : `: ${cause}`}.`,
    "Install Go (in a workflow: actions/setup-go before this action): any since 1.21 fetches the version that is asked for. Or use `engine: dagger`, which brings its own.",
  );
}
