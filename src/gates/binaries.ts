import { UsageError } from "../errors.ts";
import { groupBy } from "../group-by.ts";
import { type Platform, platformKey } from "../model/platform.ts";
import type { MainPackage } from "../model/project.ts";
import type { PlannedBinary } from "../model/stage.ts";
import { fillTemplate } from "../text/template.ts";

export interface NamingRules {
  /** The user's own template: equal names are an error instead of taking their path. */
  readonly explicit: boolean;
  /** What equal names are told apart by: the path below the only module, null when its go.mod has none; with several modules the directory below `root`. */
  readonly below: { readonly module: string | null } | { readonly root: string };
}

/** `example.com/tool/v2` -> `tool`, `gopkg.in/tool.v3` -> `tool`: the last element without a version suffix. */
export function packageName(importPath: string): string {
  const elements = importPath.split("/").filter((element) => element !== "");
  const last = elements.at(-1) ?? "main";
  const versioned = /^v([2-9]|[1-9]\d+)$/.test(last);
  const name = versioned ? (elements.at(-2) ?? last) : last;
  return name.replace(/\.v\d+$/, "") || name;
}

/** Name that `go build -o dir/` gives the executable (cmd/go, load.DefaultExecName): the `.vN` of gopkg.in stays. */
function execName(importPath: string, platform: Platform): string {
  const elements = importPath.split("/");
  const last = elements.at(-1) ?? "main";
  const versioned = elements.length > 1 && /^v([2-9]|[1-9]\d+)$/.test(last);
  return `${versioned ? (elements.at(-2) ?? last) : last}${extension(platform)}`;
}

function extension(platform: Platform): string {
  return platform.os === "windows" ? ".exe" : "";
}

/**
 * `{name}` of every main package: equal ones, case ignored, take their path below the module, with several modules below the working directory, with `-` for `/`, what is still equal a number. A disk that
 * ignores case (macOS, Windows) holds one file for both.
 */
export function binaryNames(mains: readonly MainPackage[], rules: NamingRules): ReadonlyMap<string, string> {
  const paths = mains.map((main) => main.importPath);
  const short = new Map(paths.map((path) => [path, packageName(path)]));
  if (rules.explicit) return short;
  const uses = groupBy(paths, (path) => fold(short.get(path) ?? ""));
  const equal = paths.filter((path) => (uses.get(fold(short.get(path) ?? "")) ?? []).length > 1);
  const names = new Map(short);
  const taken = new Set(paths.filter((path) => !equal.includes(path)).map((path) => fold(short.get(path) ?? "")));
  const dirs = new Map(mains.map((main) => [main.importPath, main.dir]));
  const { below } = rules;
  for (const path of equal) {
    const own = "root" in below ? dirName(dirs.get(path) ?? ".", below.root) : pathName(path, below.module);
    const name = free(own ?? short.get(path) ?? "main", taken);
    names.set(path, name);
    taken.add(fold(name));
  }
  return names;
}

/** Import paths are ASCII (https://go.dev/ref/mod#go-mod-file-ident), so this is what a disk that ignores case makes of them. */
export function fold(name: string): string {
  return name.toLowerCase();
}

function free(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(fold(name))) return name;
  let number = 2;
  while (taken.has(fold(`${name}-${number}`))) number += 1;
  return `${name}-${number}`;
}

function pathName(importPath: string, modulePath: string | null): string | null {
  if (modulePath === null || !importPath.startsWith(`${modulePath}/`)) return null;
  return importPath.slice(modulePath.length + 1).replaceAll("/", "-");
}

/** null for the working directory itself. */
function dirName(dir: string, root: string): string | null {
  const below = root === "." ? dir : dir.startsWith(`${root}/`) ? dir.slice(root.length + 1) : ".";
  return below === "." ? null : below.replaceAll("/", "-");
}

function fileName(template: string, name: string, platform: Platform): string {
  const values: Record<string, string> = {
    name,
    os: platform.os,
    arch: platform.arch,
    variant: platform.variant ?? "",
    ext: extension(platform),
  };
  return fillTemplate(template, (key) => values[key] ?? null);
}

/** Windows keeps these for devices, whatever follows the first dot (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * The binaries of one platform, each with the directory its `go build` writes to: mains whose executables would have the same name cannot share one.
 * Throws UsageError when two files of an explicit template would have the same name, or one that no file can have.
 */
export function planBinaries(
  mains: readonly MainPackage[],
  names: ReadonlyMap<string, string>,
  platform: Platform,
  template: string,
): readonly PlannedBinary[] {
  const groups: Set<string>[] = [];
  const binaries = mains.map(({ importPath }) => {
    const name = execName(importPath, platform);
    let group = groups.findIndex((taken) => !taken.has(fold(name)));
    if (group < 0) group = groups.push(new Set()) - 1;
    groups[group]?.add(fold(name));
    const file = fileName(template, names.get(importPath) ?? name, platform);
    return { package: importPath, platform, out: `bin/${group}/${name}`, file };
  });
  refuseSameFile(binaries);
  if (platform.os === "windows") refuseDevices(binaries);
  return binaries;
}

function refuseDevices(binaries: readonly PlannedBinary[]): void {
  for (const { package: importPath, file } of binaries.filter((binary) => deviceName.test(binary.file))) {
    throw new UsageError([
      `binary-name: ${importPath} would be written to bin/${file}, a name that Windows keeps for a device. Add {os} or {arch} to the template.`,
    ]);
  }
}

/** Throws UsageError when two binaries of one platform would be the same file. */
export function refuseSameFile(binaries: readonly PlannedBinary[]): void {
  for (const binary of binaries) {
    const same = binaries.filter((other) => fold(other.file) === fold(binary.file));
    if (same.length > 1) {
      const packages = same.map((other) => other.package).join(", ");
      throw new UsageError([
        `binary-name: ${packages} would all be written to bin/${binary.file} for ${platformKey(binary.platform)}. ` +
          "Use {name} in a template that tells them apart, or choose with main-packages.",
      ]);
    }
  }
}
