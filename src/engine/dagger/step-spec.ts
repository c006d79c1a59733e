import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { mustBeSilent } from "../../model/passes.ts";
import { type Command, type ExecStep, keptDir } from "../../model/step.ts";
import { programsDirectory } from "../cache-listing.ts";
import { programFile } from "../programs.ts";

/** Where things are inside the container. */
export const paths = {
  source: "/src",
  elsewhere: "/elsewhere/src",
  spec: "/pipeline/spec",
  out: "/pipeline/out",
  tests: "/pipeline/tests",
} as const;

/** Directory of both of Go's caches. */
export const cacheRoot = "/var/cache/go";

/** Programs that Go has compiled, and what they keep. In the volume of the build cache: Go removes nothing there but its own entries. */
export const programsDir = `${cacheRoot}/build/${programsDirectory}`;

/** One step as the script in the container takes it. */
export interface StepSpec {
  readonly seconds: number;
  /** When time is up, SIGQUIT comes first: it makes Go programs print their goroutines. */
  readonly quit: boolean;
  readonly stopAtFirstFailure: boolean;
  readonly commands: readonly SpecCommand[];
  /** Path in the container of a file with more `NAME=value` words for every command, each ended by NUL. */
  readonly variablesFile: string | null;
  /** Directories to make below the step's result directory. */
  readonly dirs: readonly string[];
  /** Those of them from which the script takes out what is no regular file: see OutArg. */
  readonly loose: readonly string[];
  /** It fills the build cache. */
  readonly compiles: boolean;
  /** What readies the container for tests whose results Go keeps, before the first command: see `tests/main.go`. `root`: of sources that get times of their content. */
  readonly tests?: { readonly program: string; readonly root: string | null; readonly image: string };
  /** Absolute directory of which the script says what the commands changed in it; null: none. */
  readonly watches: string | null;
  /** What the script leaves in `keptDir`, relative to the absolute directory `from`. */
  readonly keeps?: { readonly from: string; readonly paths: readonly string[] };
}

export interface SpecCommand {
  readonly dir: string;
  /** `NAME=value` assignments, then the tool and its arguments. */
  readonly words: readonly string[];
  /** It has to print nothing to standard output to have passed. */
  readonly silent: boolean;
  /** Whatever it says and exits with, what comes after it may run. */
  readonly advisory: boolean;
}

/** xargs is given room for 130,000 bytes, of which `sh one.sh BASE` takes some. */
const commandLineLimit = 120_000;

/** Directory of an inspection's steps, below the specification. */
export const questionsDir = "questions";

/** Writes the files that `step.sh` reads into `dir`, which is made. */
export async function writeSpec(dir: string, step: StepSpec): Promise<void> {
  const files: Record<string, string> = {
    seconds: String(step.seconds),
    signals: step.quit ? "QUIT TERM" : "TERM",
    commands: String(step.commands.length),
  };
  if (step.variablesFile !== null) files["variables"] = step.variablesFile;
  if (!step.stopAtFirstFailure) files["all"] = "";
  if (step.compiles) files["compiles"] = "";
  if (step.tests !== undefined) {
    files["tests"] = step.tests.root ?? "";
    files["tests.image"] = step.tests.image;
    files["tests.program"] = step.tests.program;
  }
  if (step.watches !== null) files["watches"] = step.watches;
  if (step.keeps !== undefined) {
    files["keeps"] = step.keeps.paths.map((path) => `${path}\n`).join("");
    files["keeps.from"] = step.keeps.from;
  }
  if (step.loose.length > 0) files["loose"] = step.loose.map((dir) => `${dir.replace(/\/$/, "")}\n`).join("");
  if (step.dirs.length > 0) files["dirs"] = nulTerminated(step.dirs);
  for (const [index, command] of step.commands.entries()) {
    files[`${index}.head`] = nulTerminated([command.dir, "env"]);
    files[`${index}.args`] = nulTerminated(command.words);
    if (command.silent) files[`${index}.silent`] = "";
    if (command.advisory) files[`${index}.advisory`] = "";
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

/** The commands of a step with container paths in place of result files and working directories. */
export function specCommands(step: ExecStep): Pick<StepSpec, "commands" | "dirs" | "loose" | "keeps"> {
  const { keeps = [] } = step;
  const kept = keeps.length === 0 ? [] : [`${keptDir}/`];
  const dirs = new Set<string>(kept);
  const loose = new Set<string>(kept);
  const commands = step.commands.map((command, index) => ({
    dir: workingDirectory(command, step),
    silent: mustBeSilent(step, command),
    advisory: command.advisory === true,
    words: [
      ...Object.entries(command.env).map(([name, value]) => `${name}=${value}`),
      ...toolWords(command, step, index),
      ...command.args.map((arg) => {
        if (typeof arg === "string") return arg;
        if ("brought" in arg) return `${arg.prefix}${paths.spec}/${broughtDir}/${arg.brought}`;
        dirs.add(arg.out.endsWith("/") ? arg.out : dirname(arg.out));
        if (arg.loose === true) loose.add(arg.out);
        return `${arg.prefix}${paths.out}/result/${arg.out}`;
      }),
    ],
  }));
  const ordered = [...keeps].sort((a, b) => a.length - b.length);
  const own = keeps.length === 0 ? {} : { keeps: { from: inSource(step, step.module), paths: ordered } };
  return { commands, dirs: [...dirs], loose: [...loose], ...own };
}

/** What programs keep for later runs lies where XDG_CACHE_HOME says, for those that `go tool` starts as well. */
function toolWords({ tool, args }: Command, { program }: ExecStep, index: number): readonly string[] {
  const cache = `XDG_CACHE_HOME=${programsDir}/cache`;
  if (typeof tool === "string") return tool === "go" && args[0] === "tool" ? [cache, tool] : [tool];
  if ("found" in tool) return ["/bin/sh", `${paths.spec}/found.sh`, `${paths.out}/${index}.missing`, tool.name];
  if ("brought" in tool) return [`${paths.spec}/${broughtDir}/${tool.brought}`];
  if (tool.path === null && program === null) throw new Error(`${tool.name} is no program of the step`);
  return [cache, tool.path ?? `${programsDir}/${program === null ? "" : programFile(program)}`];
}

/** Directory of the files that a step brings, below the specification. */
export const broughtDir = "brought";

/** Directory of a step's LF copies, below the specification. */
export const lfDir = "lf";

function workingDirectory(command: Command, step: ExecStep): string {
  if (command.cwd === "lf") return `${paths.spec}/${lfDir}`;
  if (command.cwd === "module") return inSource(step, step.module);
  const { dir, brought } = command.cwd;
  return brought === true ? `${paths.spec}/${broughtDir}/${dir}` : inSource(step, dir);
}

/** Where the repository is for a step. */
export function sourceOf({ copy }: Pick<ExecStep, "copy">): string {
  return copy?.elsewhere === true ? paths.elsewhere : paths.source;
}

/** A directory of the repository. */
function inSource(step: ExecStep, dir: string): string {
  return dir === "." ? sourceOf(step) : `${sourceOf(step)}/${dir}`;
}
