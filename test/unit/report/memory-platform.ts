import type { Annotation } from "../../../src/model/annotation.ts";
import { type CiPlatform, nothingKnown } from "../../../src/platform/platform.ts";

/** A platform that remembers; it throws when something is printed while a group is open, so no test passes with overlapping groups. */
export interface MemoryPlatform extends CiPlatform {
  /** Everything printed, in order; groups as `[title]` or `[title open]`, then `| line`. */
  readonly printed: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly summaries: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
}

export function createMemoryPlatform(over: Partial<CiPlatform> = {}): MemoryPlatform {
  const printed: string[] = [];
  const annotations: Annotation[] = [];
  const summaries: string[] = [];
  const outputs: Record<string, string> = {};
  let inGroup = false;
  const print = (line: string): void => {
    if (inGroup) throw new Error(`printed inside a group: ${line}`);
    printed.push(line);
  };
  return {
    name: "github",
    inputs: () => ({}),
    context: {
      ...nothingKnown,
      repository: "acme/greeter",
      serverUrl: "https://github.com",
      sha: "0123456789abcdef0123456789abcdef01234567",
    },
    colour: false,
    mask: () => undefined,
    log: print,
    group: async (title, lines, open) => {
      print(`[${title}${open ? " open" : ""}]`);
      inGroup = true;
      try {
        for await (const line of lines) printed.push(`| ${line}`);
      } finally {
        inGroup = false;
      }
    },
    annotate: (annotation) => annotations.push(annotation),
    notice: (message) => print(`notice: ${message}`),
    warning: (message) => print(`warning: ${message}`),
    error: (message) => print(`error: ${message}`),
    writeSummary: async (markdown) => {
      summaries.push(markdown);
    },
    setOutputs: async (values) => {
      Object.assign(outputs, values);
    },
    upload: async () => ({ status: "unavailable", reason: "in memory" }),
    flush: async () => undefined,
    ...over,
    printed,
    annotations,
    summaries,
    outputs,
  };
}
