import { posix } from "node:path";
import { localDirectories } from "../../../project/gomod.ts";
import type { SourceFileFacts } from "./source-file.ts";

/** A module as Go sees it; directories and paths are relative to the repository. */
export interface ReachRequest {
  readonly module: string;
  /** Its go.work, where Go uses one. */
  readonly goWork: string | null;
  /** Directories of all modules that this run checks. What lies in none of them belongs to the next one above. */
  readonly modules: readonly string[];
}

/** Whether the file at a path can decide a stage of the module. */
export type Reach = (path: string) => boolean;

const everything: Reach = () => true;

/**
 * What a module's stages can read of the repository: its own files without those of modules inside of it, and the same of modules that go.mod or go.work name.
 * Go goes from module to module by these lines alone: `./...` and `//go:embed` end at another go.mod (seen with Go 1.26.8, cmd/go/internal/load: resolveEmbed).
 * Where that is not sure, it is everything: behind a link to a directory, and where a line names what this run does not know as a module.
 */
export function reachOf(files: readonly SourceFileFacts[], { module, goWork, modules }: ReachRequest): Reach {
  // Directories below vendor belong to the module that is built with them, whatever lies there.
  const known = new Set(modules.filter((dir) => !dir.split("/").includes("vendor")));
  const contents = new Map(
    files.flatMap(({ path, content }) => (content === null ? [] : [[path, content.toString()] as const])),
  );
  const reached = new Set<string>();
  const open = [module, ...(goWork === null ? [] : localDirectories(goWork, contents.get(goWork) ?? ""))];
  for (let dir = open.pop(); dir !== undefined; dir = open.pop()) {
    if (reached.has(dir)) continue;
    reached.add(dir);
    const goMod = posix.join(dir, "go.mod");
    open.push(...localDirectories(goMod, contents.get(goMod) ?? ""));
  }
  const isUnsure =
    files.some(({ isLinkedDirectory }) => isLinkedDirectory) || (goWork !== null && !contents.has(goWork));
  if (isUnsure || [...reached].some((dir) => !known.has(dir))) return everything;
  const ofWorkspace = goWork === null ? () => false : belongsTo(goWork);
  return (path) => ofWorkspace(path) || reached.has(ownerOf(path, known));
}

/** go.work, its sums, and what `go work vendor` made. */
function belongsTo(goWork: string): Reach {
  const vendor = posix.join(posix.dirname(goWork), "vendor/");
  return (path) => path === goWork || path === `${goWork}.sum` || path.startsWith(vendor);
}

/** The innermost module that a path lies in; `.` for what lies in none. */
function ownerOf(path: string, modules: ReadonlySet<string>): string {
  for (let dir = posix.dirname(path); dir !== "."; dir = posix.dirname(dir)) if (modules.has(dir)) return dir;
  return ".";
}
