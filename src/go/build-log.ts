const buildOutputLimit = 1024 * 1024;
const packageLimit = 24_000;

/** What the builds of all packages printed: Go 1.24 and later put it between the events, older ones on standard error. */
export class BuildLog {
  readonly #outputs: string[] = [];
  readonly #byBuild = new Map<string, string[]>();
  readonly #stderr: string;
  #size = 0;

  /** `stderr`: what is known of it before the first event. */
  constructor(stderr: string) {
    this.#stderr = stderr;
  }

  /** `importPath` is that of the event: a package that is not there, or `p [p.test]`. */
  add(importPath: string, output: string): void {
    if (this.#size >= buildOutputLimit) return;
    this.#size += output.length;
    this.#outputs.push(output);
    const known = this.#byBuild.get(importPath);
    if (known === undefined) this.#byBuild.set(importPath, [output]);
    else known.push(output);
  }

  text(): string {
    return this.#outputs.join("");
  }

  /** Why a package was not built: the output of the build that failed, else its own sections of standard error, else everything. */
  of(importPath: string, failedBuild: string | null): string {
    const own = failedBuild === null ? undefined : this.#byBuild.get(failedBuild)?.join("");
    const sections = sectionsOf(this.#stderr).filter((section) => isAbout(section, importPath));
    const text = own ?? (sections.length > 0 ? sections.join("") : this.text() + this.#stderr);
    return text.slice(0, packageLimit);
  }
}

/** Each begins with a line `# import/path`, perhaps with `[import/path.test]` behind it. */
function sectionsOf(stderr: string): readonly string[] {
  return stderr.split(/^(?=# )/m).filter((section) => section.startsWith("# "));
}

function isAbout(section: string, importPath: string): boolean {
  const name = /^# (\S+)/.exec(section)?.[1];
  return name === importPath || name === `${importPath}_test`;
}
