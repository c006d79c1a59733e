import type { Annotation } from "../model/annotation.ts";
import type { Attester } from "./attester.ts";
import type { CacheService } from "./cache-store.ts";
import type { ReleasePlace, ReleaseService } from "./release-service.ts";

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
  /** The summary of this step; takes the place of one that was written before. */
  writeSummary(markdown: string): Promise<void>;
  setOutputs(outputs: Readonly<Record<string, string>>): Promise<void>;
  /** Uploads one file or folder as one workflow artifact; see UploadResult for what can happen. */
  upload(request: ArtifactUpload): Promise<UploadResult>;
  /** Declares what was built, so that it can be attested; answers in sentences what it could not. Absent where nobody asks. */
  declare?(subjects: readonly Subject[]): Promise<readonly string[]>;
  /** Absent where nobody signs. */
  readonly attester?: Attester;
  /** Prints the next piece of report.json for programs that read standard output; absent where that has the log. */
  report?(piece: string): void;
  /** Lines that can be drawn again; absent where a log is all there is. */
  readonly screen?: Screen;
  /** Writes the one comment of ours on a pull request; absent where there are no pull requests. Never throws. */
  comment?(request: CommentRequest): Promise<CommentResult>;
  /** The releases of a repository; absent where there are none. */
  releases?(place: ReleasePlace): Promise<ReleaseService>;
  /** Shows a file of this machine to who sits at it, and does not wait for them. Absent where nobody does. Never throws. */
  open?(path: string): Promise<OpenResult>;
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
  /** The commit that a push has moved its branch from, zeros for a new one; null for other events. */
  readonly before: string | null;
  /** `owner/name` of where the head of the pull request lies; null outside of pull requests. */
  readonly headRepository: string | null;
  /** The branch that it is of; null outside of pull requests. */
  readonly headBranch: string | null;
  readonly runAttempt: number | null;
  /** The address of this workflow run. */
  readonly runUrl: string | null;
  /** Name of the workflow, and id of the job in it. */
  readonly workflow: string | null;
  readonly job: string | null;
  /** What this run is about, or the one whose end started it. */
  readonly pullRequest: PullRequest | null;
  /** The run whose end started this one (`workflow_run`). */
  readonly finishedRun: FinishedRun | null;
  readonly workspace: string | null;
}

/** As the event of the run tells it, which nobody but GitHub writes. */
export interface PullRequest {
  /** null: GitHub did not say, as it does not for forks in `workflow_run`. */
  readonly number: number | null;
  readonly head: {
    /** `owner/name`; null when it was deleted. */
    readonly repository: string | null;
    readonly branch: string | null;
    readonly sha: string;
  };
}

export interface FinishedRun {
  readonly url: string;
  readonly workflow: string;
  /** `success`, `failure` … */
  readonly conclusion: string;
}

export const nothingKnown: RunContext = {
  repository: null,
  serverUrl: null,
  sha: null,
  ref: null,
  eventName: null,
  defaultBranch: null,
  base: null,
  before: null,
  headRepository: null,
  headBranch: null,
  runAttempt: null,
  runUrl: null,
  workflow: null,
  job: null,
  pullRequest: null,
  finishedRun: null,
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

/** A workflow artifact that is there. */
export interface UploadedArtifact {
  readonly name: string;
  /** Where people who may see the run can download it. */
  readonly url: string | null;
  /** Bytes, as they were uploaded. */
  readonly size: number | null;
}

export type UploadResult =
  | ({ readonly status: "uploaded" } & Omit<UploadedArtifact, "name">)
  | { readonly status: "name-taken" }
  /** Not possible here (local run, GHES): a reason, not a failure. */
  | { readonly status: "unavailable"; readonly reason: string }
  | { readonly status: "failed"; readonly reason: string };

export type OpenResult =
  | { readonly status: "opened" }
  /** Nobody would see it: a reason, not a failure. */
  | { readonly status: "unavailable"; readonly reason: string }
  | { readonly status: "failed"; readonly reason: string };

/** A comment that is written once and changed afterwards. */
export interface CommentRequest {
  /** `owner/name` of the repository that the pull request belongs to. */
  readonly repository: string;
  readonly pullRequest: PullRequest;
  readonly token: string;
  /** What the comment begins with, and no other one that the token's user wrote. */
  readonly marker: string;
  /** Markdown, marker included. */
  readonly body: string;
  readonly signal: AbortSignal;
}

/** Reasons are the service's words, not cleaned. */
export type CommentResult =
  | { readonly status: "written"; readonly url: string; readonly created: boolean }
  /** There is nothing to comment on any more: a reason, not a failure. */
  | { readonly status: "skipped"; readonly reason: string }
  /** The token may not. */
  | { readonly status: "refused"; readonly reason: string }
  | { readonly status: "failed"; readonly reason: string };
