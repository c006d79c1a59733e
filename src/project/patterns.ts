import type { Module } from "../model/project.ts";
import { joinPath } from "./gomod.ts";

/** The patterns of an input as a go command in the module takes them: what begins with a dot is relative to where checks are restricted to. */
export function modulePatterns(patterns: readonly string[], { within }: Pick<Module, "within">): readonly string[] {
  return within === "."
    ? patterns
    : patterns.map((pattern) => (isLocal(pattern) ? localPath(within, pattern) : pattern));
}

/** A pattern that names directories and no import paths. */
export function isLocal(pattern: string): boolean {
  return /^\.{1,2}(\/|$)/.test(pattern);
}

/** `pattern` of a directory as a go command takes it in the directory above, where that is `within`. */
export function localPath(within: string, pattern: string): string {
  const path = joinPath(within, pattern);
  return isLocal(path) ? path : `./${path}`;
}
