import type { StageId } from "../../../model/stage.ts";
import type { StepLog } from "../../image/step-log.ts";
import type { SecretStore } from "../credentials.ts";
import type { GoContainer } from "../go-container.ts";
import type { Session } from "../session.ts";

/** What a step on the image gets from the engine that runs it. */
export interface ImageRun {
  readonly session: Session;
  readonly go: GoContainer;
  readonly store: SecretStore;
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute paths that never go to the engine. */
  readonly without: readonly string[];
  readonly secrets: readonly { readonly id: string; readonly value: string }[];
  readonly login: { readonly username: string; readonly password: string } | null;
  /** Waits before another try to push, milliseconds. */
  readonly retryDelaysMs: readonly number[];
  /** Absolute; ours alone. */
  readonly tempDir: string;
  /** Absolute; receives the step's files. */
  readonly resultDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: StepLog;
  /** Aborted from outside or when the step's time is up. */
  readonly signal: AbortSignal;
  /** A line for people who watch. */
  progress(line: string): void;
  /** Result directory of an earlier stage, for images of a binary. */
  resultDirOf(stage: StageId): string | undefined;
}
