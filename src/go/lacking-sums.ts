import { owner, type SourceMap } from "./source-map.ts";

/** What the go.sum of a module lacks. */
export interface LackingSums {
  /** Modules of the repository that it needs as published ones. */
  readonly own: readonly { readonly path: string; readonly dir: string }[];
  /** Whether it lacks anything else: `go mod tidy` adds that. */
  readonly others: boolean;
}

/** Reads the output of a go command in words of Go 1.26 and 1.27; null when it misses nothing in go.sum. */
export function lackingSums(output: string, map: Pick<SourceMap, "modules">): LackingSums | null {
  const paths = [...output.matchAll(/missing go\.sum entry for module providing package ([^\s";]+)/g)]
    .concat([...output.matchAll(/([^\s"@]+)@v[^\s":]+: missing go\.sum entry/g)])
    .map(([, path = ""]) => path);
  if (paths.length === 0 && !/missing go\.sum entry|updates to go\.sum needed/.test(output)) return null;
  const owners = paths.map((path) => owner(map, path));
  const found = new Map(owners.flatMap((module) => (module === null ? [] : [[module.dir, module.path ?? ""]])));
  return {
    own: [...found].map(([dir, path]) => ({ dir, path })),
    others: owners.length === 0 || owners.includes(null),
  };
}
