import type { BuildReport } from "../../image/build-problem.ts";

/** Reads the output of a build line by line and gives it back as text for people. */
export interface BuildLogReader {
  /** Lines for the log out of one line of output. */
  read(line: string): readonly string[];
  /** What all of it says; `failed`: the build did not end with 0. */
  report(failed: boolean): BuildReport;
}

/** How many lines of a step's output are kept. */
export const tailLines = 20;

/** A step of the Dockerfile that does something (`[2/5] RUN …`), not BuildKit's own work. */
export function isStep(name: string): boolean {
  return /^\[[^\]]*\d+\/\d+\] (?!FROM |ARG )/.test(name);
}

/** Reader of `--progress=plain`, of `docker build` without BuildKit and of the text that ends a rawjson log. */
export class PlainReader implements BuildLogReader {
  readonly #names = new Map<string, string>();
  readonly #cached = new Set<string>();
  readonly #tails = new Map<string, string[]>();
  #current = "";
  #failed: string | null = null;
  #error: string | null = null;
  /** The last line that belongs to no step: docker before 23 and the builder before BuildKit end with a bare error. */
  #last = "";
  #location: { line: number; confirmed: boolean } | null = null;

  read(line: string): readonly string[] {
    const step = /^#(\d+) (?:(\[.*)|(CACHED)$|(ERROR): .*|(.*))$/.exec(line);
    if (step?.[1] !== undefined) this.#step(step[1], step);
    else this.#text(line);
    return [line];
  }

  #step(id: string, [, , name, cached, error, text]: readonly (string | undefined)[]): void {
    if (name !== undefined) this.#names.set(id, name);
    else if (cached !== undefined) this.#cached.add(id);
    else if (error !== undefined) this.#failed = id;
    else if (text !== undefined) this.#output(id, text.replace(/^\d+\.\d+ /, ""));
  }

  #output(id: string, text: string): void {
    if (/^(DONE \d|transferring |sha256:|naming to|writing image|exporting )/.test(text)) return;
    const tail = this.#tails.get(id) ?? [];
    tail.push(text);
    tail.splice(0, tail.length - tailLines);
    this.#tails.set(id, tail);
  }

  /** The builder before BuildKit: `Step 2/3 : RUN …`, ` ---> Using cache`. */
  #text(line: string): void {
    const legacy = /^Step (\d+\/\d+) : (.*)$/.exec(line);
    if (legacy?.[1] !== undefined) {
      this.#current = legacy[1];
      this.#names.set(legacy[1], `[${legacy[1]}] ${legacy[2]}`);
    } else if (/^ ---> Using cache$/.test(line)) this.#cached.add(this.#current);
    else if (!this.#ending(line) && this.#current !== "" && !/^( --->|Removing intermediate)/.test(line)) {
      this.#output(this.#current, line);
    }
  }

  /** `Dockerfile:3`, a line of dashes, the source with `>>>`, another such line, and the error itself. */
  #ending(line: string): boolean {
    if (line.trim() !== "" && !/^-+$|^ > /.test(line)) this.#last = line;
    const header = /^\S.*:(\d+)$/.exec(line);
    if (header?.[1] !== undefined) this.#location = { line: Number(header[1]), confirmed: false };
    else if (/^-{20}$/.test(line) && this.#location !== null) this.#location.confirmed = true;
    const error = /^(?:ERROR|error): (.*)$/.exec(line)?.[1];
    if (error !== undefined) this.#error = error;
    if (!line.startsWith("The command ")) return error !== undefined;
    this.#failed = this.#current;
    return true;
  }

  report(failed: boolean): BuildReport {
    const steps = [...this.#names].filter(([, name]) => isStep(name));
    const error = failed ? unwrap((this.#current === "" ? this.#error : null) ?? this.#last) : null;
    const parse = /parse error (?:on )?line (\d+)/.exec(error ?? "")?.[1];
    const line = this.#location?.confirmed === true ? this.#location.line : null;
    return {
      cached: steps.length > 0 && steps.every(([id]) => this.#cached.has(id)),
      failedStep: this.#failed === null ? null : (this.#names.get(this.#failed) ?? null),
      failedOutput: this.#failed === null ? [] : (this.#tails.get(this.#failed) ?? []),
      error: error === "" ? null : error,
      line: line ?? (parse === undefined ? null : Number(parse)),
      checks: [],
    };
  }
}

const wrappings = [
  /^Error response from daemon: /,
  /^failed to build: /,
  /^failed to solve: /,
  /^rpc error: code = \w+ desc = /,
  /^failed to solve with frontend [\w.]+: /,
  /^failed to create LLB definition: /,
  /^failed to compute cache key: /,
  /^failed to calculate checksum of ref \S+: /,
];

function unwrap(error: string): string {
  let rest = error;
  for (let before = ""; before !== rest; ) {
    before = rest;
    for (const wrapping of wrappings) rest = rest.replace(wrapping, "");
  }
  return rest;
}
