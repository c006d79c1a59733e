import { posix } from "node:path";

/** What a Go file says of the platforms that it is for. */
export interface PortableFacts {
  /** Relative to the module. */
  readonly path: string;
  /** Every build takes it: no underscore in its name that could be before a platform, no build constraint and no `import "C"`. */
  readonly portable: boolean;
  /** `//go:build ignore`: a program of its own that no build takes. */
  readonly neverBuilt: boolean;
  readonly mentionsMain: boolean;
  readonly mentionsEmbed: boolean;
}

/**
 * Directories, relative to the module, with a main package that is there on every platform; null: Go has to be asked for each of them. Go takes a file by its
 * name and the constraints in it (`go help buildconstraint`), so a directory of main files of which one is always taken has a main package everywhere.
 */
export function portableMains(files: readonly PortableFacts[]): readonly string[] | null {
  const built = files.filter(({ path, neverBuilt }) => !neverBuilt && !isTest(path));
  const dirs = new Set(built.filter(({ mentionsMain }) => mentionsMain).map(({ path }) => posix.dirname(path)));
  if (dirs.size === 0) return [];
  // What is embedded is looked for on all platforms.
  if (files.some(({ portable, neverBuilt, mentionsEmbed }) => mentionsEmbed && !portable && !neverBuilt)) return null;
  const sure = new Set<string>();
  for (const { path, portable, mentionsMain } of built) {
    const dir = posix.dirname(path);
    // Which of two packages in a directory counts may depend on the files that are taken.
    if (dirs.has(dir) && !mentionsMain) return null;
    if (portable) sure.add(dir);
  }
  return [...dirs].every((dir) => sure.has(dir)) ? [...dirs] : null;
}

/** Only names and texts that cannot be anything else count: a question too much costs time, a file that was misread a binary. */
export function portableFacts(path: string, text: string): Pick<PortableFacts, "portable" | "mentionsEmbed"> {
  return {
    portable:
      !posix
        .basename(path, ".go")
        .replace(/_test$/, "")
        .includes("_") &&
      !text.includes("//go:build") &&
      !text.includes("+build") &&
      !text.includes('"C"'),
    mentionsEmbed: text.includes("//go:embed"),
  };
}

function isTest(path: string): boolean {
  return path.endsWith("_test.go");
}
