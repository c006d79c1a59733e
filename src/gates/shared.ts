import { buildTags, packages } from "../kinds/go.ts";
import { input, several } from "../kinds/input.ts";
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
};

/** What `warn` means, in the words of the documentation. */
export const warns = "`warn` runs and reports it without changing the exit code.";
