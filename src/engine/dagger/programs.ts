import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Problem } from "../../model/outcome.ts";
import type { Program } from "../../model/step.ts";
import { cannotBeHad, installArgs, installEnv, installLimitMs, programFile } from "../programs.ts";
import type { GoContainer } from "./go-container.ts";
import { texts } from "./scripts/texts.ts";
import { paths, programsDir, type StepSpec } from "./step-spec.ts";

const script = "program.sh";

/** Programs that Go compiles in a container of its own, without logins, into the volume of the build cache, where steps find them. Each is asked for once. */
export class DaggerPrograms {
  readonly #container: GoContainer;
  readonly #problems = new Map<string, Promise<Problem | null>>();

  constructor(container: GoContainer) {
    this.#container = container;
  }

  /** Why there is none; null: it is there. */
  problem(program: Program, signal: AbortSignal): Promise<Problem | null> {
    const place = posix.join(programsDir, programFile(program));
    const known = this.#problems.get(place) ?? this.#bring(program, place, signal);
    this.#problems.set(place, known);
    return known;
  }

  async #bring(program: Program, place: string, signal: AbortSignal): Promise<Problem | null> {
    const { end, commands } = await this.#container.step({
      spec: specOf(program, place),
      more: (dir) => writeFile(join(dir, script), texts[script]),
      // The engine remembers that it was there, and not that the volume was emptied since.
      ...{ git: false, source: paths.source, logins: false, testEnv: false, nonce: randomUUID(), signal },
    });
    const [command] = commands;
    if (end === "exited" && command?.exitCode === 0) return null;
    return cannotBeHad(program, command === undefined ? "" : await readFile(command.stderr, "utf8"));
  }
}

function specOf(program: Program, place: string): StepSpec {
  const env = Object.entries(installEnv(program)).map(([name, value]) => `${name}=${value}`);
  const run = ["sh", `${paths.spec}/${script}`, posix.dirname(place), program.name, ...installArgs(program).slice(1)];
  return {
    seconds: installLimitMs / 1_000,
    quit: false,
    stopAtFirstFailure: true,
    commands: [{ dir: "/", words: [...env, ...run], silent: false, advisory: false }],
    variablesFile: null,
    dirs: [],
    compiles: false,
    loose: [],
    watches: null,
  };
}
