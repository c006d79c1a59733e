import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ifThere } from "../../errors.ts";
import { isExecutable } from "../../files/on-path.ts";
import type { Problem } from "../../model/outcome.ts";
import type { Program } from "../../model/step.ts";
import { runProcess } from "../process.ts";
import { cannotBeHad, installArgs, installEnv, installLimitMs, programFile } from "../programs.ts";

export interface HostProgramsOptions {
  /** Absolute path of a directory for programs; made when there is one. */
  readonly directory: (signal: AbortSignal) => Promise<string>;
  /** Absolute; ours, and in no module. */
  readonly tempDir: string;
  /** The environment of a command without logins, with what it adds. */
  readonly environment: (added: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
}

export type ProgramPlace =
  /** Absolute. */
  { readonly path: string } | { readonly problem: Problem };

/** Programs that nobody has used for so long are removed. */
const keptMs = 30 * 24 * 3_600_000;

/** Programs that Go has compiled, for steps of this machine. Each is compiled once, however many steps need it. */
export class HostPrograms {
  readonly #options: HostProgramsOptions;
  readonly #places = new Map<string, Promise<ProgramPlace>>();

  constructor(options: HostProgramsOptions) {
    this.#options = options;
  }

  /** Where it is, when it is there. After an abort the answer means nothing. */
  get(program: Program, signal: AbortSignal): Promise<ProgramPlace> {
    const file = programFile(program, process.platform === "win32" ? ".exe" : "");
    const known = this.#places.get(file) ?? this.#bring(program, file, signal);
    this.#places.set(file, known);
    return known;
  }

  async #bring(program: Program, file: string, signal: AbortSignal): Promise<ProgramPlace> {
    const directory = await this.#options.directory(signal);
    const path = join(directory, file);
    const now = new Date();
    if (await isExecutable(path)) {
      // Says that it is in use; another user's directory may not let us.
      for (const used of [path, dirname(path)]) await utimes(used, now, now).catch(() => undefined);
      return { path };
    }
    const { tempDir, environment } = this.#options;
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await removeOld(directory);
    // In the same file system as its place: others see all of it or nothing.
    const bin = await mkdtemp(join(directory, "new-"));
    try {
      const [stdout, stderr] = [join(bin, "stdout"), join(bin, "stderr")];
      const { end, exitCode, error } = await runProcess({
        file: "go",
        args: installArgs(program),
        cwd: tempDir,
        env: environment({ ...installEnv(program), GOBIN: join(bin, "bin") }),
        ...{ stdout, stderr, signal, timeoutMs: installLimitMs },
      });
      if (end !== "exited" || exitCode !== 0) {
        return { problem: cannotBeHad(program, error ?? (await readFile(stderr, "utf8"))) };
      }
      await put(join(bin, "bin"), path);
      return { path };
    } finally {
      await rm(bin, { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

/** What another process has put there meanwhile is the same; what cannot be executed has lost its mode on the way. */
async function put(bin: string, path: string): Promise<void> {
  const place = dirname(path);
  try {
    await rename(bin, place);
  } catch (error) {
    if ((await ifThere(stat(place))) === null) throw error;
    if (await isExecutable(path)) return;
    await rm(place, { recursive: true, force: true, maxRetries: 3 });
    await rename(bin, place);
  }
}

async function removeOld(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const place = join(directory, name);
    const found = await ifThere(stat(place));
    if (found !== null && found.mtimeMs < Date.now() - keptMs) await rm(place, { recursive: true, force: true });
  }
}
