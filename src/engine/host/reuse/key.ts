import { flagWords } from "../../../go/flags.ts";
import type { ExecStep } from "../../../model/step.ts";
import { namesOutside } from "../../../project/gomod.ts";
import { isInside, styleOf } from "../../../text/paths.ts";
import { digestOf } from "../digest.ts";
import type { ModuleText } from "./sources.ts";

/** Raised when the meaning of a key or the form of an entry changes. */
const formatVersion = 3;

/** What decides the result of a step besides the step itself. */
export interface KeyFacts {
  /** `go env -json`, run in the module's directory. */
  readonly goEnv: Readonly<Record<string, string>>;
  /** The environment of the step's commands. */
  readonly env: Readonly<Record<string, string>>;
  /** Digest of the sources that the module's stages can read. */
  readonly sources: string;
  /** What the programs are that Go starts, see toolchain.ts. */
  readonly toolchain: string;
}

/** The parts of a key, each a digest or a plain value without secrets: what an entry says about where it comes from. */
export interface ReuseKeyParts {
  readonly formatVersion: number;
  readonly stage: string;
  readonly sources: string;
  readonly toolchain: string;
  readonly environment: string;
  readonly commands: string;
}

export function keyParts(step: ExecStep, facts: KeyFacts): ReuseKeyParts {
  return {
    formatVersion,
    stage: step.stage,
    sources: facts.sources,
    toolchain: facts.toolchain,
    environment: digestOf(relevantEnvironment(facts)),
    commands: digestOf([step.module, step.program, step.commands, step.lfCopies, step.stopAtFirstFailure]),
  };
}

export function keyOf(parts: ReuseKeyParts): string {
  return digestOf(parts);
}

/**
 * Everything that `go env` knows, whichever way it was set, and all variables by which Go, its tools and a C compiler are told something
 * (https://pkg.go.dev/cmd/go#hdr-Environment_variables). GOGCCFLAGS holds the name of a temporary directory.
 */
function relevantEnvironment({ goEnv, env }: KeyFacts): readonly (readonly [string, string])[] {
  const known = Object.entries(goEnv).filter(([name]) => name !== "GOGCCFLAGS");
  const named =
    /^(GO|CGO_|CC$|CXX$|FC$|AR$|PKG_CONFIG|LD_|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH|CPATH|LIBRARY_PATH|SOURCE_DATE_EPOCH$)/;
  const given = Object.entries(env).filter(([name]) => named.test(name));
  return [...known, ...given].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

export interface ReuseFacts {
  readonly goEnv: Readonly<Record<string, string>>;
  /** Absolute path of the repository, links resolved. */
  readonly root: string;
  /** The go.mod and go.work files among the sources. */
  readonly moduleFiles: readonly ModuleText[];
}

/** Why no result may be reused here: something decides it that the key does not hold. null when nothing does. */
export function notReusable({ goEnv, root, moduleFiles }: ReuseFacts): string | null {
  const gowork = goEnv["GOWORK"] ?? "";
  if (goEnv["GO111MODULE"] === "off") return "GO111MODULE is off";
  if (gowork !== "" && gowork !== "off" && !isInside(root, gowork, styleOf(root)))
    return "go.work lies outside the repository";
  if (moduleFiles.some(({ path, content }) => namesOutside(path, content)))
    return "go.mod or go.work names a directory outside the repository";
  if (moduleFiles.some(({ content }) => namesGit(content))) return "go.mod or go.work names a directory of git";
  const strange = flagWords(goEnv["GOFLAGS"] ?? "").find((flag) => !harmlessFlag.test(flag));
  return strange === undefined ? null : `GOFLAGS has ${strange}`;
}

/** Flags that name no file or program; others, such as -toolexec, -overlay or -modfile, let something decide that is no source. */
const harmlessFlag =
  /^--?(mod=(mod|readonly|vendor)|trimpath(=\w+)?|buildvcs(=\w+)?|tags=[^/]*|p=\d+|v|x|race(=\w+)?|modcacherw(=\w+)?|count=\d+|short(=\w+)?)$/;

/** What lies in `.git` is no source, whatever lies there. */
function namesGit(content: string): boolean {
  return /(^|[\s"`/\\])\.git([/\\"`\s]|$)/m.test(content.replaceAll(/\/\/.*$/gm, ""));
}
