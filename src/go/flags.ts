import { split } from "shlex";
import type { Inspection } from "../model/project.ts";

/** `-tags`, for every go command that loads packages. */
export function tagFlags(tags: readonly string[]): readonly string[] {
  return tags.length === 0 ? [] : [`-tags=${tags.join(",")}`];
}

/**
 * go.mod and go.sum are never changed: where the user's GOFLAGS asks for `-mod=mod`, our argument overrules it. Without that the go command's own
 * choice (vendor or readonly) stands.
 */
export function moduleFlags(inspection: Pick<Inspection, "goflags">, vendored: boolean): readonly string[] {
  if (!/(^|\s)-mod=mod(\s|$)/.test(inspection.goflags)) return [];
  return [vendored ? "-mod=vendor" : "-mod=readonly"];
}

/** The words of GOFLAGS or `-ldflags`: split as Go splits them, at blanks outside of quotes. A quote without an end is no flag of ours to judge. */
export function flagWords(text: string): readonly string[] {
  try {
    return split(text);
  } catch (error) {
    if (error instanceof Error) return [text];
    throw error;
  }
}
