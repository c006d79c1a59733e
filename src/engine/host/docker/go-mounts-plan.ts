import { createHash } from "node:crypto";
import { groupBy } from "../../../group-by.ts";
import { platformKey } from "../../../model/platform.ts";
import type { ImageStep } from "../../../model/step.ts";
import { baseImage } from "../../../project/dockerfile-facts.ts";
import { type GoCacheMount, goCacheMounts, neededStages, stageOutline } from "../../../project/dockerfile-mounts.ts";
import type { Dockerfile } from "../../../project/dockerfile-parse.ts";
import type { MountScope } from "../../carried-mounts.ts";
import type { BuildInput } from "../../image/backend.ts";
import { layerScope } from "./layer-cache.ts";

/** What is done with the caches of Go's that a Dockerfile mounts. */
export interface MountPlan {
  /** By the names of their archives. */
  readonly mounts: ReadonlyMap<string, GoCacheMount>;
  /** Those that do not travel, and why. */
  readonly left: readonly string[];
  /** Beginning of the Dockerfile of a build that mounts them. */
  readonly outline: readonly string[];
  /** `linux/amd64`; null: the builder's own. */
  readonly platform: string | null;
  readonly scope: MountScope;
}

/** null: the Dockerfile mounts none. `arch`: the daemon's. */
export function mountPlan(step: ImageStep, input: BuildInput, arch: string): MountPlan | null {
  if (input.type !== "dockerfile") return null;
  const { parsed, source } = input;
  const needed = neededStages(parsed, source.target);
  const all = goCacheMounts(parsed).filter(({ stage }) => needed.has(stage));
  const [stage, others] = mostMounts(all);
  if (stage === null) return null;
  const left = new Map<string, string>(others.map(({ target }) => [target, "another stage mounts it"]));
  const mounts = new Map<string, GoCacheMount>();
  for (const mount of all.filter((found) => found.stage === stage)) {
    const why = whyLeft(mount, step.platforms.length > 1);
    if (why === null) mounts.set(nameFor(mount, mounts), mount);
    else left.set(mount.target, why);
  }
  return {
    mounts,
    left: [...left].map(([target, why]) => `${target} (${why})`),
    outline: stageOutline(parsed, stage),
    platform: platformOf(step, arch),
    scope: { scope: layerScope(step, arch).replace(/^go-pipeline-/, ""), exact: exactHash(parsed, stage, source) },
  };
}

/** The stage that mounts most of them, and mounts of others that it does not have. */
function mostMounts(all: readonly GoCacheMount[]): readonly [stage: number | null, others: readonly GoCacheMount[]] {
  const [most] = [...groupBy(all, ({ stage }) => stage)].sort(([, a], [, b]) => b.length - a.length);
  if (most === undefined) return [null, []];
  const own = new Set(most[1].map(({ id }) => id));
  return [most[0], all.filter(({ id }) => !own.has(id))];
}

function nameFor({ kind }: GoCacheMount, taken: ReadonlyMap<string, unknown>): string {
  let name: string = kind;
  for (let next = 2; taken.has(name); next++) name = `${kind}-${next}`;
  return name;
}

/** What a RUN with secrets compiles may hold them; of modules only what go.sum names by its hash is taken. */
function whyLeft({ kind, identity, besideSecrets }: GoCacheMount, severalPlatforms: boolean): string | null {
  if (/(^|,)(from|source|src)=/.test(identity)) return "it begins with files of an image";
  if (!/^[\w./:${}@,=+-]+$/.test(identity)) return "its options are not understood";
  if (severalPlatforms && /\$\{?(TARGET|BUILD)/.test(identity)) return "each platform has its own";
  return kind === "compiled" && besideSecrets ? "a RUN that mounts secrets uses it too" : null;
}

/** Go's caches hold what is for several platforms, so one of them does; the daemon's runs without emulation. */
function platformOf({ platforms }: ImageStep, arch: string): string | null {
  const names = platforms.map(platformKey);
  return names.find((name) => `${name}/`.startsWith(`linux/${arch}/`)) ?? names[0] ?? null;
}

/** Not of build arguments: they may be other ones with each commit. */
function exactHash(
  parsed: Dockerfile,
  stage: number,
  { buildArgs }: { buildArgs: readonly (readonly [string, string])[] },
): string {
  const base = baseImage(parsed, { target: `${stage}`, buildArgs });
  const text = parsed.instructions.map(({ keyword, value }) => `${keyword} ${value}`);
  return createHash("sha256")
    .update(JSON.stringify([base, text]))
    .digest("hex")
    .slice(0, 12);
}
