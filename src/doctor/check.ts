import type { AskProgram } from "../engine/ask-program.ts";
import type { GoOnPath } from "../engine/go-on-path.ts";
import type { ParsedInputs } from "../inputs/parse.ts";
import type { Project } from "../model/project.ts";
import type { RunContext } from "../platform/platform.ts";
import type { AskGit } from "../project/git.ts";
import type { Repository } from "../project/modules.ts";

/** What a check looks at. Nothing of it is changed or fetched. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly inputs: ParsedInputs;
  readonly repository: Repository;
  /** What the modules are; null where none can be told. */
  readonly project: Project | null;
  /** Why not. */
  readonly projectProblems: readonly string[];
  readonly context: RunContext;
  /** The Go on PATH. */
  readonly go: GoOnPath;
  /** Asks a program of this machine. */
  readonly ask: AskProgram;
  /** Asks git in the repository. */
  readonly git: AskGit;
  /** Bytes that are free where the caches of Go and temporary files lie, by place. */
  readonly free: () => Promise<readonly { readonly place: string; readonly bytes: number }[]>;
}

/** `odd`: a run goes on, though not as one may expect. `broken`: no run is possible. */
export type Seen =
  | { readonly state: "ok"; readonly saw: string }
  | { readonly state: "odd"; readonly saw: string; readonly remedy: string }
  | { readonly state: "broken"; readonly saw: string; readonly remedy: string; readonly exitCode: 2 | 3 };

/** One thing that is looked at: a file of checks/ and a word in index.ts. */
export interface Check {
  readonly name: string;
  look(surroundings: Surroundings): Promise<Seen> | Seen;
}

export function ok(saw: string): Seen {
  return { state: "ok", saw };
}

export function odd(saw: string, remedy: string): Seen {
  return { state: "odd", saw, remedy };
}

/** The exit code is that with which a run would end. */
export function broken(exitCode: 2 | 3, saw: string, remedy: string): Seen {
  return { state: "broken", saw, remedy, exitCode };
}
