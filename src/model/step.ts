import type { Platform } from "./platform.ts";
import type { Passes, StageId } from "./stage.ts";

/** An argument that names a file in the step's own result directory: `prefix` + absolute path of `out`. */
export interface OutArg {
  readonly prefix: string;
  /** Relative, slashes; a trailing slash asks for a directory. */
  readonly out: string;
}

export interface Command {
  readonly tool: "go" | "gofmt";
  readonly args: readonly (string | OutArg)[];
  /** Added to the engine's own environment. */
  readonly env: Readonly<Record<string, string>>;
  /** `module`: the module directory. `lf`: the directory that holds the step's `lfCopies`. */
  readonly cwd: "module" | "lf";
  /** Prints to standard output although all is well (`go mod verify`): what it prints does not count in a step that has to be silent. */
  readonly talks?: true;
}

/**
 * Commands run one after the other, stopping at the first that does not pass (a format step runs all of them). Standard
 * output and standard error of each go to files of their own.
 */
export interface ExecStep {
  readonly type: "exec";
  readonly stage: StageId;
  /** Module directory relative to the repository. */
  readonly module: string;
  readonly commands: readonly Command[];
  readonly stopAtFirstFailure: boolean;
  readonly passes: Passes;
  /** Whether an engine may take the result of an earlier run with the same sources; if not, why. */
  readonly reuse: "by-sources" | { readonly never: string };
  /** Files, relative to the result directory, without which the step has not passed, whatever its commands say. */
  readonly leaves: readonly string[];
  /** Files, relative to the module, that the engine copies with LF line ends to the `lf` directory first (CRLF made by a checkout). */
  readonly lfCopies: readonly string[];
  readonly timeoutMs: number;
}

export type ImageSource =
  | {
      readonly type: "dockerfile";
      /** Paths relative to the repository. */
      readonly context: string;
      readonly dockerfile: string;
      readonly target: string | null;
      readonly buildArgs: readonly (readonly [name: string, value: string])[];
      /** Ids only; the values go to the engine apart from the plan. */
      readonly secretIds: readonly string[];
    }
  | {
      readonly type: "binary";
      /** One per image platform: the file that the build stage left in its result directory. */
      readonly binaries: readonly { readonly platform: Platform; readonly stage: StageId; readonly out: string }[];
      /** Name of the executable in the image. */
      readonly entrypoint: string;
    };

export interface ImageStep {
  readonly type: "image";
  readonly stage: "image";
  readonly source: ImageSource;
  /** Empty: the engine's own platform. */
  readonly platforms: readonly Platform[];
  readonly labels: readonly (readonly [name: string, value: string])[];
  /** Local name, without a tag. */
  readonly name: string;
  readonly timeoutMs: number;
}

export interface SmokeStep {
  readonly type: "smoke";
  readonly stage: "smoke";
  /** Arguments after the entry point; empty: the image's own command. */
  readonly command: readonly string[];
  /** True when the user asked for a command (exit code 0 counts). */
  readonly commandGiven: boolean;
  /** Text or pattern that the command's output has to contain. */
  readonly output: string | null;
  readonly probe: {
    readonly port: number;
    readonly path: string | null;
    /** Inclusive ranges of accepted HTTP statuses. */
    readonly statuses: readonly (readonly [from: number, to: number])[];
  } | null;
  /** The smoke test's own limit. */
  readonly limitMs: number;
  readonly timeoutMs: number;
}

export type ImageOutput = "load" | "tarball" | "push";

export interface DeliverStep {
  readonly type: "deliver";
  readonly stage: "deliver";
  /** Empty means `none` was asked for. `default`: load where a daemon answers, else tarball. */
  readonly outputs: readonly ImageOutput[] | "default";
  readonly name: string;
  /** Tags for load and tarball; full references for push. */
  readonly tags: readonly string[];
  readonly timeoutMs: number;
}

/** One thing an engine executes for one stage. */
export type Step = ExecStep | ImageStep | SmokeStep | DeliverStep;
