import { posix } from "node:path";
import { UsageError } from "../errors.ts";
import { compareGo, oldestGo, takesToolchains } from "./go-version.ts";
import { moduleFromContent } from "./gomod.ts";

type Reader = (content: string, gotoolchain: string) => string | null;

/** The formats of `go-version-file`, by the name of the file. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ["go.mod", byLines],
  ["go.work", byLines],
  [".go-version", firstWord],
  [".tool-versions", byTool],
]);

/** What `go-version-file` may be called. */
export const goVersionFiles: readonly string[] = [...readers.keys()];

export interface GoVersionFile {
  /** The input as the user named it. */
  readonly label: string;
  /** Relative to the repository, slashes. */
  readonly path: string;
  readonly content: string;
  /** GOTOOLCHAIN of the environment. */
  readonly gotoolchain: string;
}

/** The Go version that a file asks for: `1.26.8`, `1.26`, `1.27rc1`. Throws UsageError when it says none that the pipeline can run with. */
export function versionIn({ label, path, content, gotoolchain }: GoVersionFile): string {
  const said = readers.get(posix.basename(path))?.(content, gotoolchain) ?? null;
  const version = /^(?:go|v)?(1\.\d+(?:\.\d+|(?:rc|beta)\d+)?)(?:-.*)?$/.exec(said ?? "")?.[1];
  if (version === undefined) {
    const why =
      said === null ? "says no Go version" : `says ${JSON.stringify(said.slice(0, 80))}, which is no Go version`;
    throw new UsageError([`${label}: ${path} ${why}; ${allowed}`]);
  }
  if (compareGo(version, oldestGo) < 0) {
    throw new UsageError([`${label}: ${path} asks for Go ${version}, which is too old; at least ${oldestGo}`]);
  }
  return version;
}

const allowed =
  "it takes the `toolchain` or `go` line of go.mod and go.work, the version in .go-version, and the `golang` or `go` line of .tool-versions";

/** Whether the name of a file says how it is to be read. */
export function isGoVersionFile(path: string): boolean {
  return readers.has(posix.basename(path));
}

/** The `toolchain` line, where Go follows it, else the `go` line: as actions/setup-go reads them (its v6 and v7). */
function byLines(content: string, gotoolchain: string): string | null {
  const { go, toolchain } = moduleFromContent(".", content, false);
  const named = toolchain === null || toolchain === "default" || !takesToolchains(gotoolchain) ? null : toolchain;
  return named ?? go;
}

/** Lines of asdf, `golang 1.26.8`, where the first of several versions counts (https://asdf-vm.com/manage/configuration.html#tool-versions); mise writes `go`. */
function byTool(content: string): string | null {
  for (const line of content.split(/\r?\n/)) {
    const [tool = "", version] = line.replace(/#.*$/, "").trim().split(/\s+/);
    if ((tool === "golang" || tool === "go") && version !== undefined) return version;
  }
  return null;
}

function firstWord(content: string): string | null {
  const lines = content.split(/\r?\n/).map((line) => line.replace(/#.*$/, "").trim());
  return lines.find((line) => line !== "") ?? null;
}
