import { buildStages, mountField } from "./dockerfile-facts.ts";
import type { Dockerfile, Instruction } from "./dockerfile-parse.ts";

/** A cache of Go's that RUN instructions mount (`--mount=type=cache`). */
export interface GoCacheMount {
  /** `modules`: a GOMODCACHE. `compiled`: a GOCACHE. */
  readonly kind: "modules" | "compiled";
  /** As the Dockerfile writes it. */
  readonly target: string;
  /** Two mounts with one id are one cache, whatever else they say. */
  readonly id: string;
  /** Id and other options, without type and target: `id=…,sharing=…,uid=…`, as the Dockerfile writes them. */
  readonly identity: string;
  readonly stage: number;
  /** Some RUN that mounts it, or may mount it, also mounts secrets or an agent of SSH. */
  readonly besideSecrets: boolean;
}

interface Mount {
  readonly text: string;
  readonly target: string;
  readonly id: string;
  readonly stage: number;
  /** As does its RUN. */
  readonly besideSecrets: boolean;
}

const targetNames = ["target", "dst", "destination"];

/** The caches of Go's that RUN instructions mount, one for each stage and id, as far as the Dockerfile itself says which caches are Go's. */
export function goCacheMounts(dockerfile: Dockerfile): readonly GoCacheMount[] {
  const named = namedCaches(dockerfile.instructions);
  const all = cacheMounts(dockerfile.instructions);
  const secret = all.filter(({ besideSecrets }) => besideSecrets).map(({ id }) => id);
  const first = new Map<string, GoCacheMount>();
  for (const { text, target, id, stage } of all) {
    const kind = kindOf(target, named);
    const key = `${stage} ${id}`;
    if (kind === null || first.has(key)) continue;
    const besideSecrets = secret.some((other) => mayBeOne(id, other));
    first.set(key, { kind, target, id, identity: identityOf(text, target), stage, besideSecrets });
  }
  return [...first.values()];
}

/** What variables hold is known to the builder alone. */
function mayBeOne(id: string, other: string): boolean {
  return id === other || id.includes("$") || other.includes("$");
}

/** Flags stand before the command. */
function cacheMounts(instructions: readonly Instruction[]): readonly Mount[] {
  return instructions
    .filter(({ keyword }) => keyword === "RUN")
    .flatMap(({ value, stage }) => {
      const mounts = (/^(?:--\S+\s*)*/.exec(value)?.[0] ?? "")
        .split(/\s+/)
        .filter((flag) => flag.startsWith("--mount="));
      const besideSecrets = mounts.some((mount) => /^(secret|ssh)$/.test(mountField(mount, ["type"]) ?? ""));
      return mounts
        .filter((mount) => mountField(mount, ["type"]) === "cache")
        .map((text) => {
          const target = mountField(text, targetNames)?.replace(/(.)\/+$/, "$1") ?? "";
          return { text, target, id: mountField(text, ["id"]) ?? target, stage, besideSecrets };
        });
    });
}

/** Values that ENV gives to GOCACHE and GOMODCACHE. */
function namedCaches(instructions: readonly Instruction[]): ReadonlyMap<string, GoCacheMount["kind"]> {
  const values = instructions
    .filter(({ keyword }) => keyword === "ENV")
    .flatMap(({ value }) => [...value.matchAll(/\b(GOCACHE|GOMODCACHE)[= ]"?([^\s"]+)/g)]);
  return new Map(values.map(([, name, value = ""]) => [value, name === "GOCACHE" ? "compiled" : "modules"]));
}

function kindOf(target: string, named: ReadonlyMap<string, GoCacheMount["kind"]>): GoCacheMount["kind"] | null {
  if (/\/go-build$|^\$\{?GOCACHE\}?$/.test(target)) return "compiled";
  if (/\/pkg\/mod$|^\$\{?GOMODCACHE\}?$/.test(target)) return "modules";
  return named.get(target) ?? null;
}

/**
 * Without an id BuildKit takes the target for it (frontend/dockerfile/dockerfile2llb/convert_runmount.go), and of the options nothing but the id says which cache it is
 * (solver/llbsolver/mounts/mount.go; both BuildKit 0.30).
 */
function identityOf(text: string, target: string): string {
  const fields = text.slice("--mount=".length).split(",");
  const kept = fields.filter((field) => !/^(type|target|dst|destination|ro|readonly|rw|readwrite)(=|$)/.test(field));
  return [...(kept.some((field) => field.startsWith("id=")) ? [] : [`id=${target}`]), ...kept].join(",");
}

/** Stages that the built one is made of, itself included, by their indexes. Without a target it is the last one. */
export function neededStages(dockerfile: Dockerfile, target: string | null): ReadonlySet<number> {
  const stages = buildStages(dockerfile);
  const indexOf = (name: string, before: number): number => {
    const named = stages.slice(0, before).findLastIndex((stage) => stage.name === name.toLowerCase());
    return named < 0 && /^\d+$/.test(name) && Number(name) < before ? Number(name) : named;
  };
  const needed = new Set<number>();
  const pending = [target === null ? stages.length - 1 : indexOf(target, stages.length)];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    if (index < 0 || needed.has(index)) continue;
    needed.add(index);
    pending.push(indexOf(stages[index]?.base ?? "", index));
    const own = dockerfile.instructions.filter(({ stage }) => stage === index);
    for (const from of own.flatMap(({ value }) => [...value.matchAll(/(?:--from=|[,=]from=)([^\s,]+)/g)])) {
      pending.push(indexOf(from[1] ?? "", index));
    }
  }
  return needed;
}

/**
 * The beginning of a Dockerfile that ends with a stage like the one of this index: the same base, variables and arguments, so that a mount written the same way is the
 * same cache, and nothing else of it.
 */
export function stageOutline(dockerfile: Dockerfile, index: number): readonly string[] {
  const stages = buildStages(dockerfile);
  const chain: number[] = [];
  for (let at = index; at >= 0; ) {
    chain.unshift(at);
    const base = stages[at]?.base.toLowerCase();
    at = stages.slice(0, at).findLastIndex(({ name }) => name === base);
  }
  const kept = dockerfile.instructions.filter(
    ({ keyword, stage }) =>
      (stage < 0 && keyword === "ARG") || (chain.includes(stage) && /^(FROM|ARG|ENV)$/.test(keyword)),
  );
  return [
    ...dockerfile.directives.filter(({ name }) => name !== "check").map(({ name, value }) => `# ${name}=${value}`),
    ...kept.map(({ keyword, value }) => `${keyword} ${value}`),
  ];
}
