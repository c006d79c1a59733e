/** What `init` decides by: all that it saw of a repository, as plain data. */
export interface SeenRepository {
  /** The working directory relative to the repository, `.` for its root. */
  readonly directory: string;
  /** Directories of the modules, relative to the working directory. */
  readonly modules: readonly string[];
  /** Paths of the go.work files that cover them. */
  readonly workspaces: readonly string[];
  /** Packages that `tool` lines name. */
  readonly tools: readonly string[];
  /** Directories of main packages, `./cmd/tool`, relative to their module. */
  readonly mains: readonly string[];
  /** Directories of packages that no build without cgo takes. */
  readonly cgoOnly: readonly string[];
  /** A directory in which some files import "C", and others do without. */
  readonly someCgo: string | null;
  /** A file with a `//go:generate` line. */
  readonly generates: string | null;
  /** A test file with a fuzz target, and one with a benchmark. */
  readonly fuzzes: string | null;
  readonly benchmarks: string | null;
  /** Some go.mod requires another module. */
  readonly requires: boolean;
  /** A tag that is a version. */
  readonly released: string | null;
  readonly golangci: { readonly path: string; readonly version: "v1" | "v2" } | null;
  readonly docker: SeenDockerfile | null;
  /** Dockerfiles that a run does not find by itself, relative to the working directory. */
  readonly otherDockerfiles: readonly string[];
  readonly compose: { readonly path: string; readonly services: readonly Service[] } | null;
  /** Patterns of modules that may be private, for GOPRIVATE. */
  readonly privateModules: readonly string[];
  /** null: nobody said. */
  readonly defaultBranch: string | null;
}

/** The Dockerfile that a run takes. */
export interface SeenDockerfile {
  readonly path: string;
  /** The port that it exposes. */
  readonly port: number | null;
  /** Build arguments without a value. */
  readonly args: readonly string[];
  /** Ids of secrets that it mounts. */
  readonly secrets: readonly string[];
}

/** A service of a compose file that is an image and not built. */
export interface Service {
  readonly name: string;
  readonly image: string;
  readonly ports: readonly string[];
}
