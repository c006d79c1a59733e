import type { Config } from "../../inputs/config.ts";
import { type Check, odd, ok } from "../check.ts";

/** The first input that does. */
function wantsHistory({ lintNewOnly, buildvcs, bench, release }: Config): string | null {
  if (lintNewOnly) return "lint-new-only";
  if (buildvcs) return "buildvcs";
  if (bench !== "false") return "bench";
  return release === "false" ? null : "release";
}

/** git works, and has as much history as the inputs need. */
export const history: Check = {
  name: "history",
  async look({ inputs, git }) {
    const shallow = await git("rev-parse", "--is-shallow-repository");
    if (!shallow.ok) {
      return /not a git repository/.test(shallow.problem)
        ? odd("not a git repository", "Check it out with git: what is ignored cannot be told well without.")
        : odd(`git does not answer: ${shallow.problem}`, "Install git 2.15 or newer, or repair the repository.");
    }
    if (shallow.stdout.trim() !== "true") return ok("the whole history is here");
    const asks = inputs.ok ? wantsHistory(inputs.config) : null;
    if (asks === null) return ok("a shallow clone, which is enough for these inputs");
    return odd(
      `a shallow clone, but ${asks} needs more history`,
      "actions/checkout: `fetch-depth: 0`; here: `git fetch --unshallow`.",
    );
  },
};
