import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { texts } from "./scripts/texts.ts";
import { questionsDir, type StepSpec, writeSpec } from "./step-spec.ts";

/** What a container runs: a script of ours, on a directory that it reads. */
export interface Specification {
  readonly script: "step.sh" | "inspect.sh";
  /** For the time limit. */
  readonly steps: readonly StepSpec[];
  /** Writes script and input into an empty directory. */
  readonly write: (dir: string) => Promise<void>;
}

/** One step. `more` writes further files for it. */
export function stepSpecification(step: StepSpec, more: (dir: string) => Promise<void>): Specification {
  return {
    script: "step.sh",
    steps: [step],
    write: async (dir) => {
      await writeScripts(dir, ["step.sh", "one.sh", "found.sh"]);
      await writeSpec(dir, step);
      await more(dir);
    },
  };
}

/** Several steps of one command each, side by side. */
export function inspectionSpecification(questions: readonly StepSpec[]): Specification {
  return {
    script: "inspect.sh",
    steps: questions,
    write: async (dir) => {
      await writeScripts(dir, ["inspect.sh", "step.sh", "one.sh"]);
      for (const [index, question] of questions.entries()) {
        await writeSpec(join(dir, questionsDir, `${index}`), question);
      }
    },
  };
}

async function writeScripts(dir: string, names: readonly (keyof typeof texts)[]): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const name of names) await writeFile(join(dir, name), texts[name]);
}
