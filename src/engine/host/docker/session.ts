import { randomBytes } from "node:crypto";
import type { StageId } from "../../../model/stage.ts";
import type { StepLog } from "../../image/step-log.ts";
import type { Builder } from "./builder.ts";
import type { DockerCli } from "./cli.ts";

/** What a docker step gets from the engine that runs it. */
export interface StepContext {
  /** Absolute; receives the step's files. */
  readonly resultDir: string;
  /** Result directory of an earlier stage, for images of a binary. */
  resultDirOf(stage: StageId): string | undefined;
  /** A line for people who watch. */
  progress(line: string): void;
}

/** One step while it runs. */
export interface DockerStep extends StepContext {
  readonly cli: DockerCli;
  readonly log: StepLog;
  /** Aborted from outside or when the step's time is up. */
  readonly signal: AbortSignal;
}

/** The image between the steps image, smoke and deliver. */
export interface BuiltImage {
  /** Name in the daemon that only this run uses. */
  readonly reference: string;
  readonly builder: Builder;
  /** null when the daemon's store does not tell. */
  readonly configDigest: string | null;
  /** `os/arch` of the image in the daemon. */
  readonly platform: string;
  readonly platforms: readonly string[];
  readonly size: number;
  readonly layers: number;
  readonly base: string | null;
  readonly hasHealthcheck: boolean;
  readonly hasCommand: boolean;
  /** Directory of an OCI layout with all platforms; null when there is one platform, which the daemon holds. */
  readonly layout: string | null;
}

/** Marks containers and networks of ours, and starts the names of everything that only lives as long as a run. */
export const ownLabel = "go-pipeline.temporary";

/** A name nobody else uses. */
export function temporaryName(): string {
  return `go-pipeline-${randomBytes(6).toString("hex")}`;
}

/** What cleaning up may take, whatever happened before. */
export const cleanupLimitMs = 30_000;
