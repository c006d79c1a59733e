import type { ReadPatchLines } from "../collect/change-coverage.ts";
import type { OutputDir } from "../files/output-dir.ts";
import type { SourceMap } from "../go/source-map.ts";
import type { Rows, ValuesOf } from "../kinds/input.ts";
import type { CoverageBuild } from "../model/coverage.ts";
import type { ImageBuilder } from "../model/engine.ts";
import type { SeenTrouble, Watcher } from "../model/events.ts";
import type { FindingKind, ShownOutput } from "../model/finding.ts";
import type { Judgement, Product } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { GoFile, Inspection, Module, ModuleInspection, Project } from "../model/project.ts";
import type { StageResult } from "../model/report.ts";
import type { NotRun, Stage, StageId } from "../model/stage.ts";
import type { Stamp } from "../model/stamp.ts";
import type { DeliverStep, ExecStep, ImageStep, Program, SmokeStep } from "../model/step.ts";
import type { Redactor } from "../platform/mask.ts";
import type { BaseTree } from "../project/base-tree.ts";
import type { ChangedLines, NoChange } from "../project/changed-lines.ts";
import type { Dockerfile } from "../project/dockerfile-parse.ts";
import type { sharedInputs } from "./shared.ts";

/** `warn`: runs and reports, never changes the exit code. `auto`: skipped where it cannot be had. */
export type Toggle = "true" | "false" | "warn" | "auto";

/**
 * One thing that is checked or made. A gate is one file of this folder and one word in the registry (index.ts): nothing else in the program knows its
 * name. Gates may name one another.
 */
export type Gate<R extends Rows = Rows> = ModuleGate<R> | WorkspaceGate<R> | RunGate<R>;

interface GateBase<R extends Rows> {
  /** Its ids begin with it, and so do its files. */
  readonly name: string;
  /** The input that switches it. */
  readonly input: string;
  /** Its rows in the table of inputs, and the part of the documentation that shows them. */
  readonly inputs: R;
  readonly group: "Checks and tests" | "Builds" | "Image";
  /** `false` plans its stages as disabled, `warn` lets them fail without consequence. */
  toggle(config: Settings<R>): Toggle;
  /**
   * What the command `fix` does with it: has it say what it would change, `always` or where its input switches it on (`asked`), or before those do
   * (`first`), to fetch what they need. Absent: nothing.
   */
  readonly fixes?: "always" | "asked" | "first";
  /** It runs whatever the `tool` lines of go.mod name. */
  readonly runsTools?: true;
  /** The program that it runs, where that is none of Go's own. */
  readonly program?: GateProgram;
  /** How reports show what it finds; kinds that several gates find stand in findings.ts. */
  readonly findings: readonly FindingKind[];
  /** `own`: its judge writes the log of a stage itself. */
  readonly log: "commands" | "own";
  /** What of its log is shown. */
  output(config: Settings<R>): ShownOutput;
  /** Reads what its commands print while a stage runs, for people who watch, and perhaps for the verdict. */
  watch?(sight: Sight<R>): Watcher;
  /** Loads what only its judge needs, while the processes that it judges still work. */
  preload?(): Promise<unknown>;
  /**
   * What to run next for a stage whose commands have all ended, in a step of its own; null: nothing more. It is judged with the stage, as one of the
   * `followUps` of its outcome.
   */
  followUp?(stage: Stage, outcome: StepOutcome, bench: Bench<R>): Promise<Omit<ExecStep, "stage"> | null>;
  /** What the step of a stage left behind, as a verdict with findings and products. Brings its files to the output directory. */
  judge(stage: Stage, outcome: StepOutcome, bench: Bench<R>): Promise<Judgement>;
  /** What only all of its stages together can tell, when they have ended; null: nothing. */
  conclude?(ended: readonly EndedStage[], bench: Bench<R>): Conclusion | null;
}

/** A program by the package that it is compiled from. */
export type GateProgram = Pick<Program, "name" | "package">;

/** A stage of a gate at the end of a run, with what it handed over. */
export interface EndedStage {
  readonly result: StageResult;
  readonly products: readonly Product[];
}

/** One more result of a gate, of the run: a failure with what was found. */
export interface Conclusion extends Pick<Judgement, "findings"> {
  /** What tells it from the gate's stages. */
  readonly variant: string;
  readonly failure: string;
}

/** What a gate knows of the inputs: its own, and those that all share. */
export type Settings<R extends Rows> = ValuesOf<R> &
  ValuesOf<typeof sharedInputs> & {
    /** Names of the inputs that somebody gave. */
    readonly given: ReadonlySet<string>;
  };

/** A gate with stages for every module. */
export interface ModuleGate<R extends Rows = Rows> extends GateBase<R> {
  readonly scope: "module";
  /** Goes by Go files, whatever they are built for, where others need packages. */
  readonly looksAt?: "files";
  plan(facts: ModuleFacts<R>): readonly StageDraft[];
}

/** A gate with one stage for the modules of a go.work together, and one for each module outside of any. */
export interface WorkspaceGate<R extends Rows = Rows> extends GateBase<R> {
  readonly scope: "workspace";
  plan(facts: WorkspaceFacts<R>): readonly StageDraft[];
}

/** A gate with stages for the run as a whole; planned after those of the modules. */
export interface RunGate<R extends Rows = Rows> extends GateBase<R> {
  readonly scope: "run";
  plan(facts: RunFacts<R>): readonly StageDraft[];
}

/** A stage without what follows from its gate. */
export interface StageDraft
  extends Partial<
    Pick<Stage, "variant" | "failure" | "binaries" | "rebuilds" | "always" | "alone" | "last" | "ownLimit">
  > {
  /** Whose stage it is, of a gate for the whole run; absent: the run's. */
  readonly module?: string;
  readonly needs: readonly StageId[];
  readonly step: StepDraft | NotRun;
  readonly command: string;
}

