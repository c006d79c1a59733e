import type { Module } from "../../src/model/project.ts";

/** A module in the repository's root that nothing covers. */
export function makeModule(over: Partial<Module> = {}): Module {
  return {
    dir: ".",
    path: "example.com/m",
    go: null,
    toolchain: null,
    ignore: [],
    vendored: false,
    requires: [],
    tools: [],
    outside: [],
    workspace: null,
    env: {},
    within: ".",
    why: "it lies in working-directory",
    ...over,
  };
}
