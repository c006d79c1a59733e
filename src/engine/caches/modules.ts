/** The module versions that go.sum files name, as the module cache writes them. */
export interface ModuleVersions {
  /** `path@version` of modules whose files are needed. */
  readonly trees: ReadonlySet<string>;
  /** The same of those whose go.mod files are needed, a superset. */
  readonly mods: ReadonlySet<string>;
}

/** Reads go.sum and go.work.sum files: lines `path version hash` and `path version/go.mod hash` (https://go.dev/ref/mod#go-sum-files). */
export function moduleVersions(sums: readonly string[]): ModuleVersions {
  const trees = new Set<string>();
  const mods = new Set<string>();
  for (const line of sums.flatMap((text) => text.split(/\r?\n/))) {
    const [path = "", version = "", hash = ""] = line.trim().split(/\s+/);
    if (hash === "") continue;
    const name = `${escapePath(path)}@${escapePath(version.replace(/\/go\.mod$/, ""))}`;
    mods.add(name);
    if (!version.endsWith("/go.mod")) trees.add(name);
  }
  return { trees, mods };
}

/** Capitals become `!` and the small letter, for file systems that know only one of them (https://go.dev/ref/mod#module-cache). */
function escapePath(path: string): string {
  return path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

/** True for the toolchain that the go command downloaded as a module and the run used: `golang.org/toolchain@v0.0.1-go1.27.0.linux-amd64`. */
export function isToolchainInUse(name: string, goVersion: string): boolean {
  const prefix = `golang.org/toolchain@v0.0.1-${goVersion}.`;
  return name.startsWith(prefix) && /^[a-z]/.test(name.slice(prefix.length));
}

/** The module version that a file below `cache/download` is about, null for what is no go.mod, no information and no hash. */
export function downloadOf(file: string): string | null {
  const match = /^(.+)\/@v\/(.+)\.(?:info|mod|ziphash)$/.exec(file);
  return match === null ? null : `${match[1]}@${match[2]}`;
}
