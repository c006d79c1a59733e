import type { Platform } from "./platform.ts";

/** What the repository is, before any engine: read from the tree on this machine. */
export interface Project {
  /** Absolute path of the repository (the nearest parent with `.git`, see design). */
  readonly root: string;
  /** The working directory relative to `root`, slashes, `.` for the root itself. */
  readonly directory: string;
  /** The modules to check, sorted by directory. */
  readonly modules: readonly Module[];
  /** Directories of modules that this run does not check. */
  readonly unchecked: readonly string[];
  /** Directories with Go files at or below `directory` that lie in no module at all; empty where the input `modules` names what is meant. */
  readonly loose: readonly string[];
  /** The go.work files that cover modules of the run. */
  readonly workspaces: readonly GoWork[];
  /** Highest of all `go` and `toolchain` lines, `1.26.0`, as far as GOTOOLCHAIN of the environment lets them count; null when no file says. */
  readonly wantedGo: { readonly version: string; readonly source: string } | null;
  /** Tracked and untracked, git-ignored ones left out; relative to `root`, slashes. */
  readonly files: readonly string[];
  /** `files` come from git. */
  readonly git: boolean;
}

/** A module that the run checks. `outside` holds what its go.work names too. */
export interface Module extends ModuleFile {
  /** Path of the go.work that its go commands see; null: none. */
  readonly workspace: string | null;
  /** What its go commands need in their environment: `GOWORK=off` for a module that go.work does not name. */
  readonly env: Readonly<Record<string, string>>;
  /** Directory below the module to which packages are restricted, `.` for all. */
  readonly within: string;
  /** Why it is checked, for people. */
  readonly why: string;
}

/** What go.mod says, read leniently: a broken file must end as a failed stage. */
export interface ModuleFile {
  /** Relative to the repository, slashes, `.` for its root. */
  readonly dir: string;
  /** null when the file has no readable `module` line. */
  readonly path: string | null;
  readonly go: string | null;
  readonly toolchain: string | null;
  /** `ignore` lines: directories that are not the module's, see ignored.ts. */
  readonly ignore: readonly string[];
  /** `vendor/modules.txt` is there. */
  readonly vendored: boolean;
  /** Paths of the modules that it requires. */
  readonly requires: readonly string[];
  /** Packages of its `tool` lines. */
  readonly tools: readonly string[];
  /** Directories outside of the repository that its `replace` lines name, as written. */
  readonly outside: readonly string[];
}

export interface GoWork {
  /** Path of go.work relative to the repository. */
  readonly path: string;
  readonly uses: readonly string[];
  /** Directories outside of the repository that its `use` and `replace` lines name, as written. */
  readonly outside: readonly string[];
  readonly go: string | null;
  readonly toolchain: string | null;
}

/** One of the repository's own Go files that gofmt has to look at; path relative to the module. */
export interface GoFile {
  readonly path: string;
  /** The checkout turned LF into CRLF (git says so). */
  readonly checkoutCrlf: boolean;
}

/** The Go files of a module: not in a directory that Go takes for no part of it (vendor, testdata, `_x`, `.x`, `ignore` lines, nested modules). */
export interface GoFiles {
  /** The ones somebody wrote by hand. Sorted by path. */
  readonly handWritten: readonly GoFile[];
  /** One of all imports "C" or has a build constraint on cgo. */
  readonly mentionCgo: boolean;
  /** Directories of main packages, relative to the module, that are there on every platform; null: which are where is Go's to say. */
  readonly mains: readonly string[] | null;
  /** One of all has a `//go:generate` line. */
  readonly mentionGenerate: boolean;
  /** Directories with test files that have a `func Fuzz`, relative to the repository. */
  readonly mentionFuzz: readonly string[];
}

