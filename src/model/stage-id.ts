import type { StageId, StageKey } from "./stage.ts";

/** What ids are made of besides the stage itself. */
export interface IdScope {
  /** Directories of all modules of the run, relative to the repository. */
  readonly modules: readonly string[];
  /** The working directory, relative to the repository. */
  readonly root: string;
  /** Directories whose own module is checked apart from the go.work that lies there. */
  readonly taken?: ReadonlySet<string>;
}

/**
 * The id of a stage: `vet`, `build:linux/amd64`; with several modules those that do not lie at the root begin with their directory below it,
 * `tools/gen#vet`. `shared`: the stage is that of a go.work, for several modules. This file alone makes ids.
 */
export function idOf({ gate, module, variant }: StageKey, { modules, root, taken }: IdScope, shared = false): StageId {
  const name = nameOf({ gate, variant });
  if (module === null || modules.length < 2) return name;
  if (module === root) return shared && taken?.has(module) === true ? `.#${name}` : name;
  return `${below(root, module)}#${name}`;
}

/** What a stage is called in its module, and in a run with one: `build:linux/amd64`. */
export function nameOf({ gate, variant }: Pick<StageKey, "gate" | "variant">): StageId {
  return variant === null ? gate : `${gate}:${variant}`;
}

/** A directory as one names it in `root`, `.` for that itself; what does not lie below stays as it is. */
export function below(root: string, dir: string): string {
  if (dir === root) return ".";
  return root !== "." && dir.startsWith(`${root}/`) ? dir.slice(root.length + 1) : dir;
}

/**
 * Names for files and anchors: `/`, `:` and `#` become `-`; a name that is taken, case ignored, gets `-2`, `-3` and so on. The answer stays the same for
 * the same text.
 */
export function createSlugs(): (text: string) => string {
  const slugs = new Map<string, string>();
  const take = createNames();
  return (text) => {
    const slug = slugs.get(text) ?? take(text);
    slugs.set(text, slug);
    return slug;
  };
}

/**
 * Names for files of modules, by directory: `tools-gen` for `tools/gen`, `root` for the module at the root. `reserved` stand beside them.
 */
export function moduleSlugs({ modules, root }: IdScope, reserved: readonly string[]): ReadonlyMap<string, string> {
  const take = createNames();
  for (const name of reserved) take(name);
  return new Map(modules.map((dir) => [dir, take(dir === root || dir === "." ? "root" : below(root, dir))]));
}

/** Never answers the same. */
function createNames(): (text: string) => string {
  const taken = new Set<string>();
  return (text) => {
    const plain = text.replaceAll(/[/:#]/g, "-");
    let name = plain;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain}-${count}`;
    taken.add(name.toLowerCase());
    return name;
  };
}