/** What watching begins with. */
export interface Sight<R extends Rows = Rows> {
  readonly stage: Stage;
  /** Where the files of the step lie. */
  readonly resultDir: string;
  /** Commands of the step: of several, the streams come in any order. */
  readonly commands: number;
  readonly bench: Bench<R>;
  /** The module of the stage; null when Go did not answer, or for a stage of the run. */
  readonly inspected: ModuleInspection | null;
  /** Takes secrets out of what is told. */
  readonly redact: (text: string) => string;
  readonly onTrouble: (trouble: SeenTrouble) => void;
}

/** A step without the stage it belongs to. */
export type StepDraft =
  | Omit<ExecStep, "stage">
  | Omit<ImageStep, "stage">
  | Omit<SmokeStep, "stage">
  | Omit<DeliverStep, "stage">;

/** What every gate is told, when it plans and when it judges. */
export interface Common {
  /** The other gate is switched on. */
  runs(gate: string): boolean;
}

/** What planning tells every gate. */
interface Others extends Common {
  /** Time limit of a step, in milliseconds. */
  readonly timeoutMs: number;
  /** The id of another gate's stage for the same module, or the one in a directory, or of the run. */
  idOf(gate: string, variant?: string | null, module?: string): StageId;
  /** Variables with which a command for people does what the stage does: the Go of the run, GOWORK; mostly none. */
  readonly commandEnv: Readonly<Record<string, string>>;
  /** Packages of a module's `tool` lines that gates run which are switched on. */
  toolsOf(module: Module): readonly string[];
}

/** What the stages of one module are made from. */
export interface ModuleFacts<R extends Rows = Rows> extends Others {
  readonly config: Settings<R>;
  readonly module: Module;
  readonly inspection: Pick<Inspection, "goVersion" | "goflags" | "native" | "root" | "programs">;
  readonly inspected: ModuleInspection;
  /** Package patterns for go commands in the module; empty: none of the input matches a package here. */
  readonly patterns: readonly string[];
  /** Modules of the run; what is asked of the whole run cannot be decided by one of several. */
  readonly moduleCount: number;
  /** What `coverage-data` holds. */
  readonly coverageBuilds: readonly CoverageBuild[];
  /** Some module of the run has test files. */
  readonly runHasTests: boolean;
  /** What gofmt has to look at. */
  readonly goFiles: readonly GoFile[];
  /** Some Go file of the module has a `//go:generate` line. */
  readonly generates: boolean;
  /** Directories of packages whose test files have a `func Fuzz`, relative to the repository. */
  readonly fuzzed: ReadonlySet<string>;
  /** The file with one of the names that is nearest to the module, in its directory or above; an earlier name wins. null: the repository has none. */
  fileAbove(names: readonly string[]): string | null;
  /** `{name}` by import path of the main packages that were chosen. */
  readonly names: ReadonlyMap<string, string>;
  /** What what is built of the module is called after. */
  readonly stamp: Stamp;
}

/** What the stages of modules that Go loads together are made from. */
export interface WorkspaceFacts<R extends Rows = Rows> extends Others {
  readonly config: Settings<R>;
  readonly inspection: Pick<Inspection, "goVersion" | "goflags" | "native">;
  readonly unit: Unit;
}

/** Modules that Go loads together. */
export interface Unit {
  /** Where their commands run, relative to the repository: the directory of the module, of go.work for several. */
  readonly dir: string;
  /** Path of the go.work that covers them; null: none. */
  readonly workspace: string | null;
  readonly members: readonly Member[];
}

export interface Member {
  readonly module: Module;
  readonly patterns: readonly string[];
  /** Of the Go that runs inside the module; null when Go did not answer. */
  readonly goVersion: string | null;
}

/** What the stages of the whole run are made from. */
export interface RunFacts<R extends Rows = Rows> extends Others {
  readonly config: Settings<R>;
  readonly modules: readonly Module[];
  readonly inspection: Pick<Inspection, "native">;
  /** Absolute. */
  readonly workingDirectory: string;
  /** The same relative to the repository. */
  readonly directory: string;
  /** What is at the input `dockerfile`; null when there is no such file. */
  readonly dockerfile: Dockerfile | null;
  /** Whether this engine can build an image here; counts only with `docker: auto`. */
  readonly builder: ImageBuilder;
  readonly secretIds: readonly string[];
  /** What the image is called after. */
  readonly stamp: Stamp;
  readonly labels: readonly (readonly [name: string, value: string])[];
  /** Stages planned so far, of the modules and of run gates that come earlier. */
  readonly planned: readonly Stage[];
}

/** What judges work with. */
export interface Bench<R extends Rows = Rows> extends Common {
  readonly config: Settings<R>;
  readonly project: Project;
  readonly inspection: Inspection;
  /** Where the tools ran. */
  readonly source: SourceMap;
  /** Variables with which a command for people does what a stage does; see planning. */
  commandEnv(module: string | null): Readonly<Record<string, string>>;
  readonly output: OutputDir;
  /** Verdicts are made of what was printed, files of what may be shown. */
  readonly redactor: Redactor;
  /** What `coverage-data` holds. */
  readonly coverageBuilds: readonly CoverageBuild[];
  /** The lines that the change under test adds; asked of git once, when somebody wants to know. */
  changedLines(): Promise<ChangedLines | NoChange>;
  /** The same as coverage counts them. */
  readonly patchLines: ReadPatchLines;
  /** The files of the commit that the change is compared with; written once, when somebody wants them. */
  baseTree(): Promise<BaseTree>;
  /** A base was named, by somebody or by a pull request: a limit on the change cannot do without it. */
  readonly baseNamed: boolean;
}
