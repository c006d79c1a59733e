import { buildStages, mountField } from "./dockerfile-facts.ts";
import type { Dockerfile, Instruction } from "./dockerfile-parse.ts";

/** A cache of Go's that RUN instructions mount (`--mount=type=cache`). */
export interface GoCacheMount {
  /** `modules`: a GOMODCACHE. `compiled`: a GOCACHE. */
  readonly kind: "modules" | "compiled";
  /** As the Dockerfile writes it. */
  readonly target: string;
  /** What tells BuildKit which cache it is, without type and target: `id=…,sharing=…,uid=…`, as the Dockerfile writes it. */
  readonly identity: string;
  readonly stage: number;
  /** Some RUN that mounts it also mounts secrets or an agent of SSH. */
  readonly besideSecrets: boolean;
}

interface Mount {
  readonly text: string;
  readonly stage: number;
  readonly besideSecrets: boolean;
}

const targetNames = ["target", "dst", "destination"];

/** Paths where RUN instructions mount a cache of Go's, as far as the Dockerfile itself says which paths those are. */
export function goCacheMounts(dockerfile: Dockerfile): readonly GoCacheMount[] {
  const named = namedCaches(dockerfile.instructions);
  const found = cacheMounts(dockerfile.instructions).flatMap(({ text, stage, besideSecrets }): GoCacheMount[] => {
    const target = mountField(text, targetNames)?.replace(/(.)\/+$/, "$1") ?? "";
    const kind = kindOf(target, named);
    return kind === null ? [] : [{ kind, target, identity: identityOf(text, target), stage, besideSecrets }];
  });
  const secret = new Set(found.filter((mount) => mount.besideSecrets).map(({ identity }) => identity));
  const first = new Map<string, GoCacheMount>();
  for (const mount of found) {
    const key = `${mount.stage} ${mount.identity}`;
    if (!first.has(key)) first.set(key, { ...mount, besideSecrets: secret.has(mount.identity) });
  }
  return [...first.values()];
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
        .map((text) => ({ text, stage, besideSecrets }));
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

/** Without an id BuildKit takes the target for it (frontend/dockerfile/dockerfile2llb/convert_runmount.go of BuildKit 0.30). */
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
