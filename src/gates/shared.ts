import { revision } from "../kinds/git.ts";
import { buildTags, packages } from "../kinds/go.ts";
import { input, optional, several } from "../kinds/input.ts";
import { filled } from "../kinds/list.ts";

/** Inputs that every gate on Go code reads. */
export const sharedInputs = {
  packages: input(filled(packages), "./...", {
    description: "Package patterns to check and test; `main-packages` decides what is built.",
  }),
  "build-tags": several(buildTags, {
    description: "Build tags for every stage, with commas between them.",
    unset: "none",
  }),
  base: optional(revision, {
    description:
      "Branch, tag or commit that the change under test is compared with, from where the two part. The checkout has to hold it: `fetch-depth: 0` of actions/checkout.",
    unset:
      "what the pull request is merged into, else the default branch; for coverage after a push the commit before it",
    notFromConfigFile: "it decides what counts as the change",
  }),
};

/** What `warn` means, in the words of the documentation. */
export const warns = "`warn` runs and reports it without changing the exit code.";
