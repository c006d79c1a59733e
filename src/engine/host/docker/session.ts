import { randomBytes } from "node:crypto";
import type { BuiltImage, ImageRun } from "../../image/backend.ts";
import type { Builder } from "./builder.ts";
import type { DockerCli } from "./cli.ts";

/** One step while it runs. */
export interface DockerRun extends ImageRun {
  readonly cli: DockerCli;
}

/** Says something at once and in the step's log. */
export async function tell({ progress, log }: DockerRun, line: string): Promise<void> {
  progress(line);
  await log.line(line);
}

/** The image between its steps, as the daemon holds it. */
export interface DockerImage extends BuiltImage {
  /** Name in the daemon that only this run uses. */
  readonly reference: string;
  readonly builder: Builder;
  readonly hasHealthcheck: boolean;
  /** Directory of an OCI layout with all platforms and attestations; null when there is one platform without any, which the daemon holds. */
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
/** For what moves a whole image, on a slow disk. */
export const transferLimitMs = 600_000;
