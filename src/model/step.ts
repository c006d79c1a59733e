import type { Platform } from "./platform.ts";
import type { Passes, StageId } from "./stage.ts";

/** An argument that names a file in the step's own result directory: `prefix` + absolute path of `out`. */
export interface OutArg {
  readonly prefix: string;
  /** Relative, slashes; a trailing slash asks for a directory. */
  readonly out: string;
  /**
   * A directory in which programs of the repository leave what they like. An engine that brings results from elsewhere leaves out what is no regular file,
   * and says so (files/irregular.ts).
   */
  readonly loose?: true;
}

/** An argument that names what the step `brings`: `prefix` + absolute path of `brought`, a file or directory. */
export interface BroughtArg {
  readonly prefix: string;
  /** Relative, slashes. */
  readonly brought: string;
}

/** A file of this machine, or a directory, that a step reads wherever it runs, also one that is no source of the repository. What it gets is a copy of its own. */
export interface Brought {
  /** Absolute. */
  readonly from: string;
  /** What it is called there: relative, slashes. */
  readonly to: string;
  /** It is run, whatever the mode of the file is. */
  readonly executable?: true;
  /** A directory with the files of the repository, as they are at another commit. */
  readonly repository?: true;
}

/** A program that Go compiles from a module of its own, whatever the repository requires. */
export interface Program {
  /** Of its file, without what Windows adds. */
  readonly name: string;
  /** Import path of its main package. */
  readonly package: string;
  /** `v2.15.0`. */
  readonly version: string;
  /** It is compiled with this Go or a newer one, as GOTOOLCHAIN takes it; null: the one that is there, or a newer one. */
  readonly go: string | null;
  /** Flags for go commands that fetch and compile it: what GOFLAGS says for the repository means nothing there. */
  readonly goflags: string;
}

/** A program beside Go's own. */
export interface ProgramTool {
  readonly name: string;
  /** Absolute, where the step runs; null: the step's own program. */
  readonly path: string | null;
}

/** A program that the step `brings`. */
export interface BroughtTool {
  readonly name: string;
  /** As the step's `brings` calls it. */
  readonly brought: string;
}

/** Any program, found as a shell finds it: by PATH, or by a path, a relative one from where its command runs. */
export interface FoundTool {
  readonly name: string;
  readonly found: true;
}

export interface Command {
  readonly tool: "go" | "gofmt" | ProgramTool | BroughtTool | FoundTool;
  readonly args: readonly (string | OutArg | BroughtArg)[];
  /** Added to the engine's own environment. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * `module`: the step's directory. `lf`: the one that holds the step's `lfCopies`. Else a directory relative to the repository, or to where what the step
   * `brings` lies.
   */
  readonly cwd: "module" | "lf" | { readonly dir: string; readonly brought?: true };
  /** Prints to standard output although all is well (`go mod verify`): what it prints does not count in a step that has to be silent. */
  readonly talks?: true;
  /** Neither its exit code nor what it prints decides whether the step has passed. */
  readonly advisory?: true;
}

/** What every step says, whatever it does. */
interface StepBase {
  readonly stage: StageId;
  readonly timeoutMs: number;
  /** Where there is not room for all that could start, the greater goes first. */
  readonly weight: number;
}

/** What a step compiles. On a cold build cache steps that compile the same packages wait for the first of them. */
export interface Compiled {
  readonly platform: Platform;
  /** With the race detector packages are compiled anew. */
  readonly race: boolean;
}

/**
 * A copy of the repository with the changes of the working tree. The engine leaves what the commands changed in it in the result directory, in the
 * format of files/tree-changes.ts.
 */
export interface OwnCopy {
  /** With a `.git` that knows commits, tags and changes, and no remotes and logins. */
  readonly git: boolean;
  /** Nobody wants to know what was changed. */
  readonly uncompared?: true;
  /** It lies at another path than the one that steps without a copy see. */
  readonly elsewhere?: true;
}

/** Directory below the result directory with what a step was asked to keep; see ExecStep. */
export const keptDir = "kept";

/**
 * Commands run one after the other, stopping at the first that does not pass (a format step runs all of them). Standard
 * output and standard error of each go to files of their own. An engine knows of a step what is said here, and nothing of whose it is.
 */
