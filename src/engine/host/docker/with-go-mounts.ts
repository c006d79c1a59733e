import type { ImageStep } from "../../../model/step.ts";
import type { MountCarrier } from "../../carried-mounts.ts";
import type { BuildInput } from "../../image/backend.ts";
import type { Daemon } from "./availability.ts";
import type { Builder } from "./builder.ts";
import { GoMounts, looksDamaged } from "./go-mounts.ts";
import { type MountPlan, mountPlan } from "./go-mounts-plan.ts";
import { emptyMounts, type LayerCache } from "./layer-cache.ts";
import type { BuildOutput } from "./run-build.ts";
import type { DockerRun } from "./session.ts";

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
  const begin = emptyMounts(input, builder, layers);
  if (begin === null) return await build();
  const plan = carrier !== null && builder.kind === "buildx" ? mountPlan(step, input, daemon.arch) : null;
  for (const line of leftWords(plan, begin)) {
    run.progress(line);
    await run.log.line(line);
  }
  if (carrier === null || plan === null || plan.mounts.size === 0) return await build();
  return await carried(new GoMounts({ plan, step, builder, carrier }, run), build);
}

function leftWords(plan: MountPlan | null, begin: string): readonly string[] {
  const left = (plan?.left ?? []).map((why) => `Go's caches of the Dockerfile: not carried: ${why}`);
  return plan === null || plan.mounts.size === 0 ? [begin, ...left] : left;
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
