import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { EnvironmentError } from "../../../errors.ts";
import type { Problem, StepOutcome } from "../../../model/outcome.ts";
import type { ExecStep } from "../../../model/step.ts";
import { containerVariables } from "../../container-env.ts";
import type { PlannedStep } from "../../engine.ts";
import { outcomeOf, outputFiles } from "../../outcome.ts";
import { isOfRepository, notFound, notFoundHere } from "../../programs.ts";
import { keepFiles } from "../keep.ts";
import { checkDocker } from "./availability.ts";
import { DockerCli, lastLine } from "./cli.ts";
import { DockerContainer } from "./container.ts";
import { transferLimitMs } from "./session.ts";

export interface OwnImageOptions {
  readonly step: ExecStep & { readonly image: string };
  readonly resultDir: PlannedStep["resultDir"];
  /** Absolute path of the copy of the repository that the container gets a copy of. */
  readonly copy: string;
  /** Absolute; an empty directory for this step alone. */
  readonly tempDir: string;
  /** Environment of docker, without what is private to the runner. */
  readonly env: Readonly<Record<string, string>>;
  readonly goproxy: string | null;
  readonly goprivate: readonly string[];
  /** For the container alone: variables of a deployment. */
  readonly secret: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Where the container has the repository. */
const source = "/src";

/** Runs a step in a container of an image, as root, on a copy of the repository of its own; the image's entry point does not count. */
export async function runInImage(options: OwnImageOptions): Promise<StepOutcome> {
  const { step, resultDir, tempDir, env, signal } = options;
  const startedAt = new Date();
  const cli = new DockerCli(env, tempDir);
  const broken = (problem: Problem): StepOutcome =>
    outcomeOf({ step, resultDir }, { end: "errored", problem, startedAt });
  const available = await checkDocker(cli);
  if (!available.ok) {
    return broken({
      message: `It runs in the image ${step.image}, for which the host engine needs Docker: ${available.reason}.`,
      remedy: "Start Docker, or use `engine: dagger`, which brings its own containers.",
    });
  }
  try {
    await pull(step.image, cli, signal);
    return await runContainer(options, cli, startedAt);
  } catch (error) {
    if (signal.aborted) return outcomeOf({ step, resultDir }, { end: "cancelled", startedAt });
    if (!(error instanceof EnvironmentError)) throw error;
    return broken(error);
  }
}

async function pull(image: string, cli: DockerCli, signal: AbortSignal): Promise<void> {
  const known = await cli.run(["image", "inspect", "--format", "{{.Id}}", image], { signal });
  if (known.exitCode === 0) return;
  const pulled = await cli.run(["pull", "--quiet", image], { signal, timeoutMs: transferLimitMs });
  if (pulled.exitCode === 0) return;
  const why = pulled.end === "exited" ? lastLine(pulled.stderr) : pulled.end;
  throw new EnvironmentError(
    `The image ${image} cannot be had: ${why}.`,
    "Check `image` of the stage, the network, and the login of Docker on this machine.",
  );
}

async function runContainer(options: OwnImageOptions, cli: DockerCli, startedAt: Date): Promise<StepOutcome> {
  const { step, resultDir, copy, signal } = options;
  const [command] = step.commands;
  if (command === undefined || step.commands.length > 1) throw new Error(`${step.stage}: an image is for one command`);
  const name = typeof command.tool === "string" ? command.tool : command.tool.name;
  const { args, cliEnv, files } = await variablesOf(options, command.env);
  const workdir = step.module === "." ? source : `${source}/${step.module}`;
  const container = await DockerContainer.create(
    cli,
    {
      image: step.image,
      command: command.args.map((arg) => (typeof arg === "string" ? arg : arg.prefix)),
      options: ["--user", "0:0", "--workdir", workdir, "--entrypoint", name, ...args],
    },
    cliEnv,
  );
  try {
    for (const file of files) await rm(file);
    await cli.get(["cp", `${copy}/.`, `${container.name}:${source}`], { signal, timeoutMs: transferLimitMs });
    const streams = outputFiles(resultDir, 0);
    const ran = await container.attach(streams, { signal, timeoutMs: step.timeoutMs });
    if (ran.end === "timed-out") await container.stop();
    const { State } = await container.state(signal);
    const absent = ran.end === "exited" && State.Error !== "";
    if (absent && !isOfRepository(name)) {
      return outcomeOf(
        { step, resultDir },
        { end: "errored", problem: notFound(name, `in the image ${step.image}`), startedAt },
      );
    }
    if (absent) await writeFile(streams.stderr, notFoundHere(name));
    await keepOf(container.name, workdir, options, cli);
    const timedOut = ran.end === "timed-out";
    const exitCode = timedOut ? null : absent ? 127 : ran.exitCode;
    const commands = [{ exitCode, signal: timedOut ? "SIGKILL" : null, durationMs: ran.durationMs, ...streams }];
    return outcomeOf({ step, resultDir }, { end: timedOut ? "timed-out" : "exited", startedAt, commands });
  } finally {
    await container.remove();
  }
}

interface ContainerArguments {
  /** Options of `docker create`. */
  readonly args: readonly string[];
  /** Variables of docker itself, which it hands on. */
  readonly cliEnv: Readonly<Record<string, string>>;
  /** Absolute paths of what is of no use once the container was made. */
  readonly files: readonly string[];
}

/** Secrets never stand among the arguments: those on one line go by a file, others, which such a file cannot hold, by docker's own environment. */
async function variablesOf(
  { tempDir, env, goproxy, goprivate, secret }: OwnImageOptions,
  own: Readonly<Record<string, string>>,
): Promise<ContainerArguments> {
  const { plain } = containerVariables(env, { goproxy, goprivate });
  const args = Object.entries({ ...plain, ...own }).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
  const secrets = Object.entries(secret).filter(([name]) => !(name in own));
  const long = secrets.filter(([, value]) => /[\r\n]/.test(value));
  const short = secrets.filter(([, value]) => !/[\r\n]/.test(value));
  const file = join(tempDir, "variables");
  await writeFile(file, short.map(([name, value]) => `${name}=${value}\n`).join(""), { mode: 0o600 });
  const handed = long.flatMap(([name]) => ["--env", name]);
  return { args: [...args, "--env-file", file, ...handed], cliEnv: Object.fromEntries(long), files: [file] };
}

/**
 * What is not there is found missing afterwards. What lies in another output comes with that: docker writes through a link that it has brought before, wherever on this
 * machine it leads, and into a directory that is there.
 */
async function keepOf(
  container: string,
  workdir: string,
  { step, resultDir, tempDir, signal }: OwnImageOptions,
  cli: DockerCli,
): Promise<void> {
  const taken = join(tempDir, "taken");
  const { keeps = [] } = step;
  for (const path of keeps.filter((each) => !keeps.some((other) => each.startsWith(`${other}/`)))) {
    const to = join(taken, path);
    await mkdir(dirname(to), { recursive: true });
    await cli.run(["cp", `${container}:${workdir}/${path}`, to], { signal, timeoutMs: transferLimitMs });
  }
  await keepFiles(taken, step, resultDir);
}
