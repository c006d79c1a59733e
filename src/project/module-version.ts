import compare from "semver/functions/compare.js";
import { canonicalVersion } from "../text/canonical-version.ts";

/** Which tags are a module's, by the rules of Go (cmd/go/internal/modfetch, codeRepo; https://go.dev/ref/mod#vcs-version). */
export interface TagRules {
  /** What comes before the version, `tools/gen/` for a module in a directory; empty for the one at the root. */
  readonly prefix: string;
  /** What its path ends with: `/v2`, `.v3` of gopkg.in, or nothing. */
  readonly pathMajor: string;
  /** Tags of this major version are those of another module, in the directory `v2` beside go.mod. */
  readonly belongsElsewhere: (major: string) => boolean;
}

/**
 * The rules for a module. `dir`: relative to the repository, `.` for its root. A directory `v2` that holds the module `…/v2` is no part of the tags.
 * `holdsGoMod`: whether a directory of the repository holds a go.mod.
 */
export function tagRules(dir: string, path: string | null, holdsGoMod: (dir: string) => boolean): TagRules {
  const pathMajor = majorOf(path ?? "");
  const elements = dir === "." ? [] : dir.split("/");
  if (pathMajor.startsWith("/") && elements.at(-1) === pathMajor.slice(1)) elements.pop();
  const place = elements.map((element) => `${element}/`).join("");
  return { prefix: place, pathMajor, belongsElsewhere: (major) => pathMajor === "" && holdsGoMod(`${place}${major}`) };
}

/** golang.org/x/mod/module, SplitPathVersion. */
function majorOf(path: string): string {
  const pattern = path.startsWith("gopkg.in/") ? /\.v(?:0|[1-9]\d*)(?:-unstable)?$/ : /\/v(?:[2-9]|[1-9]\d+)$/;
  return pattern.exec(path)?.[0] ?? "";
}

/** golang.org/x/mod/module, IsPseudoVersion: a tag of this form counts for nothing. */
const pseudo = /^v\d+\.(?:0\.0-|\d+\.\d+-(?:[^+]*\.)?0\.)\d{14}-[A-Za-z0-9]+(?:\+.*)?$/;

/** The version that a tag gives the module; null: none. */
export function versionOfTag(tag: string, { prefix }: Pick<TagRules, "prefix">): string | null {
  if (!tag.startsWith(prefix) || pseudo.test(tag)) return null;
  const version = tag.slice(prefix.length);
  // Two tags that differ in their build metadata alone would be one version: Go takes neither.
  return canonicalVersion(version) === version ? version : null;
}

/** Whether users of the module can have that version under its path (MatchPathMajor; that go.mod is there rules out `+incompatible`). */
function matchesPath(version: string, { pathMajor }: TagRules): boolean {
  const major = majorVersion(version);
  if (pathMajor === "") return major === "v0" || major === "v1";
  return major === pathMajor.slice(1).replace(/-unstable$/, "");
}

/** The module that a tag is a version of: one that can be had by it under its path, else the first that the tag could be of. null: of none. */
export function moduleOfTag<T extends { readonly rules: TagRules }>(tag: string, modules: readonly T[]): T | null {
  const found = modules.filter(({ rules }) => versionOfTag(tag, rules) !== null);
  const version = (rules: TagRules): string => versionOfTag(tag, rules) ?? "";
  const fits = found.find(({ rules }) => matchesPath(version(rules), rules));
  // A program that nobody imports may be v2 without `/v2` in its path.
  const belongs = ({ pathMajor, belongsElsewhere }: TagRules, tagged: string): boolean =>
    pathMajor === "" && !belongsElsewhere(majorVersion(tagged));
  return fits ?? found.find(({ rules }) => belongs(rules, version(rules))) ?? null;
}

/** Among tags of a module, the one of the version before: a release is compared with the release before it, not with its own candidates. null: there is none. */
export function tagBefore(version: string, tags: readonly string[], rules: TagRules): string | null {
  const versions = tags
    .map((tag) => versionOfTag(tag, rules))
    .filter((other): other is string => other !== null)
    .filter((other) => compare(other, version) < 0 && (isPrerelease(version) || !isPrerelease(other)));
  const before = highest(versions);
  return before === null ? null : `${rules.prefix}${before}`;
}

/** Whether one version comes after another. */
export function isAfter(version: string, other: string): boolean {
  return compare(version, other) > 0;
}

/** `v1.2.0-rc.1` is no release yet. */
export function isPrerelease(version: string): boolean {
  return version.includes("-");
}

function majorVersion(version: string): string {
  return version.split(".", 1)[0] ?? version;
}

/** What versions are told from. */
export interface Tagged {
  readonly commit: string;
  /** Seconds since 1970 at which it was committed. */
  readonly time: number;
  /** Tags of this commit, and those of it and of all that came before. */
  readonly at: readonly string[];
  readonly merged: readonly string[];
  /** The tag for which the run was started; null: for none. */
  readonly eventTag: string | null;
}

/**
 * The version of a tag of this commit: the one that the run was started for, else the highest that fits the module's path, else the highest: a program
 * that nobody imports may be v2 without `/v2` in its path. null: no tag of this commit is a version of the module.
 */
export function taggedVersion({ at, eventTag }: Pick<Tagged, "at" | "eventTag">, rules: TagRules): string | null {
  const own = eventTag === null ? null : versionOfTag(eventTag, rules);
  if (own !== null) return own;
  const versions = at
    .map((tag) => versionOfTag(tag, rules))
    .filter((version): version is string => version !== null)
    .filter((version) => matchesPath(version, rules) || !rules.belongsElsewhere(majorVersion(version)));
  return highest(versions.filter((version) => matchesPath(version, rules))) ?? highest(versions);
}

/** What Go calls a commit without a tag: above the highest version that is in its history (golang.org/x/mod/module, PseudoVersion). */
export function pseudoVersion({ commit, time, merged }: Tagged, rules: TagRules): string {
  const { prefix, pathMajor } = rules;
  const before = merged
    .filter((tag) => tag.startsWith(prefix) && !pseudo.test(tag))
    .map((tag) => canonicalVersion(tag.slice(prefix.length)))
    .filter((version): version is string => version !== null)
    .filter((version) => matchesPath(version, rules));
  const stamp = new Date(time * 1_000).toISOString().replace(/\.\d+Z$|[-:T]/g, "");
  const segment = `${stamp}-${commit.slice(0, 12)}`;
  const base = highest(before);
  if (base === null) return `${pathMajor === "" ? "v0" : pathMajor.slice(1).replace(/-unstable$/, "")}.0.0-${segment}`;
  if (base.includes("-")) return `${base}.0.${segment}`;
  const [major, minor, patch = "0"] = base.split(".");
  return `${major}.${minor}.${BigInt(patch) + 1n}-0.${segment}`;
}

function highest(versions: readonly string[]): string | null {
  const [first, ...rest] = versions;
  if (first === undefined) return null;
  return rest.reduce((best, version) => (compare(version, best) > 0 ? version : best), first);
}