export interface ExecStep extends StepBase {
  readonly type: "exec";
  /** Directory of the module or of go.work, relative to the repository. */
  readonly module: string;
  readonly commands: readonly Command[];
  /** What has to be there first. Fetching it gets no logins; where it cannot be had, that is the environment's fault. null: Go's own programs do. */
  readonly program: Program | null;
  readonly stopAtFirstFailure: boolean;
  readonly passes: Passes;
  /** Files, relative to the result directory, without which the step has not passed, whatever its commands say. */
  readonly leaves: readonly string[];
  /** Files, relative to the module, that the engine copies with LF line ends to the `lf` directory first (CRLF made by a checkout). */
  readonly lfCopies: readonly string[];
  /** Files that its commands read beside the repository. */
  readonly brings?: readonly Brought[];
  /** What its commands get beside the common environment. What is given logins never shares a container with code of the repository. */
  readonly gets: {
    readonly logins: boolean;
    readonly testEnv: boolean;
    /** The secrets of a deployment: nothing that code of other steps can write to is there while it runs, as far as the engine separates anything. */
    readonly deployEnv?: true;
  };
  /**
   * What it leaves are programs that Go links from sources alone: an engine may put those of earlier runs in their places first, and Go leaves the ones that
   * would come out the same.
   */
  readonly linksAlike?: true;
  /** What is done first when time is up. Go programs answer SIGQUIT with a dump of their goroutines (package runtime). */
  readonly atLimit: "terminate" | "dump-goroutines";
  readonly compiles: Compiled | null;
  /** Its commands run tests whose results Go keeps: an engine that lets those hold from one machine to the next readies the sources for them. */
  readonly keepsTests?: true;
  /** Its commands write to the repository: they run on a copy that is theirs alone. Absent: in the repository itself, which they leave as it is. */
  readonly copy?: OwnCopy;
  /** Reference of the image that its commands run in, which has a copy of the repository; absent: where Go runs. */
  readonly image?: string;
  /** Files and directories of its copy, relative to the module, that the engine leaves in `keptDir` whatever the commands came to. Links are not followed. */
  readonly keeps?: readonly string[];
  /**
   * Whether the result of an earlier run may stand for this one. `by-sources`: that of the same sources; `by-go-sources`:
   * the same, unless C takes part, and with it the libraries of a machine. `by-tool`: the tool knows best and keeps results
   * itself, so only an engine that replays the same inputs as a whole may. `never` says why not.
   */
  readonly reuse: "by-sources" | "by-go-sources" | "by-tool" | { readonly never: string };
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
      /** Reference of the image that it is built on; null: the empty one. */
      readonly base: string | null;
    };

export interface ImageStep extends StepBase {
  readonly type: "build-image";
  readonly source: ImageSource;
  /** Empty: the engine's own platform. */
  readonly platforms: readonly Platform[];
  readonly labels: readonly (readonly [name: string, value: string])[];
  /** Local name, without a tag. */
  readonly name: string;
  /** What the builder says of the image beside it, for its registry; null: nothing. */
  readonly attest: Attestations | null;
}

/** https://docs.docker.com/build/metadata/attestations/ */
export interface Attestations {
  /** Reference of the image that makes the SBOM; null: none is made. */
  readonly sbom: string | null;
  /** How much the provenance tells; null: there is none. */
  readonly provenance: "min" | "max" | null;
}

export interface SmokeStep extends StepBase {
  readonly type: "test-image";
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
}

export type ImageOutput = "load" | "tarball" | "push";

export interface DeliverStep extends StepBase {
  readonly type: "deliver-image";
  /** Empty means `none` was asked for. `default`: load where a daemon answers, else tarball. */
  readonly outputs: readonly ImageOutput[] | "default";
  readonly name: string;
  /** Tags for load and tarball; full references for push. */
  readonly tags: readonly string[];
}

/** What an engine does with an image rather than with commands. */
export type OnImage = ImageStep | SmokeStep | DeliverStep;

/** One thing an engine executes for one stage. */
export type Step = ExecStep | OnImage;

/** Whether the image goes to a registry. */
export function pushesImage(outputs: DeliverStep["outputs"]): boolean {
  return outputs !== "default" && outputs.includes("push");
}
