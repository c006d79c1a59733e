import { flagWords } from "../go/flags.ts";
import type { ExecStep } from "../model/step.ts";
import type { buildInputs } from "./build-inputs.ts";
import type { Settings } from "./gate.ts";

/**
 * Whether binaries depend on nothing but the sources: then those of an earlier run are the same. C libraries of a machine, the state of the repository
 * and files that the linker is told of are no sources.
 */
export function reuseOfBuild({ cgo, buildvcs, ldflags }: Settings<typeof buildInputs>): ExecStep["reuse"] {
  return cgo || buildvcs || !isHarmless(ldflags ?? "") ? "by-tool" : "by-sources";
}

/**
 * Whether Go may leave a program of an earlier run that it would link again. Not one that is stamped (`-X`, `buildvcs`): it is another one in every commit, and what
 * it is stamped with may be meant for nobody else.
 */
export function linksAlike(config: Settings<typeof buildInputs>): boolean {
  return reuseOfBuild(config) === "by-sources" && !/-X\b/.test(config.ldflags ?? "");
}

/** `-s`, `-w`, `-buildid` and `-X`, perhaps for a pattern of packages (`all=-s -w`). */
function isHarmless(ldflags: string): boolean {
  const flags = flagWords(ldflags.replace(/^[\w./-]*=(?=-)/, ""));
  return flags.every(
    (flag, index) => /^--?(s|w|X|X=.*|buildid=.*)$/.test(flag) || /^--?X$/.test(flags[index - 1] ?? ""),
  );
}
