import { assignment, inDirectory, shellWord } from "../go/repro.ts";
import type { Inspection } from "../project/model.ts";

/** A command line for people, to be run at the root of the repository. */
export function shellCommand(
  moduleDir: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  const assignments = Object.entries(env).map(([name, value]) => assignment(name, value));
  return inDirectory(moduleDir, [...assignments, ...words.map(shellWord)].join(" "));
}

/** `-tags`, for every go command that loads packages. */
export function tagFlags(tags: readonly string[]): readonly string[] {
  return tags.length === 0 ? [] : [`-tags=${tags.join(",")}`];
}

/**
 * go.mod and go.sum are never changed: where the user's GOFLAGS asks for `-mod=mod`, our argument overrules it. Without that the go command's own
 * choice (vendor or readonly) stands.
 */
export function moduleFlags(inspection: Inspection, vendored: boolean): readonly string[] {
  if (!/(^|\s)-mod=mod(\s|$)/.test(inspection.goflags)) return [];
  return [vendored ? "-mod=vendor" : "-mod=readonly"];
}
