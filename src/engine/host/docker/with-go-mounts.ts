import type { ImageStep } from "../../../model/step.ts";
import type { MountCarrier } from "../../carried-mounts.ts";
import type { BuildInput } from "../../image/backend.ts";
import type { Daemon } from "./availability.ts";
import type { Builder } from "./builder.ts";
import { GoMounts, looksDamaged } from "./go-mounts.ts";
import { mountPlan } from "./go-mounts-plan.ts";
import { emptyMounts, type LayerCache } from "./layer-cache.ts";
import type { BuildOutput } from "./run-build.ts";
import { type DockerRun, tell } from "./session.ts";

export interface MountedBuild {
  readonly step: ImageStep;
  readonly builder: Builder;
  readonly daemon: Daemon;
  readonly layers: LayerCache;
  readonly mounts: MountCarrier | null;
}

/** Builds with what earlier runs left in the caches of Go's that the Dockerfile mounts, and keeps what this one has used, where they would begin empty. */
export async function withGoMounts(
  { step, builder, daemon, layers, mounts: carrier }: MountedBuild,
  input: BuildInput,
  run: DockerRun,
  build: () => Promise<BuildOutput>,
): Promise<BuildOutput> {
  const empty = emptyMounts(input, builder, layers);
  if (empty.length === 0) return await build();
  const refusal = whyNot(builder, carrier);
  const plan = refusal === null ? mountPlan(step, input, daemon.arch) : null;
  if (refusal !== null) await tell(run, notCarried(`${empty.join(", ")} (${refusal})`));
  for (const left of plan?.left ?? []) await tell(run, notCarried(left));
  if (carrier === null || plan === null || plan.mounts.size === 0) return await build();
  return await carried(new GoMounts({ plan, step, builder, carrier }, run), build);
}

function whyNot({ kind }: Builder, carrier: MountCarrier | null): string | null {
  if (carrier === null) return "`docker-go-cache` or `cache` is false, or this job is offered no cache service";
  return kind === "buildx" ? null : "docker buildx is missing";
}

function notCarried(what: string): string {
  return `Go's caches of the Dockerfile begin empty: ${what}`;
}

/** What was put in makes a build slower at worst: one that fails over it is built again without. */
async function carried(mounts: GoMounts, build: () => Promise<BuildOutput>): Promise<BuildOutput> {
  const put = await mounts.put();
  let end = await build();
  if (end.metadata === null && put && looksDamaged(end)) {
    await mounts.empty();
    end = await build();
  }
  if (end.metadata !== null) await mounts.take();
  return end;
}
