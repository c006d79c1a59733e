import type { Annotation } from "../model/annotation.ts";
import type { CacheService } from "./cache-store.ts";

/**
 * The port to where the program runs: GitHub Actions or a terminal. Adapters are picked by the composition root.
 * Text handed over is already sanitized and escaped for its place; adapters only transport it.
 */
export interface CiPlatform {
  readonly name: "github" | "local";
  /** Raw `with:` values by input name; only those that are set. Empty locally. */
  inputs(): Readonly<Record<string, string>>;
  /** What is known about the repository and the run; fields are null when unknown. */
  readonly context: RunContext;
  /** True when text may carry ANSI colour. */
  readonly colour: boolean;
  /** Registers a secret with the runner; called before anything can print. */
  mask(secret: string): void;
  log(line: string): void;
  /** One closed block of lines; groups never nest and never overlap. `open`: shown without folding. */
  group(title: string, lines: AsyncIterable<string> | Iterable<string>, open: boolean): Promise<void>;
  annotate(annotation: Annotation): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  writeSummary(markdown: string): Promise<void>;
  setOutputs(outputs: Readonly<Record<string, string>>): Promise<void>;
  /** Uploads one file or folder as one workflow artifact; see UploadResult for what can happen. */
  upload(request: ArtifactUpload): Promise<UploadResult>;
  /** Declares what was built, so that it can be attested; answers in sentences what it could not. Absent where nobody asks. */
  declare?(subjects: readonly Subject[]): Promise<readonly string[]>;
  /** Lines that can be drawn again; absent where a log is all there is. */
  readonly screen?: Screen;
  /** Where caches are kept between runs; absent where nobody expects any. */
  cacheService?(): CacheService;
  /** Waits until everything written has left the process. */
  flush(): Promise<void>;
}

/** The lines below all that was printed. */
export interface Screen {
  /** They take the place of those that were shown before. None wider than `columns`. */
  show(lines: readonly string[]): void;
  columns(): number;
  rows(): number;
}

export interface RunContext {
  /** `owner/name`. */
  readonly repository: string | null;
  readonly serverUrl: string | null;
  readonly sha: string | null;
  readonly ref: string | null;
  readonly eventName: string | null;
  /** `main`. */
  readonly defaultBranch: string | null;
  /** What a pull request is to be merged into: branch and commit; null outside of pull requests. */
  readonly base: { readonly branch: string; readonly sha: string } | null;
  /** `owner/name` of where the head of the pull request lies; null outside of pull requests. */
  readonly headRepository: string | null;
  readonly runAttempt: number | null;
  readonly workspace: string | null;
}

export const nothingKnown: RunContext = {
  repository: null,
  serverUrl: null,
  sha: null,
  ref: null,
  eventName: null,
  defaultBranch: null,
  base: null,
  headRepository: null,
  runAttempt: null,
  workspace: null,
};

export interface ArtifactUpload {
  readonly name: string;
  /** Absolute paths of regular files. */
  readonly files: readonly string[];
  /** Absolute directory that the paths in the artifact are relative to. */
  readonly root: string;
  /** Days; null: the repository's default. */
  readonly retentionDays: number | null;
  /** The files are compressed already. */
  readonly compressed: boolean;
}

/** Something that was built. */
export interface Subject {
  /** Of a file, its own name; of an image, its reference without a tag. */
  readonly name: string;
  /** `sha256:…` */
  readonly digest: string;
  /** Absolute; null: an image at its registry. */
  readonly path: string | null;
}

export type UploadResult =
  | { readonly status: "uploaded"; readonly id: number | null; readonly size: number | null }
  | { readonly status: "name-taken" }
  /** Not possible here (local run, GHES): a reason, not a failure. */
  | { readonly status: "unavailable"; readonly reason: string }
  | { readonly status: "failed"; readonly reason: string };
