import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { mustBeSilent } from "../../model/passes.ts";
import type { Command, ExecStep } from "../../model/step.ts";
import { oneScript, runScript } from "./runner-script.ts";

/** Where things are inside the container. */
export const paths = { source: "/src", spec: "/pipeline/spec", out: "/pipeline/out" } as const;

/** One step as the script in the container takes it. */
export interface SpecStep {
  /** Indexes of steps in the same batch. */
  readonly needs: readonly number[];
  /** Indexes of steps whose end this one waits for while the build cache is cold. */
  readonly after: readonly number[];
  readonly soft: boolean;
  readonly seconds: number;
  /** When time is up, SIGQUIT comes first: it makes Go programs print their goroutines. */
  readonly quit: boolean;
  readonly stopAtFirstFailure: boolean;
  readonly commands: readonly SpecCommand[];
  /** Path in the container of a file with more `NAME=value` words for every command, each ended by NUL; a constant of ours without blanks. */
  readonly variablesFile: string | null;
  /** Directories to make below the step's result directory. */
  readonly dirs: readonly string[];
  /** Files below the step's result directory without which it has not passed. */
  readonly leaves: readonly string[];
}

export interface SpecCommand {
  readonly dir: string;
  /** `NAME=value` assignments, then the tool and its arguments. */
  readonly words: readonly string[];
  /** It has to print nothing to standard output to have passed. */
  readonly silent: boolean;
}

export interface BatchSpec {
  readonly steps: readonly SpecStep[];
  /** 0: as many as the container has processors. */
  readonly jobs: number;
  readonly failFast: boolean;
}

/** xargs is given room for 130,000 bytes, of which `sh one.sh BASE` takes some. */
const commandLineLimit = 120_000;

/** Writes the files that `run.sh` reads into an empty directory. */
export async function writeSpec(dir: string, spec: BatchSpec): Promise<void> {
  await writeFile(join(dir, "run.sh"), runScript);
  await writeFile(join(dir, "one.sh"), oneScript);
  await writeFile(join(dir, "total"), String(spec.steps.length));
  await writeFile(join(dir, "jobs"), String(spec.jobs));
  if (spec.failFast) await writeFile(join(dir, "fail-fast"), "");
  for (const [index, step] of spec.steps.entries()) await writeStep(join(dir, String(index)), step);
}

async function writeStep(dir: string, step: SpecStep): Promise<void> {
  const files: Record<string, string> = {
    needs: step.needs.join(" "),
    after: step.after.join(" "),
    seconds: String(step.seconds),
    signals: step.quit ? "QUIT TERM" : "TERM",
    commands: String(step.commands.length),
    variables: step.variablesFile ?? "",
  };
  if (step.soft) files["soft"] = "";
  if (!step.stopAtFirstFailure) files["all"] = "";
  if (step.dirs.length > 0) files["dirs"] = nulTerminated(step.dirs);
  if (step.leaves.length > 0) files["leaves"] = nulTerminated(step.leaves);
  for (const [index, command] of step.commands.entries()) {
    files[`${index}.head`] = nulTerminated([command.dir, "env"]);
    files[`${index}.args`] = nulTerminated(command.words);
    if (command.silent) files[`${index}.silent`] = "";
  }
  await mkdir(dir, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(dir, name), text)));
}

function nulTerminated(words: readonly string[]): string {
  const text = words.map((word) => `${word}\0`).join("");
  const size = Buffer.byteLength(text);
  if (size > commandLineLimit) throw new Error(`a command line of ${size} bytes is too long`);
  return text;
}

/** The commands of a step with container paths in place of result files and working directories. `index`: of the step in its batch. */
export function specCommands(step: ExecStep, index: number): Pick<SpecStep, "commands" | "dirs"> {
  const dirs = new Set<string>();
  const commands = step.commands.map((command) => ({
    dir: workingDirectory(command, index, step),
    silent: mustBeSilent(step, command),
    words: [
      ...Object.entries(command.env).map(([name, value]) => `${name}=${value}`),
      command.tool,
      ...command.args.map((arg) => {
        if (typeof arg === "string") return arg;
        dirs.add(arg.out.endsWith("/") ? arg.out : dirname(arg.out));
        return `${arg.prefix}${paths.out}/${index}/result/${arg.out}`;
      }),
    ],
  }));
  return { commands, dirs: [...dirs] };
}

/** Directory of a step's LF copies, below the specification. */
export function lfDir(index: number): string {
  return `lf/${index}`;
}

function workingDirectory(command: Command, index: number, step: ExecStep): string {
  if (command.cwd === "lf") return `${paths.spec}/${lfDir(index)}`;
  return step.module === "." ? paths.source : `${paths.source}/${step.module}`;
}