export interface InspectRequest {
  readonly root: string;
  readonly modules: readonly Module[];
  /** As the input `packages` has them, relative to each module. */
  readonly patterns: readonly string[];
  /** Also relative to each module: what they match is only marked in the answer. */
  readonly marked: readonly string[];
  readonly tags: readonly string[];
  /** Platforms to build for. */
  readonly platforms: readonly Platform[];
  /** Builds run with cgo. */
  readonly cgo: boolean;
  /** Programs to look for on PATH. */
  readonly programs: readonly string[];
  /** GOFLAGS, where questions are asked in the repository itself: nothing they ask for may change it. */
  readonly goflags?: string;
  /** What the Go files of a module mention, by its directory: what they do not, Go need not be asked for. */
  readonly mentions: (dir: string) => Promise<Pick<GoFiles, "mentionCgo" | "mains">>;
}

/** What Go itself says, asked inside the engine. */
export interface Inspection {
  /** `go1.26.8`, of the toolchain that runs inside the first module that Go can load. */
  readonly goVersion: string;
  /** GOTOOLCHAIN names it, so that it is not the one that the module asks for. */
  readonly pinned: boolean;
  /** Absolute path of the repository where the engine's Go runs, as Go prints it. */
  readonly root: string;
  /** Platform of the engine, where vet and tests run. */
  readonly native: Platform;
  /** GOTOOLCHAIN as the engine's Go sees it; empty when it could not say. */
  readonly gotoolchain: string;
  /** GOFLAGS as the engine's Go sees it. */
  readonly goflags: string;
  /** The build cache holds what the last run here compiled, as far as the engine can tell before it runs anything. */
  readonly warm: boolean;
  /** That steps can use where the engine runs them. */
  readonly processors: number;
  /** Those that were asked for and are on PATH, in its order, as far as Go can tell what they are. */
  readonly programs: readonly FoundProgram[];
  readonly modules: readonly ModuleInspection[];
}

/** A program that Go has compiled, as `go version -m` describes it. */
export interface FoundProgram {
  /** Absolute, where the engine's Go runs. */
  readonly path: string;
  /** Import path of its main package. */
  readonly package: string;
  /** Of its module: `v2.15.0`, `(devel)`. */
  readonly version: string;
  /** `go1.26.8`. */
  readonly go: string;
}

export interface ModuleInspection {
  readonly dir: string;
  readonly path: string | null;
  /** `go1.26.8`, of the toolchain that runs inside the module; null when Go did not answer. */
  readonly goVersion: string | null;
  /** Why Go could not load the module at all (broken go.mod, missing toolchain file …); its stages then fail with it. */
  readonly problem: string | null;
  /** Packages that match the patterns on the native platform. */
  readonly packages: readonly Package[];
  /** Those of the patterns that match a package here. */
  readonly patterns: readonly string[];
  /** Of the marked patterns those that match a package here, and import paths of all that they match, asked for by `patterns` or not. */
  readonly marked: { readonly patterns: readonly string[]; readonly packages: readonly string[] };
  readonly mains: readonly MainPackage[];
  /** What packages embed, on any of the platforms; a package may be there several times. */
  readonly embeds: readonly Embeds[];
}

/** The patterns of the `//go:embed` lines of a package, tests included. */
export interface Embeds {
  /** Directory of the package relative to the repository. */
  readonly dir: string;
  readonly patterns: readonly string[];
}

export interface Package {
  readonly importPath: string;
  /** Relative to the repository. */
  readonly dir: string;
  readonly name: string;
  /** Names of the test files that Go takes on the native platform, those of the package `_test` included. */
  readonly testFiles: readonly string[];
  /** Names of those that build constraints leave out there. */
  readonly excludedTestFiles: readonly string[];
}

/** Whether go test finds tests in a package, on the native platform. */
export function hasTests({ testFiles }: Pick<Package, "testFiles">): boolean {
  return testFiles.length > 0;
}

/** `builds`: has Go files there. `excluded`: build constraints leave none. `needs-cgo`: only cgo being off leaves none. */
export type MainStatus = "builds" | "excluded" | "needs-cgo";

export interface MainPackage {
  readonly importPath: string;
  /** Relative to the repository. */
  readonly dir: string;
  /** By platform key. */
  readonly on: Readonly<Record<string, MainStatus>>;
}
